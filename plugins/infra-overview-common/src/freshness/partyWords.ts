/** `group:default/core-team` → "core-team", `role:owner` → "owner". */
export function partyWords(party: string): string {
  return /^[a-z]+:\S+$/i.test(party)
    ? party.slice(Math.max(party.lastIndexOf('/'), party.indexOf(':')) + 1)
    : party;
}
