import { parseEntityRef, stringifyEntityRef, type Entity } from '@backstage/catalog-model';
import { completeRef } from 'backstage-plugin-infra-overview-common';

export interface Dependency {
  readonly ref: string;
  /** Judged by nobody here. */
  readonly external: boolean;
}

// What it stands on, such as a Resource, is among its own facts.
const JUDGED_KINDS = ['component', 'system', 'api'];

/** Whom each entity depends on, as either side declares it. */
export function dependenciesIn(
  entities: Iterable<Entity>,
  judged: ReadonlySet<string>,
): ReadonlyMap<string, readonly Dependency[]> {
  const found = new Map<string, Set<string>>();
  const add = (from: string, to: string) => {
    if (from !== to) found.set(from, (found.get(from) ?? new Set()).add(to));
  };
  for (const entity of entities) {
    const ref = stringifyEntityRef(entity);
    for (const other of refsIn(entity, 'dependsOn')) add(ref, other);
    for (const other of refsIn(entity, 'dependencyOf')) add(other, ref);
  }
  return new Map(
    [...found].map(([ref, others]) => [
      ref,
      [...others].sort().map(other => ({ ref: other, external: !judged.has(other) })),
    ]),
  );
}

function refsIn({ metadata, spec }: Entity, field: string): readonly string[] {
  const context = { defaultKind: 'Component', defaultNamespace: metadata.namespace ?? 'default' };
  return [spec?.[field]].flat().flatMap(written => {
    const ref = typeof written === 'string' ? completeRef(written, context) : undefined;
    return ref !== undefined && JUDGED_KINDS.includes(parseEntityRef(ref).kind) ? [ref] : [];
  });
}
