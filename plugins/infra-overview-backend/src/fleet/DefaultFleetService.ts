import { InputError } from '@backstage/errors';
import type {
  FleetFacets,
  FleetPage,
  FleetQuery,
  FleetRow,
  Instant,
} from 'backstage-plugin-infra-overview-common';
import type { DocumentSource } from '../documents/DocumentSource';
import { cursorAfter, readCursor } from './cursor';
import type { ReachingFleetService, ReachOptions } from './FleetService';
import type { FleetStore, FoundRow, PlaceKey } from './FleetStore';
import { RevisionCache } from './RevisionCache';
import { rowsFor, splitByVisibility } from './rowsFor';
import { toFacets } from './toFacets';

/** Rounds of refilling a page whose rows the caller may not see; after that it is returned short. */
const MAX_ROUNDS = 4;
const MOST_ROWS_A_ROUND = 400;
/** Projects that are looked at for the filters of a caller who may read a part of the catalog. */
const MOST_FACET_ROWS = 2000;
const PAGE_OF_ALL = 200;

export interface DefaultFleetServiceOptions {
  readonly store: FleetStore;
  readonly documents: DocumentSource;
  readonly pageSize: number;
  readonly now: () => Instant;
}

export class DefaultFleetService implements ReachingFleetService {
  readonly #options: DefaultFleetServiceOptions;
  readonly #facets = new RevisionCache<FleetFacets>({ mostAnswers: 1 });
  readonly #totals = new RevisionCache<number>({ mostAnswers: 500 });

  constructor(options: DefaultFleetServiceOptions) {
    this.#options = options;
  }

  async fleet(query: FleetQuery, options: ReachOptions): Promise<FleetPage> {
    const { store } = this.#options;
    const limit = query.limit ?? this.#options.pageSize;
    switch (options.reach) {
      case 'nothing':
        return { rows: [], hasMore: false };
      case 'everything': {
        const after = await this.#after(query);
        const [found, total] = await Promise.all([
          store.page(pageRequest(query, after, limit + 1)),
          this.#total(query),
        ]);
        return { ...toPage(query, found.slice(0, limit), found.length > limit), total };
      }
      case 'part':
        return this.#partOf(query, limit, options);
      default:
        throw new Error(options.reach satisfies never);
    }
  }

  async facets(options: ReachOptions): Promise<FleetFacets> {
    switch (options.reach) {
      case 'nothing':
        return toFacets([]);
      case 'everything':
        return this.#facetsOfAll();
      case 'part':
        return this.#facetsOfPart(options);
      default:
        throw new Error(options.reach satisfies never);
    }
  }

  async *all(query: FleetQuery, options: ReachOptions): AsyncIterable<readonly FleetRow[]> {
    let page = await this.fleet({ ...query, limit: PAGE_OF_ALL }, options);
    yield page.rows;
    while (page.nextCursor !== undefined) {
      page = await this.fleet({ ...query, limit: PAGE_OF_ALL, cursor: page.nextCursor }, options);
      yield page.rows;
    }
  }

  /** Takes rows until the page is full of what the caller may see. One more tells whether there are more. */
  async #partOf(query: FleetQuery, limit: number, options: ReachOptions): Promise<FleetPage> {
    const { store, documents, now } = this.#options;
    const kept: { found: FoundRow; row: FleetRow }[] = [];
    let after = await this.#after(query);
    let size = limit + 1;
    for (let round = 0; round < MAX_ROUNDS; round++) {
      const found = await store.page(pageRequest(query, after, size));
      const rows = await rowsFor(query, found, { documents, options, now: now() });
      for (const candidate of found) {
        const row = rows.get(candidate.row.ref);
        if (row) kept.push({ found: candidate, row });
        if (kept.length > limit) return partPage(query, kept.slice(0, limit));
      }
      const last = found[found.length - 1];
      if (!last || found.length < size)
        return { rows: kept.map(entry => entry.row), hasMore: false };
      if (round === MAX_ROUNDS - 1) {
        const visibility = rows.has(last.row.ref) ? 'visible' : 'hidden';
        return {
          rows: kept.map(entry => entry.row),
          hasMore: true,
          nextCursor: cursorAfter(query, last, visibility),
        };
      }
      after = last.place.key;
      size = Math.min(size * 2, MOST_ROWS_A_ROUND);
    }
    throw new Error('A page has no end');
  }

  async #after(query: FleetQuery): Promise<PlaceKey | undefined> {
    const position = readCursor(query);
    if (!position || !('id' in position)) return position;
    const place = await this.#options.store.placeOf(position.id, query);
    if (!place) throw new InputError('cursor: the list has changed there; start at the first page');
    return place;
  }

  async #facetsOfAll(): Promise<FleetFacets> {
    const { store } = this.#options;
    return this.#facets.get(await store.revision(), '', () => store.facets());
  }

  async #total({
    cursor: _,
    limit: __,
    sort: ___,
    order: ____,
    ...filters
  }: FleetQuery): Promise<number> {
    const { store } = this.#options;
    return this.#totals.get(await store.revision(), JSON.stringify(filters), () =>
      store.count(filters),
    );
  }

  /** Only of rows whose every source the caller may see; a number is never a hint at something hidden. */
  async #facetsOfPart(options: ReachOptions): Promise<FleetFacets> {
    const { store, documents } = this.#options;
    const refs: string[] = [];
    let after: PlaceKey | undefined;
    for (let seen = 0; seen < MOST_FACET_ROWS; seen += MOST_ROWS_A_ROUND) {
      const found = await store.page(pageRequest({}, after, MOST_ROWS_A_ROUND));
      const { whole } = await splitByVisibility(found, { documents, options });
      refs.push(...whole.map(({ row }) => row.ref));
      if (found.length < MOST_ROWS_A_ROUND) break;
      after = found[found.length - 1]?.place.key;
    }
    return store.facetsAmong(refs);
  }
}

function pageRequest(query: FleetQuery, after: PlaceKey | undefined, limit: number) {
  return { query, limit, ...(after && { after }) };
}

function toPage(query: FleetQuery, found: readonly FoundRow[], hasMore: boolean): FleetPage {
  const last = found[found.length - 1];
  return {
    rows: found.map(({ row }) => row),
    hasMore,
    ...(hasMore && last && { nextCursor: cursorAfter(query, last, 'visible') }),
  };
}

function partPage(
  query: FleetQuery,
  kept: readonly { found: FoundRow; row: FleetRow }[],
): FleetPage {
  const last = kept[kept.length - 1];
  return {
    rows: kept.map(({ row }) => row),
    hasMore: true,
    ...(last && { nextCursor: cursorAfter(query, last.found, 'visible') }),
  };
}
