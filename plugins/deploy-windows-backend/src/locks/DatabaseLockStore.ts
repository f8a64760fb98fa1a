import type { Instant } from 'backstage-plugin-deploy-windows-common/evaluator';
import type { Knex } from 'knex';
import { write } from '../database/write';
import { insertMessages } from '../outbox/insertMessages';
import type { OutboxMessage } from '../outbox/OutboxMessage';
import type { LockRelease, LockStore, LockWish, StoredLock, WaitingInQueue } from './LockStore';
import { fromRelease, toLock, toWaiting, type LockRow, type QueueRow } from './lockRows';
import { closeExpired, insertLock, lockById, nextToken, releaseLock } from './lockSteps';

const HELD = new Error('held');

export class DatabaseLockStore implements LockStore {
  readonly #knex: Knex;

  constructor({ knex }: { readonly knex: Knex }) {
    this.#knex = knex;
  }

  async current(now: Instant): Promise<readonly StoredLock[]> {
    const rows: readonly LockRow[] = await this.#knex('locks')
      .whereNull('released_at')
      .where(either => either.whereNull('expires_at').orWhere('expires_at', '>', now))
      .orderBy(['lock_key', 'token']);
    return rows.map(toLock);
  }

  async waiting(): Promise<readonly WaitingInQueue[]> {
    const rows: readonly QueueRow[] = await this.#knex('lock_queue')
      .where({ state: 'waiting' })
      .orderBy(['lock_key', 'seq']);
    return rows.map(toWaiting);
  }

  async find(id: string): Promise<StoredLock | undefined> {
    return lockById(this.#knex, id);
  }

  async hold(
    wish: LockWish,
    messages: (lock: StoredLock) => readonly OutboxMessage[],
  ): Promise<StoredLock | undefined> {
    try {
      return await write(this.#knex, async trx => {
        const token = await nextToken(trx, wish.key, wish.policy);
        await closeExpired(trx, wish.key, wish.since);
        const lock = await insertLock(trx, wish, token);
        // Rolled back: who did not get it raises neither token nor epoch.
        if (lock === undefined) throw HELD;
        await insertMessages(trx, messages(lock));
        return lock;
      });
    } catch (error) {
      if (error === HELD) return undefined;
      throw error;
    }
  }

  async release(
    id: string,
    release: LockRelease,
    messages: readonly OutboxMessage[],
  ): Promise<boolean> {
    return write(this.#knex, async trx => {
      const wasHeld = await releaseLock(trx, id, release);
      if (!wasHeld) return false;
      await trx('permits')
        .where({ lock_id: id })
        .whereNull('closed_at')
        .update({ closed_at: release.at });
      await insertMessages(trx, messages);
      return true;
    });
  }

  async releaseExpired(
    now: Instant,
    messages: (lock: StoredLock) => readonly OutboxMessage[],
  ): Promise<readonly StoredLock[]> {
    const expired = (knex: Knex) =>
      knex('locks').where({ kind: 'run' }).whereNull('released_at').where('expires_at', '<=', now);
    if ((await expired(this.#knex).first('id')) === undefined) return [];
    return write(this.#knex, async trx => {
      const rows: readonly LockRow[] = await expired(trx)
        .update(fromRelease({ at: now, cause: 'expired' }))
        .returning('*');
      const locks = rows.map(toLock);
      await insertMessages(trx, locks.flatMap(messages));
      return locks;
    });
  }
}
