import type { EntityFacts } from '../../policy/TargetDirectory';

/** The Components of each System, in one order. */
export function partsBySystem(
  entities: readonly EntityFacts[],
): ReadonlyMap<string, readonly string[]> {
  const parts = new Map<string, string[]>();
  for (const { kind, ref, system } of entities) {
    if (system === undefined || kind.toLowerCase() !== 'component') continue;
    parts.set(system, [...(parts.get(system) ?? []), ref]);
  }
  for (const refs of parts.values()) refs.sort();
  return parts;
}
