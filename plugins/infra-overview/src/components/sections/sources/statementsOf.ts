import type { Origins, Verified } from 'backstage-plugin-infra-overview-common';

/** When and from where the statements of one document are known: each different date and source once, oldest first, undated last. */
export function statementsOf(origins: Origins, entityRef: string): readonly Verified[] {
  const found = new Map<string, Verified>();
  for (const { entityRef: ref, verified } of Object.values(origins)) {
    if (ref !== entityRef || verified === undefined) continue;
    const { method, at, by, source } = verified;
    found.set([method, at, by, source].join('|'), verified);
  }
  return [...found.values()].sort((a, b) => (a.at ?? '9999').localeCompare(b.at ?? '9999'));
}
