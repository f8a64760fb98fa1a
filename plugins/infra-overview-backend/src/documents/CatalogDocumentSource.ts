import { stringifyEntityRef, type Entity } from '@backstage/catalog-model';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import { parentRefOf } from 'backstage-plugin-infra-overview-common';
import type {
  CallOptions,
  DocumentSource,
  LoadedSet,
  LoadOptions,
  OutlineEntity,
} from './DocumentSource';
import { documentKindOf, gather, type DocumentSet } from './documentSet';
import { locationRefOf } from './locationRef';
import { etagsOf, trustedEtag } from './version';

const PAGE = 1000;

/** Speaks to the catalog, by refs and in batches: one call a level of the chain at most, whatever the number of entities. */
export class CatalogDocumentSource implements DocumentSource {
  readonly #catalog: CatalogService;

  constructor(options: { readonly catalog: CatalogService }) {
    this.#catalog = options.catalog;
  }

  async load(
    entityRefs: readonly string[],
    options: LoadOptions,
  ): Promise<ReadonlyMap<string, LoadedSet>> {
    const known = new Map<string, Entity | undefined>();
    const loaded = new Map<string, LoadedSet>();
    const wanted = new Set([...entityRefs, ...(options.likely ?? [])]);
    while (wanted.size > 0) {
      await this.#fetch([...wanted], known, options);
      wanted.clear();
      for (const ref of entityRefs) {
        if (loaded.has(ref)) continue;
        const gathered = gather(ref, known);
        if (gathered.outcome === 'needs') for (const need of gathered.refs) wanted.add(need);
        if (gathered.outcome === 'complete')
          loaded.set(ref, { set: gathered.set, etags: etagsOf(gathered.set.refs, known) });
      }
    }
    return options.withLocations ? this.#withLocations(loaded, known, options) : loaded;
  }

  async #withLocations(
    loaded: ReadonlyMap<string, LoadedSet>,
    known: Map<string, Entity | undefined>,
    options: LoadOptions,
  ): Promise<ReadonlyMap<string, LoadedSet>> {
    const wanted = [...loaded.values()].flatMap(({ set }) => [...locationsOf(set, known).values()]);
    const missing = [...new Set(wanted)].filter(ref => !known.has(ref));
    if (missing.length > 0) await this.#fetch(missing, known, options);
    return new Map(
      [...loaded].map(([ref, { set }]) => {
        const refs = locationsOf(set, known);
        const locations = [...refs].flatMap(([of, location]) => {
          const entity = known.get(location);
          return entity ? [[of, entity] as const] : [];
        });
        const locationRefs = [...new Set(refs.values())];
        const etags = etagsOf([...set.refs, ...locationRefs], known);
        return [ref, { set: { ...set, locations: new Map(locations) }, etags, locationRefs }];
      }),
    );
  }

  async visible(
    entityRefs: readonly string[],
    { credentials }: CallOptions,
  ): Promise<ReadonlySet<string>> {
    if (entityRefs.length === 0) return new Set();
    const { items } = await this.#catalog.getEntitiesByRefs(
      { entityRefs: [...entityRefs], fields: ['kind'] },
      { credentials },
    );
    return new Set(entityRefs.filter((_, index) => items[index] !== undefined));
  }

  async *outline({ credentials }: CallOptions): AsyncIterable<readonly OutlineEntity[]> {
    const pages = this.#catalog.streamEntities(
      {
        filter: { kind: ['Domain', 'System', 'Component'] },
        fields: [
          'kind',
          'metadata.name',
          'metadata.namespace',
          'metadata.etag',
          'spec.system',
          'spec.domain',
          'spec.subdomainOf',
        ],
        totalItems: 'exclude',
        pageSize: PAGE,
      },
      { credentials },
    );
    for await (const page of pages) yield page.flatMap(toOutline);
  }

  async #fetch(
    refs: readonly string[],
    known: Map<string, Entity | undefined>,
    { credentials }: CallOptions,
  ) {
    const { items } = await this.#catalog.getEntitiesByRefs(
      { entityRefs: [...refs] },
      { credentials },
    );
    for (const [ref, entity] of byRef(refs, items)) known.set(ref, entity);
  }
}

/** Of every entity of the set that is there, where it was read from. */
function locationsOf(
  { refs }: DocumentSet,
  known: ReadonlyMap<string, Entity | undefined>,
): ReadonlyMap<string, string> {
  const locations = new Map<string, string>();
  for (const ref of refs) {
    const entity = known.get(ref);
    const location = entity && locationRefOf(entity);
    if (location !== undefined) locations.set(ref, location);
  }
  return locations;
}

function byRef(
  refs: readonly string[],
  items: readonly (Entity | undefined)[],
): Map<string, Entity | undefined> {
  return new Map(refs.map((ref, index) => [ref, items[index]]));
}

function toOutline(entity: Entity): readonly OutlineEntity[] {
  const kind = documentKindOf(entity.kind);
  if (!kind) return [];
  const etag = trustedEtag(entity);
  const parent = parentRefOf(entity);
  return [
    {
      ref: stringifyEntityRef(entity),
      kind,
      ...(etag !== undefined && { etag }),
      ...(parent !== undefined && { parent }),
    },
  ];
}
