import { parseEntityRef } from '@backstage/catalog-model';
import { completeRef } from 'backstage-plugin-infra-overview-common';

/** What an entity declares about others; refs as they are written. */
export interface DeclaredRelations {
  readonly ref: string;
  readonly kind: string;
  readonly namespace: string;
  /** Complete, lower case. */
  readonly system?: string;
  readonly dependsOn?: unknown;
  readonly dependencyOf?: unknown;
}

type Refs = ReadonlyMap<string, readonly string[]>;

// What an entity stands on, such as a Resource, is among its own facts.
const JUDGED_KINDS = ['component', 'system', 'api'];

/** Whom each entity depends on, as either side declares it; a System on what its Components depend on, outside of itself. */
export function dependenciesOf(entities: readonly DeclaredRelations[]): Refs {
  const found = new Map<string, Set<string>>();
  const add = (from: string, to: string) => {
    if (from !== to) found.set(from, (found.get(from) ?? new Set()).add(to));
  };
  for (const { ref, namespace, dependsOn, dependencyOf } of entities) {
    for (const other of refsIn(dependsOn, namespace)) add(ref, other);
    for (const other of refsIn(dependencyOf, namespace)) add(other, ref);
  }
  const own = new Map([...found].map(([ref, others]) => [ref, [...others].sort()]));
  for (const [system, parts] of partsBySystem(entities)) {
    const inside = new Set([system, ...parts]);
    const all = [...inside].flatMap(ref => [...(found.get(ref) ?? [])]);
    const outside = [...new Set(all)].filter(ref => !inside.has(ref)).sort();
    if (outside.length > 0) own.set(system, outside);
    else own.delete(system);
  }
  return own;
}

/** The Components of each System, in one order. */
export function partsBySystem(
  entities: readonly Pick<DeclaredRelations, 'ref' | 'kind' | 'system'>[],
): Refs {
  const parts = new Map<string, string[]>();
  for (const { kind, ref, system } of entities) {
    if (system === undefined || kind.toLowerCase() !== 'component') continue;
    parts.set(system, [...(parts.get(system) ?? []), ref]);
  }
  for (const refs of parts.values()) refs.sort();
  return parts;
}

function refsIn(written: unknown, defaultNamespace: string): readonly string[] {
  return [written].flat().flatMap(value => {
    if (typeof value !== 'string' || value === '') return [];
    const ref = completeRef(value, { defaultKind: 'Component', defaultNamespace });
    return ref !== undefined && JUDGED_KINDS.includes(parseEntityRef(ref).kind) ? [ref] : [];
  });
}
