import type { Instant, LockKey, LockRule } from 'backstage-plugin-deploy-windows-common/evaluator';
import type { Knex } from 'knex';
import type { LockRelease, LockWish, StoredLock } from './LockStore';
import { fromRelease, fromWish, toLock, type LockRow } from './lockRows';

// Steps of a transaction of `database/write.ts`. Always in this order: epoch row, key row, lock row.

/** Takes the row of the key, so that takers of one lock stand in line, and gives the next token. */
export async function nextToken(
  trx: Knex.Transaction,
  key: LockKey,
  policy: LockRule['policy'],
): Promise<number> {
  await trx('lock_keys')
    .insert({ lock_key: key, last_token: 0, policy })
    .onConflict('lock_key')
    .ignore();
  await trx('lock_keys')
    .where({ lock_key: key })
    .update({ last_token: trx.raw('last_token + 1'), policy });
  const row: { readonly last_token: string | number } | undefined = await trx('lock_keys')
    .where({ lock_key: key })
    .first('last_token');
  return Number(row?.last_token);
}

/** A run lock that nobody renewed no longer stands in the way. */
export async function closeExpired(
  trx: Knex.Transaction,
  key: LockKey,
  now: Instant,
): Promise<void> {
  await trx('locks')
    .where({ lock_key: key, kind: 'run' })
    .whereNull('released_at')
    .where('expires_at', '<=', now)
    .update({ released_at: now, release_cause: 'expired' });
}

/** Undefined when the key is held: the constraint decides, whoever thought it was free. */
export async function insertLock(
  trx: Knex.Transaction,
  wish: LockWish,
  token: number,
): Promise<StoredLock | undefined> {
  const rows: readonly LockRow[] = await trx('locks')
    .insert(fromWish(wish, token))
    .onConflict(trx.raw('(lock_key) WHERE released_at IS NULL'))
    .ignore()
    .returning('*');
  return rows[0] && toLock(rows[0]);
}

/** Whether it was still held. */
export async function releaseLock(
  trx: Knex.Transaction,
  id: string,
  release: LockRelease,
): Promise<boolean> {
  const count = await trx('locks')
    .where({ id })
    .whereNull('released_at')
    .update(fromRelease(release));
  return count === 1;
}

export async function lockById(knex: Knex, id: string): Promise<StoredLock | undefined> {
  const row: LockRow | undefined = await knex('locks').where({ id }).first();
  return row && toLock(row);
}

/** The token of the latest grant of a key. */
export async function lastToken(knex: Knex, key: LockKey): Promise<number> {
  const row: { readonly last_token: string | number } | undefined = await knex('lock_keys')
    .where({ lock_key: key })
    .first('last_token');
  return Number(row?.last_token ?? 0);
}
