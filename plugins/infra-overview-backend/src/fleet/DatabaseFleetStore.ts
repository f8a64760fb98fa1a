import {
  FLEET_SORTS,
  type FleetFacets,
  type FleetQuery,
  type FleetRow,
  type FleetSort,
} from 'backstage-plugin-infra-overview-common';
import type { Knex } from 'knex';
import type { FleetEntry, FleetStore, FoundRow, PageRequest, PlaceKey } from './FleetStore';
import { filteredRefs, filteredRowsInOrder, rarestCondition, ROWS, TERMS } from './filteredRows';
import { sortKeys } from './sortKeys';
import type { TermKind } from './terms';
import { FACET_KINDS, toFacets, type FacetKind, type TermCount } from './toFacets';

export const HOSTED = 'infra_hosted';
const REVISION = 'infra_fleet_revision';
// SQLite takes some thousand values in one statement.
const BATCH = 200;

/** What a row takes over when it is written again: its id stays, lists that are being read refer to it. */
const CHANGED = [
  'fingerprint',
  'row',
  'sources',
  'computed_at',
  'tls_expires',
  ...FLEET_SORTS.map(columnOf),
];

interface StoredRow {
  readonly ref: string;
  readonly id: string;
  readonly row: string;
  readonly sources: string;
  readonly sort_key: string;
  readonly sort_name: string;
}

export class DatabaseFleetStore implements FleetStore {
  readonly #knex: Knex;
  readonly #newId: () => string;

  constructor(options: { readonly knex: Knex; readonly newId: () => string }) {
    this.#knex = options.knex;
    this.#newId = options.newId;
  }

