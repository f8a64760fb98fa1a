import type { Instant, TargetKey } from 'backstage-plugin-deploy-windows-common/evaluator';
import type { Knex } from 'knex';
import type { OutboxMessage } from './OutboxMessage';
import { insertMessages } from './insertMessages';
import type { Transition, TransitionStore } from './TransitionStore';

const TASK = 'announce-transitions';
const STATES = ['opened', 'closed'];

export class DatabaseTransitionStore implements TransitionStore {
  readonly #knex: Knex;

  constructor({ knex }: { readonly knex: Knex }) {
    this.#knex = knex;
  }

  async watermark(): Promise<Instant | undefined> {
    const row = await this.#knex('watermarks').where({ task: TASK }).first('value');
    return row && Number(row.value);
  }

  async setWatermark(at: Instant): Promise<void> {
    await this.#knex('watermarks')
      .insert({ task: TASK, value: String(at) })
      .onConflict('task')
      .merge();
  }

  async lastStates(): Promise<ReadonlyMap<TargetKey, 'opened' | 'closed'>> {
    const latest = this.#knex('transitions')
      .whereIn('to_state', STATES)
      .select('target_key')
      .max('at as latest')
      .groupBy('target_key')
      .as('last');
    const rows: readonly { target_key: string; to_state: 'opened' | 'closed' }[] = await this.#knex(
      'transitions',
    )
      .join(latest, join =>
        join.on('transitions.target_key', 'last.target_key').andOn('transitions.at', 'last.latest'),
      )
      .whereIn('to_state', STATES)
      .select('transitions.target_key', 'to_state');
    return new Map(rows.map(row => [row.target_key, row.to_state]));
  }

  async announce(
    { target, at, to, cause }: Transition,
    message: OutboxMessage | undefined,
  ): Promise<boolean> {
    return this.#knex.transaction(async trx => {
      const inserted = await trx('transitions')
        .insert({ target_key: target, at, to_state: to, cause })
        .onConflict(['target_key', 'at', 'to_state'])
        .ignore()
        .returning('at');
      if (inserted.length === 0) return false;
      if (message) await insertMessages(trx, [message]);
      return true;
    });
  }

  async forget(before: Instant): Promise<void> {
    // The last one of each target stays: it says in which state the target is.
    const latest = this.#knex('transitions')
      .whereIn('to_state', STATES)
      .groupBy('target_key')
      .select(this.#knex.raw('max(at)'));
    await this.#knex('transitions').where('at', '<', before).whereNotIn('at', latest).delete();
  }
}
