import type { Instant } from 'backstage-plugin-deploy-windows-common/evaluator';
import type { Directory } from './Directory';
import type { PolicySource } from './PolicySource';
import type { PolicyStore } from './PolicyStore';
import { toSnapshot } from './toSnapshot';

export interface RefreshEntityOptions {
  readonly source: PolicySource;
  readonly store: Pick<PolicyStore, 'update'>;
  readonly directory: Directory;
  readonly digest: (text: string) => string;
  readonly now: Instant;
}

/** Reads an entity and those above it at once, for somebody who waits. Whether it is gone is for the next whole reading. */
export async function refreshEntity(
  entityRef: string,
  { source, store, directory, digest, now }: RefreshEntityOptions,
): Promise<void> {
  const above = directory.chainOf(entityRef)?.links.map(link => link.entityRef) ?? [];
  const entities = await source.entities([...new Set([entityRef, ...above])]);
  await store.update(
    entities.map(entity => toSnapshot(entity, digest)),
    now,
  );
}
