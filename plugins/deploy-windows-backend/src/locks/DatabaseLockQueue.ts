import {
  MINUTE,
  type Instant,
  type LockKey,
} from 'backstage-plugin-deploy-windows-common/evaluator';
import type { Knex } from 'knex';
import { write } from '../database/write';
import type { LockQueue, QueueState, QueueWish } from './LockQueue';
import { toWaiting, type QueueRow } from './lockRows';

const FORGOTTEN_AFTER = 10 * MINUTE;

export class DatabaseLockQueue implements LockQueue {
  readonly #knex: Knex;

  constructor({ knex }: { readonly knex: Knex }) {
    this.#knex = knex;
  }

  async of(key: LockKey, runKey: string | undefined, now: Instant): Promise<QueueState> {
    const rows: readonly QueueRow[] = await this.#knex('lock_queue')
      .where({ lock_key: key })
      .where(either => {
        either.where({ state: 'waiting' });
        if (runKey !== undefined) either.orWhere({ run_key: runKey });
      })
      .orderBy('seq');
    const own = rows.filter(({ run_key }) => run_key === runKey).at(-1);
    return {
      waiting: rows
        .filter(
          ({ state, seen_at }) => state === 'waiting' && Number(seen_at) > now - FORGOTTEN_AFTER,
        )
        .map(toWaiting),
      isReplaced: own?.state === 'replaced',
    };
  }

  async wait({ key, policy, runKey, holder }: QueueWish, now: Instant): Promise<void> {
    // No decision depends on when a run was last seen: the epoch stands.
    const seen = await this.#knex('lock_queue')
      .where({ lock_key: key, run_key: runKey, state: 'waiting' })
      .update({ seen_at: now });
    if (seen > 0) return;
    await write(this.#knex, async trx => {
      await trx('lock_keys')
        .insert({ lock_key: key, last_token: 0, policy })
        .onConflict('lock_key')
        .ignore();
      if (policy === 'runLatest') {
        await trx('lock_queue')
          .where({ lock_key: key, state: 'waiting' })
          .whereNot({ run_key: runKey })
          .update({ state: 'replaced' });
      }
      const last = await trx('lock_queue').where({ lock_key: key }).max('seq as seq').first();
      await trx('lock_queue')
        .insert({
          lock_key: key,
          seq: (last?.seq ?? 0) + 1,
          run_key: runKey,
          holder,
          state: 'waiting',
          joined_at: now,
          seen_at: now,
        })
        .onConflict(trx.raw("(lock_key, run_key) WHERE state = 'waiting'"))
        .ignore();
    });
  }

  async leave(key: LockKey, runKey: string): Promise<void> {
    const own = (knex: Knex) =>
      knex('lock_queue').where({ lock_key: key, run_key: runKey, state: 'waiting' });
    if ((await own(this.#knex).first('seq')) === undefined) return;
    await write(this.#knex, async trx => {
      await own(trx).update({ state: 'left' });
    });
  }

  async leaveUnseen(now: Instant): Promise<number> {
    const unseen = (knex: Knex) =>
      knex('lock_queue')
        .where({ state: 'waiting' })
        .where('seen_at', '<=', now - FORGOTTEN_AFTER);
    if ((await unseen(this.#knex).first('seq')) === undefined) return 0;
    return write(this.#knex, trx => unseen(trx).update({ state: 'left' }));
  }
}
