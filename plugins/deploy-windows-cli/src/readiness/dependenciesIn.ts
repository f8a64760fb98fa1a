import { stringifyEntityRef, type Entity } from '@backstage/catalog-model';
import {
  dependenciesOf,
  type DeclaredRelations,
} from 'backstage-plugin-deploy-windows-common/readiness';
import { completeRef } from 'backstage-plugin-infra-overview-common';

export interface Dependency {
  readonly ref: string;
  /** Judged by nobody here. */
  readonly external: boolean;
}

/** Whom each entity of the files depends on. */
export function dependenciesIn(
  entities: Iterable<Entity>,
  judged: ReadonlySet<string>,
): ReadonlyMap<string, readonly Dependency[]> {
  const found = dependenciesOf([...entities].map(relationsOf));
  return new Map(
    [...found].map(([ref, others]) => [
      ref,
      others.map(other => ({ ref: other, external: !judged.has(other) })),
    ]),
  );
}

function relationsOf(entity: Entity): DeclaredRelations {
  const { kind, metadata, spec } = entity;
  const namespace = metadata.namespace ?? 'default';
  const system =
    typeof spec?.system === 'string'
      ? completeRef(spec.system, { defaultKind: 'System', defaultNamespace: namespace })
      : undefined;
  return {
    ref: stringifyEntityRef(entity),
    kind,
    namespace,
    dependsOn: spec?.dependsOn,
    dependencyOf: spec?.dependencyOf,
    ...(system !== undefined && { system }),
  };
}
