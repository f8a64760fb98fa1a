import { parseEntityRef } from '@backstage/catalog-model';
import { completeRef } from 'backstage-plugin-infra-overview-common';
import type { EntityFacts } from '../../policy/TargetDirectory';

const JUDGED_KINDS = ['component', 'system', 'api'];

/** Whom each entity depends on, as either side declares it. Its add-ons are among its own facts. */
export function dependenciesOf(
  entities: readonly EntityFacts[],
): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, Set<string>>();
  const add = (from: string, to: string) => {
    if (from !== to) found.set(from, (found.get(from) ?? new Set()).add(to));
  };
  for (const { ref, namespace, entity } of entities) {
    const { dependsOn, dependencyOf } = (entity.spec ?? {}) as Readonly<Record<string, unknown>>;
    for (const other of refsOf(dependsOn, namespace)) add(ref, other);
    for (const other of refsOf(dependencyOf, namespace)) add(other, ref);
  }
  return new Map([...found].map(([ref, others]) => [ref, [...others].sort()]));
}

function refsOf(written: unknown, defaultNamespace: string): readonly string[] {
  return [written].flat().flatMap(value => {
    if (typeof value !== 'string' || value === '') return [];
    const ref = completeRef(value, { defaultKind: 'Component', defaultNamespace });
    return ref !== undefined && JUDGED_KINDS.includes(parseEntityRef(ref).kind) ? [ref] : [];
  });
}
