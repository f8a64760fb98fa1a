import type { Knex } from 'knex';
import type { LastRuns, Run, RunStore } from './RunStore';

const RUNS = 'infra_run';
const KEPT = 50;

interface StoredRun {
  readonly id: string;
  readonly source: string;
  readonly outcome: Run['outcome'];
  readonly reason: string | null;
  readonly dropped: string;
  readonly started_at: number | string;
  readonly finished_at: number | string;
}

export class DatabaseRunStore implements RunStore {
  readonly #knex: Knex;

  constructor(options: { readonly knex: Knex }) {
    this.#knex = options.knex;
  }

  async add({ id, source, outcome, reason, dropped, startedAt, finishedAt }: Run): Promise<void> {
    await this.#knex.transaction(async trx => {
      await trx(RUNS).insert({
        id,
        source,
        outcome,
        reason: reason ?? null,
        dropped: JSON.stringify(dropped),
        started_at: startedAt,
        finished_at: finishedAt,
      });
      const kept = trx(RUNS)
        .where({ source })
        .orderBy('finished_at', 'desc')
        .limit(KEPT)
        .select('id');
      await trx(RUNS)
        .where({ source })
        .whereNotIn('id', trx.select('id').from(kept.as('kept')))
        .delete();
    });
  }

  async lastRuns(): Promise<ReadonlyMap<string, LastRuns>> {
    const ranked = this.#knex(RUNS)
      .select('*')
      .rowNumber('place', query =>
        query.partitionBy(['source', 'outcome']).orderBy('finished_at', 'desc'),
      )
      .as('ranked');
    const rows: readonly StoredRun[] = await this.#knex
      .from(ranked)
      .where({ place: 1 })
      .orderBy('finished_at', 'desc')
      .select();
    const found = new Map<string, LastRuns>();
    for (const run of rows.map(toRun)) {
      const known = found.get(run.source) ?? { last: run };
      const isGood = run.outcome === 'ok' || run.outcome === 'partial';
      found.set(run.source, isGood && !known.lastGood ? { ...known, lastGood: run } : known);
    }
    return found;
  }
}

function toRun(stored: StoredRun): Run {
  return {
    id: stored.id,
    source: stored.source,
    outcome: stored.outcome,
    ...(stored.reason !== null && { reason: stored.reason }),
    dropped: JSON.parse(stored.dropped),
    startedAt: Number(stored.started_at),
    finishedAt: Number(stored.finished_at),
  };
}