  async page({ query, after, limit }: PageRequest): Promise<readonly FoundRow[]> {
    const column = sortColumn(query.sort);
    const order = query.order ?? 'asc';
    const rare = await rarestCondition(this.#knex, query);
    const found = filteredRowsInOrder(this.#knex, query, rare)
      .select('ref', 'id', 'row', 'sources', 'sort_name', { sort_key: column })
      .orderBy(
        column === 'sort_name'
          ? [{ column, order }]
          : [
              { column, order },
              { column: 'sort_name', order },
            ],
      )
      .limit(limit);
    const beyond = order === 'asc' ? '>' : '<';
    if (after && column === 'sort_name') found.where('sort_name', beyond, after.name);
    // A row comparison is one range of the index; `a > ? or (a = ? and b > ?)` is not.
    if (after && column !== 'sort_name')
      found.whereRaw(`(??, sort_name) ${beyond} (?, ?)`, [column, after.sort, after.name]);
    const rows: readonly StoredRow[] = await found;
    return rows.map(toFoundRow);
  }

  async placeOf(id: string, query: FleetQuery): Promise<PlaceKey | undefined> {
    const column = sortColumn(query.sort);
    const row = await this.#knex(ROWS).where({ id }).first('sort_name', { sort_key: column });
    return row && { sort: row.sort_key, name: row.sort_name };
  }

  async count(query: FleetQuery): Promise<number> {
    const refs = filteredRefs(this.#knex, query).as('found');
    const row = await this.#knex.count({ count: '*' }).from(refs).first();
    return Number(row?.count ?? 0);
  }

  async facets(): Promise<FleetFacets> {
    return toFacets(await this.#counts(undefined));
  }

  async facetsAmong(refs: readonly string[]): Promise<FleetFacets> {
    const counts: TermCount[] = [];
    for (const batch of batches(refs)) counts.push(...(await this.#counts(batch)));
    return toFacets(counts);
  }

  async revision(): Promise<number> {
    const row = await this.#knex(REVISION).where({ id: 1 }).first('revision');
    return Number(row?.revision ?? 0);
  }

  async fingerprints(): Promise<ReadonlyMap<string, string>> {
    const rows: readonly { ref: string; fingerprint: string }[] = await this.#knex(ROWS).select(
      'ref',
      'fingerprint',
    );
    return new Map(rows.map(row => [row.ref, row.fingerprint]));
  }

  async save(entries: readonly FleetEntry[], at: number): Promise<void> {
    if (entries.length === 0) return;
    const refs = entries.map(entry => entry.row.ref);
    await this.#knex.transaction(async trx => {
      const rows = entries.map(entry => this.#toStored(entry, at));
      for (const batch of batches(rows))
        await trx(ROWS).insert(batch).onConflict('ref').merge(CHANGED);
      for (const batch of batches(refs)) await trx(TERMS).whereIn('ref', batch).delete();
      const terms = entries.flatMap(({ row, terms: found }) =>
        found.map(term => ({ ...term, ref: row.ref })),
      );
      for (const batch of batches(terms)) await trx(TERMS).insert(batch);
      for (const batch of batches(refs)) await trx(HOSTED).whereIn('ref', batch).delete();
      const hosted = entries.flatMap(({ row, apps = [] }) =>
        apps.map(({ platform, app }) => ({ ref: row.ref, platform, app })),
      );
      for (const batch of batches(hosted))
        await trx(HOSTED).insert(batch).onConflict(['ref', 'platform', 'app']).ignore();
      await trx(REVISION).where({ id: 1 }).increment('revision', 1);
    });
  }

  async remove(refs: readonly string[]): Promise<void> {
    if (refs.length === 0) return;
    await this.#knex.transaction(async trx => {
      for (const batch of batches(refs)) {
        await trx(TERMS).whereIn('ref', batch).delete();
        await trx(HOSTED).whereIn('ref', batch).delete();
        await trx(ROWS).whereIn('ref', batch).delete();
      }
      await trx(REVISION).where({ id: 1 }).increment('revision', 1);
    });
  }

  async likelySources(entityRef: string): Promise<readonly string[]> {
    const kind: TermKind = 'part';
    const row = await this.#knex(ROWS)
      .where({ ref: entityRef })
      .orWhereIn('ref', this.#knex(TERMS).select('ref').where({ kind, term: entityRef }))
      .first('ref', 'sources');
    if (!row) return [];
    const sources: readonly string[] = JSON.parse(row.sources);
    // A Component needs what is above it, not its siblings.
    return row.ref === entityRef
      ? sources
      : sources.filter(ref => ref === entityRef || !ref.startsWith('component:'));
  }

  async #counts(refs: readonly string[] | undefined): Promise<readonly TermCount[]> {
    const terms = this.#knex<{ kind: FacetKind; term: string; ref: string }>(TERMS).whereIn(
      'kind',
      FACET_KINDS,
    );
    if (refs) terms.whereIn('ref', refs);
    const rows = await terms.select('kind', 'term').count({ count: '*' }).groupBy('kind', 'term');
    return rows.map(row => ({ ...row, count: Number(row.count) }));
  }

  #toStored({ row, sources, fingerprint }: FleetEntry, at: number) {
    const keys = sortKeys(row);
    return {
      ref: row.ref,
      id: this.#newId(),
      fingerprint,
      row: JSON.stringify(row),
      sources: JSON.stringify(sources),
      computed_at: at,
      tls_expires: row.tlsExpires ?? null,
      ...Object.fromEntries(Object.entries(keys).map(([sort, key]) => [columnOf(sort), key])),
    };
  }
}

function columnOf(sort: string): string {
  return `sort_${sort.replaceAll('-', '_')}`;
}

function sortColumn(sort: FleetSort | undefined): string {
  return columnOf(sort ?? 'name');
}

function toFoundRow(stored: StoredRow): FoundRow {
  const row: FleetRow = JSON.parse(stored.row);
  return {
    row,
    sources: JSON.parse(stored.sources),
    place: { id: stored.id, key: { sort: stored.sort_key, name: stored.sort_name } },
  };
}

function batches<T>(items: readonly T[]): readonly (readonly T[])[] {
  const found: T[][] = [];
  for (let start = 0; start < items.length; start += BATCH)
    found.push(items.slice(start, start + BATCH));
  return found;
}
