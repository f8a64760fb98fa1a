import {
  dateText,
  type DriftFinding,
  type FleetDrift,
  type FleetDriftQuery,
  type FleetRow,
  type Instant,
} from 'backstage-plugin-infra-overview-common';
import type { Knex } from 'knex';
import { ROWS, TERMS } from '../fleet/filteredRows';
import { searchWords } from '../fleet/terms';
import { locked } from '../observations/store/locked';
import type { DriftCounts, DriftPageRequest, DriftStore, FoundFinding } from './DriftStore';
import { transitions, type StoredFinding, type Transitions } from './transitions';

export const DRIFT = 'infra_drift';
export const COUNTS = 'infra_drift_count';
const BATCH = 100;
const DIFFERS: readonly DriftFinding['status'][] = ['different', 'only-declared', 'only-observed'];
const CHANGED = ['status', 'source', 'counts', 'words', 'body', 'since', 'notified'];

interface StoredRow {
  readonly entity_ref: string;
  readonly id: string;
  readonly place: string;
  readonly counts: boolean | number;
  readonly body: string;
  readonly since: number | string;
  readonly notified: number | string | null;
}

export class DatabaseDriftStore implements DriftStore {
  readonly #knex: Knex;
  readonly #newId: () => string;

  constructor(options: { readonly knex: Knex; readonly newId: () => string }) {
    this.#knex = options.knex;
    this.#newId = options.newId;
  }

  async record(
    entityRef: string,
    seen: { readonly findings: readonly DriftFinding[]; readonly counts: DriftCounts },
    now: Instant,
  ): Promise<Transitions> {
    return locked(this.#knex, `drift ${entityRef}`, async trx => {
      const stored: readonly StoredRow[] = await trx(DRIFT).where({ entity_ref: entityRef });
      const found = transitions(stored.map(toStoredFinding), seen.findings, now);
      const rows = found.current.map(row => this.#toRow(entityRef, row));
      for (const batch of batches(rows))
        await trx(DRIFT).insert(batch).onConflict(['entity_ref', 'id']).merge(CHANGED);
      for (const batch of batches(found.over))
        await trx(DRIFT).where({ entity_ref: entityRef }).whereIn('id', batch).delete();
      const { different, onlyDeclared, onlyObserved, seenAt } = seen.counts;
      await trx(COUNTS)
        .insert({
          entity_ref: entityRef,
          different,
          only_declared: onlyDeclared,
          only_observed: onlyObserved,
          seen_at: seenAt,
          computed_at: now,
        })
        .onConflict('entity_ref')
        .merge();
      return found;
    });
  }

  async untold(entityRef: string, ids: readonly string[]): Promise<void> {
    for (const batch of batches(ids))
      await this.#knex(DRIFT)
        .where({ entity_ref: entityRef })
        .whereIn('id', batch)
        .update({ notified: null });
  }

  async forget(entityRefs: readonly string[]): Promise<void> {
    for (const batch of batches(entityRefs)) {
      await this.#knex(DRIFT).whereIn('entity_ref', batch).delete();
      await this.#knex(COUNTS).whereIn('entity_ref', batch).delete();
    }
  }

  async counts(): Promise<ReadonlyMap<string, FleetDrift>> {
    const rows = await this.#knex(COUNTS).select();
    return new Map(
      rows.map(row => [
        row.entity_ref,
        {
          different: row.different,
          onlyDeclared: row.only_declared,
          onlyObserved: row.only_observed,
          // A day: the fleet need not be computed again with every look.
          seenAt: dateText(Number(row.seen_at)),
        },
      ]),
    );
  }

  async page({ query, after, limit }: DriftPageRequest): Promise<readonly FoundFinding[]> {
    const found = this.#filtered(query)
      .orderBy([
        { column: 'since', order: 'desc' },
        { column: 'place', order: 'asc' },
      ])
      .limit(limit)
      .select(
        `${DRIFT}.entity_ref`,
        `${DRIFT}.place`,
        `${DRIFT}.body`,
        `${DRIFT}.since`,
        `${ROWS}.row`,
        `${ROWS}.sources`,
      );
    if (after)
      found.where(beyond =>
        beyond
          .where('since', '<', after.since)
          .orWhere(same => same.where('since', after.since).where('place', '>', after.place)),
      );
    const rows: readonly (StoredRow & { readonly row: string; readonly sources: string })[] =
      await found;
    return rows.map(stored => {
      const { title, owner }: FleetRow = JSON.parse(stored.row);
      const since = Number(stored.since);
      return {
        entityRef: stored.entity_ref,
        title,
        ...(owner !== undefined && { owner }),
        sources: JSON.parse(stored.sources),
        finding: JSON.parse(stored.body),
        since,
        at: { since, place: stored.place },
      };
    });
  }

  #filtered({ text, owner, source, status }: FleetDriftQuery): Knex.QueryBuilder {
    // A project that is gone has no row, and nothing of it is shown.
    const rows = this.#knex(DRIFT).join(ROWS, `${ROWS}.ref`, `${DRIFT}.entity_ref`);
    rows.whereIn(`${DRIFT}.status`, status === undefined ? DIFFERS : [status]);
    if (source !== undefined) rows.where(`${DRIFT}.source`, source);
    if (owner !== undefined)
      rows.whereIn(
        `${DRIFT}.entity_ref`,
        this.#knex(TERMS)
          .where({ kind: 'owner', term: owner.toLocaleLowerCase('en-US') })
          .select('ref'),
      );
    for (const word of searchWords(text ?? ''))
      rows.whereRaw("?? like ? escape '!'", [
        `${DRIFT}.words`,
        `%${word.replace(/[!%_]/g, '!$&')}%`,
      ]);
    return rows;
  }

  #toRow(entityRef: string, { finding, counts, since, notified }: StoredFinding) {
    const { title, words, path, environment = '' } = finding;
    return {
      entity_ref: entityRef,
      id: finding.id,
      place: this.#newId(),
      status: finding.status,
      source: finding.source,
      counts,
      words: [entityRef, title, words, path, environment, finding.source]
        .join(' ')
        .toLocaleLowerCase('en-US'),
      body: JSON.stringify(finding),
      since,
      notified: notified ?? null,
    };
  }
}

function toStoredFinding({ body, counts, since, notified }: StoredRow): StoredFinding {
  return {
    finding: JSON.parse(body),
    counts: Boolean(counts),
    since: Number(since),
    ...(notified !== null && { notified: Number(notified) }),
  };
}

function batches<T>(items: readonly T[]): readonly (readonly T[])[] {
  const found: T[][] = [];
  for (let start = 0; start < items.length; start += BATCH)
    found.push(items.slice(start, start + BATCH));
  return found;
}
