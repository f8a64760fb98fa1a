import {
  dependenciesOf,
  type DeclaredRelations,
} from 'backstage-plugin-deploy-windows-common/readiness';
import type { EntityFacts } from '../../policy/TargetDirectory';

/** Whom each entity depends on, as the snapshots of the catalog declare it. */
export function dependenciesIn(
  entities: readonly EntityFacts[],
): ReadonlyMap<string, readonly string[]> {
  return dependenciesOf(entities.map(relationsOf));
}

function relationsOf({ ref, kind, namespace, system, entity }: EntityFacts): DeclaredRelations {
  const { dependsOn, dependencyOf } = (entity.spec ?? {}) as Readonly<Record<string, unknown>>;
  return { ref, kind, namespace, dependsOn, dependencyOf, ...(system !== undefined && { system }) };
}
