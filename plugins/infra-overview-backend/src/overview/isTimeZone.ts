const known = new Map<string, boolean>();
const MOST_NAMES = 2000;

/** Whether the zone data of this server knows the name. Offsets and abbreviations are no zones. */
export function isTimeZone(name: string): boolean {
  const answer = known.get(name) ?? ask(name);
  // Asking costs a millisecond, and names come from authors: remember them, but not without end.
  if (known.size < MOST_NAMES) known.set(name, answer);
  return answer;
}

function ask(name: string): boolean {
  if (name !== 'UTC' && !/^[A-Za-z_]+\/[A-Za-z0-9_+/-]+$/.test(name)) return false;
  try {
    return new Intl.DateTimeFormat('en-US', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}
