import type { Entity } from '@backstage/catalog-model';

/** What the catalog's own fingerprint of an entity looks like. */
const CATALOG_ETAG = /^[0-9a-f]{40}$/;

/**
 * The catalog's fingerprint of an entity. `undefined` when the entity brings an etag of its own, which the catalog keeps
 * as it is: it does not change when the entity does.
 */
export function trustedEtag(entity: Entity): string | undefined {
  const { etag } = entity.metadata;
  return typeof etag === 'string' && CATALOG_ETAG.test(etag) ? etag : undefined;
}

/** Etag by ref; `absent` for an entity that is not there for this caller. */
export type Etags = ReadonlyMap<string, string | 'absent' | undefined>;

/** One text for the state of these entities; `undefined` when it cannot be told from another state. */
export function versionOf(refs: readonly string[], etags: Etags): string | undefined {
  const parts: string[] = [];
  for (const ref of [...new Set(refs)].sort()) {
    const etag = etags.get(ref);
    if (etag === undefined) return undefined;
    parts.push(`${ref}=${etag}`);
  }
  return parts.join('\n');
}

/** The etags of entities that were read in full. */
export function etagsOf(
  refs: readonly string[],
  entities: ReadonlyMap<string, Entity | undefined>,
): Etags {
  const etags = new Map<string, string | 'absent' | undefined>();
  for (const ref of refs) {
    const entity = entities.get(ref);
    etags.set(ref, entity ? trustedEtag(entity) : 'absent');
  }
  return etags;
}
