import type { AuthService } from '@backstage/backend-plugin-api';
import { stringifyEntityRef, type Entity } from '@backstage/catalog-model';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { EntityOutline, PolicySource } from './PolicySource';

const PAGE = 1_000;
const OUTLINE = ['kind', 'metadata.name', 'metadata.namespace', 'metadata.etag'];
/** What scopes may ask about, and the document. Relations and status change without a change of rules. */
const FIELDS = [
  'kind',
  'metadata.name',
  'metadata.namespace',
  'metadata.title',
  'metadata.etag',
  'metadata.labels',
  'metadata.annotations',
  'metadata.tags',
  'spec',
];
/** What the catalog's own fingerprint looks like; an etag that an entity brings stays the same when it changes. */
const CATALOG_ETAG = /^[0-9a-f]{40}$/;

/** Polls the catalog for fingerprints, and fetches what changed by refs. */
export class CatalogPolicySource implements PolicySource {
  readonly #options: { readonly catalog: CatalogService; readonly auth: AuthService };

  constructor(options: { readonly catalog: CatalogService; readonly auth: AuthService }) {
    this.#options = options;
  }

  async *outline(): AsyncIterable<readonly EntityOutline[]> {
    const { catalog, auth } = this.#options;
    const pages = catalog.streamEntities(
      {
        filter: { kind: ['Domain', 'System', 'Component'] },
        fields: OUTLINE,
        pageSize: PAGE,
        totalItems: 'exclude',
      },
      { credentials: await auth.getOwnServiceCredentials() },
    );
    for await (const page of pages) {
      yield page.map(entity => ({ ref: stringifyEntityRef(entity), ...etagOf(entity) }));
    }
  }

  async entities(refs: readonly string[]): Promise<readonly Entity[]> {
    const { catalog, auth } = this.#options;
    const credentials = await auth.getOwnServiceCredentials();
    const { items } = await catalog.getEntitiesByRefs(
      { entityRefs: [...refs], fields: FIELDS },
      { credentials },
    );
    return items.filter(item => item !== undefined);
  }
}

export function etagOf({ metadata }: Entity): { readonly etag?: string } {
  const { etag } = metadata;
  return typeof etag === 'string' && CATALOG_ETAG.test(etag) ? { etag } : {};
}
