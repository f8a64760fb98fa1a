import { completeRef } from 'backstage-plugin-infra-overview-common';
import type { EntityFacts } from './TargetDirectory';

/** Whom an entity depends on and who depends on it, as both sides declare it. */
export function neighboursOf(facts: Iterable<EntityFacts>): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, Set<string>>();
  const add = (one: string, other: string) => {
    if (one === other) return;
    found.set(one, (found.get(one) ?? new Set()).add(other));
  };
  for (const { ref, namespace, entity } of facts) {
    const { dependsOn, dependencyOf } = (entity.spec ?? {}) as {
      readonly dependsOn?: unknown;
      readonly dependencyOf?: unknown;
    };
    for (const written of [dependsOn, dependencyOf].flat()) {
      const other =
        typeof written === 'string'
          ? completeRef(written, { defaultKind: 'Component', defaultNamespace: namespace })
          : undefined;
      if (other === undefined) continue;
      add(ref, other);
      add(other, ref);
    }
  }
  return new Map([...found].map(([ref, others]) => [ref, [...others].sort()]));
}
