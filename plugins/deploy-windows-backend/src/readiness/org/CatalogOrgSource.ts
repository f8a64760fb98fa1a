import type { AuthService } from '@backstage/backend-plugin-api';
import { stringifyEntityRef, type Entity } from '@backstage/catalog-model';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import { etagOf } from '../../policy/CatalogPolicySource';
import type { EntityOutline } from '../../policy/PolicySource';
import type { OrgSource } from './OrgSource';

const PAGE = 1_000;
const NAMES = ['kind', 'metadata.name', 'metadata.namespace', 'metadata.etag'];

export class CatalogOrgSource implements OrgSource {
  readonly #options: { readonly catalog: CatalogService; readonly auth: AuthService };

  constructor(options: { readonly catalog: CatalogService; readonly auth: AuthService }) {
    this.#options = options;
  }

  async *outline(): AsyncIterable<readonly EntityOutline[]> {
    for await (const page of this.#pages(NAMES))
      yield page.map(entity => ({ ref: stringifyEntityRef(entity), ...etagOf(entity) }));
  }

  async *entities(): AsyncIterable<readonly Entity[]> {
    yield* this.#pages(undefined);
  }

  async *#pages(fields: string[] | undefined): AsyncIterable<readonly Entity[]> {
    const { catalog, auth } = this.#options;
    yield* catalog.streamEntities(
      {
        filter: { kind: ['User', 'Group'] },
        pageSize: PAGE,
        totalItems: 'exclude',
        ...(fields && { fields }),
      },
      { credentials: await auth.getOwnServiceCredentials() },
    );
  }
}
