import type {
  DriftFinding,
  FleetDriftPage,
  FleetDriftQuery,
} from 'backstage-plugin-infra-overview-common';
import type { CallOptions, DocumentSource } from '../documents/DocumentSource';
import type { ProjectLooks } from '../observations/look/ProjectLooks';
import { cursorAt, readDriftCursor } from './driftCursor';
import type { DriftPlace, DriftStore, FoundFinding } from './DriftStore';
import type { FleetDriftService } from './FleetDriftService';

/** Rounds of refilling a page whose rows the caller may not see; after that it is returned short. */
const MAX_ROUNDS = 4;
const DEFAULT_LIMIT = 50;
const PAGE_OF_ALL = 200;

type Row = FleetDriftPage['rows'][number];

export interface DefaultFleetDriftServiceOptions {
  readonly store: Pick<DriftStore, 'page'>;
  readonly documents: Pick<DocumentSource, 'visible'>;
  readonly looks: Pick<ProjectLooks, 'of'>;
}

export class DefaultFleetDriftService implements FleetDriftService {
  readonly #options: DefaultFleetDriftServiceOptions;

  constructor(options: DefaultFleetDriftServiceOptions) {
    this.#options = options;
  }

  async page(query: FleetDriftQuery, options: CallOptions): Promise<FleetDriftPage> {
    const { store } = this.#options;
    const limit = query.limit ?? DEFAULT_LIMIT;
    const rows: Row[] = [];
    let after: DriftPlace | undefined = readDriftCursor(query.cursor);
    for (let round = 0; round < MAX_ROUNDS; round++) {
      const asked = limit - rows.length + 1;
      const found = await store.page({ query, limit: asked, ...(after && { after }) });
      const shown = await this.#shown(found, options);
      for (const candidate of found) {
        const row = shown.get(candidate.at.place);
        // One more than fits tells that there are more.
        if (row && rows.length === limit) return { rows, ...next(after) };
        if (row) rows.push(row);
        after = candidate.at;
      }
      if (found.length < asked) return { rows, hasMore: false };
    }
    return { rows, ...next(after) };
  }

  async *all(query: FleetDriftQuery, options: CallOptions): AsyncIterable<readonly Row[]> {
    let page = await this.page({ ...query, limit: PAGE_OF_ALL }, options);
    yield page.rows;
    while (page.nextCursor !== undefined) {
      page = await this.page({ ...query, limit: PAGE_OF_ALL, cursor: page.nextCursor }, options);
      yield page.rows;
    }
  }

  /**
   * What was stored was worked out from everything. Where the caller may not see one of the entities a project is made of, it is
   * worked out again from what they see, and only what is found again is shown.
   */
  async #shown(
    found: readonly FoundFinding[],
    options: CallOptions,
  ): Promise<ReadonlyMap<string, Row>> {
    const { documents, looks } = this.#options;
    const refs = new Set(found.flatMap(({ entityRef, sources }) => [entityRef, ...sources]));
    const visible = await documents.visible([...refs], options);
    const seen = found.filter(({ entityRef }) => visible.has(entityRef));
    const isWhole = ({ sources }: FoundFinding) => sources.every(ref => visible.has(ref));
    const partly = new Set(seen.filter(row => !isWhole(row)).map(({ entityRef }) => entityRef));
    const again =
      partly.size === 0 ? new Map<string, never>() : await looks.of([...partly], options);
    const rows = new Map<string, Row>();
    for (const row of seen) {
      const finding = partly.has(row.entityRef)
        ? again.get(row.entityRef)?.look.drift.find(sameAs(row.finding))
        : row.finding;
      if (finding) rows.set(row.at.place, toRow(row, finding));
    }
    return rows;
  }
}

function sameAs({ id, status }: DriftFinding) {
  return (other: DriftFinding) => other.id === id && other.status === status;
}

function toRow({ entityRef, title, owner, since }: FoundFinding, finding: DriftFinding): Row {
  return { entityRef, title, ...(owner !== undefined && { owner }), finding, since };
}

function next(after: DriftPlace | undefined) {
  return { hasMore: true, ...(after && { nextCursor: cursorAt(after) }) };
}
