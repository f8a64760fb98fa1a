import { Readable } from 'node:stream';
import type { AuthService } from '@backstage/backend-plugin-api';
import { stringifyEntityRef, type Entity } from '@backstage/catalog-model';
import { catalogEntityReadPermission } from '@backstage/plugin-catalog-common/alpha';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { DocumentCollatorFactory } from '@backstage/plugin-search-common';
import { parentRefOf } from 'backstage-plugin-infra-overview-common';
import { toSearchDocument, type InfraOverviewSearchDocument, type ProjectName } from './toSearchDocument';

const FIELDS = [
  'kind', 'metadata.name', 'metadata.namespace', 'metadata.title', 'metadata.description', 'spec.infra', 'spec.owner', 'spec.lifecycle',
  'spec.system',
];

const FIRST_PAGE = {
  query: { $all: [{ kind: { $in: ['Domain', 'System', 'Component'] } }, { 'spec.infra.schema': { $exists: true } }] },
  fields: FIELDS,
  totalItems: 'exclude' as const,
};

export interface InfraOverviewCollatorFactoryOptions {
  readonly auth: AuthService;
  readonly catalog: CatalogService;
  readonly batchSize: number;
}

/** Collects documents page by page, so that memory stays the same whatever the size of the catalog. */
export class InfraOverviewCollatorFactory implements DocumentCollatorFactory {
  readonly type = 'infra-overview';
  readonly visibilityPermission = catalogEntityReadPermission;
  readonly #options: InfraOverviewCollatorFactoryOptions;

  constructor(options: InfraOverviewCollatorFactoryOptions) {
    this.#options = options;
  }

  async getCollator(): Promise<Readable> {
    return Readable.from(this.#documents());
  }

  async *#documents(): AsyncGenerator<InfraOverviewSearchDocument> {
    const { auth, catalog, batchSize } = this.#options;
    let cursor: string | undefined;
    do {
      // Asked for anew each page: a token may not live as long as a large catalog takes.
      const credentials = await auth.getOwnServiceCredentials();
      const { items, pageInfo } = await catalog.queryEntities(
        cursor === undefined ? { ...FIRST_PAGE, limit: batchSize } : { cursor, fields: FIELDS, limit: batchSize },
        { credentials },
      );
      const projects = await this.#projectsOf(items);
      for (const entity of items) {
        const document = toSearchDocument(entity, projects.get(parentRefOf(entity) ?? ''));
        if (document) yield document;
      }
      cursor = pageInfo.nextCursor;
    } while (cursor !== undefined);
  }

  /** Titles of the Systems that the Components of a page belong to, in one call. */
  async #projectsOf(entities: readonly Entity[]): Promise<ReadonlyMap<string, ProjectName>> {
    const { auth, catalog } = this.#options;
    const components = entities.filter(entity => entity.kind === 'Component');
    const refs = [...new Set(components.flatMap(component => parentRefOf(component) ?? []))];
    if (refs.length === 0) return new Map();
    const { items } = await catalog.getEntitiesByRefs(
      { entityRefs: refs, fields: ['kind', 'metadata.name', 'metadata.namespace', 'metadata.title'] },
      { credentials: await auth.getOwnServiceCredentials() },
    );
    return new Map(items.flatMap(system => (system ? [[stringifyEntityRef(system), projectName(system)] as const] : [])));
  }
}

function projectName(system: Entity): ProjectName {
  return { ref: stringifyEntityRef(system), title: system.metadata.title ?? system.metadata.name };
}
