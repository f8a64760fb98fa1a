import type { Instant } from 'backstage-plugin-deploy-windows-common/evaluator';
import type { Knex } from 'knex';

const BATCH = 5_000;
const BATCHES = 20;

export interface ReadinessRetentionOptions {
  readonly knex: Knex;
  /** Milliseconds. */
  readonly transitions: number;
}

/** Deletes what nobody has to keep, in bounded steps: what is left is for the next time. */
export class ReadinessRetention {
  readonly #options: ReadinessRetentionOptions;

  constructor(options: ReadinessRetentionOptions) {
    this.#options = options;
  }

  async retain(now: Instant): Promise<void> {
    const { knex, transitions } = this.#options;
    const before = now - transitions;
    for (let batch = 0; batch < BATCHES; batch += 1) {
      const old = knex('readiness_transitions').where('at', '<', before).orderBy('at');
      const deleted = await knex('readiness_transitions')
        .whereIn('id', old.limit(BATCH).select('id'))
        .delete();
      if (deleted < BATCH) break;
    }
    const day = new Date(before).toISOString().slice(0, 10);
    await knex('readiness_daily').where('day', '<', day).delete();
    await knex('readiness_mutes').where('until_at', '<', now).delete();
  }
}
