import type { Knex } from 'knex';

/** A transaction that no other replica's of the same name runs beside. SQLite has one connection, so it waits by nature. */
export async function locked<T>(
  knex: Knex,
  name: string,
  work: (trx: Knex.Transaction) => Promise<T>,
): Promise<T> {
  return knex.transaction(async trx => {
    if (knex.client.config.client === 'pg')
      await trx.raw('select pg_advisory_xact_lock(hashtext(?))', [`infra-overview:${name}`]);
    return work(trx);
  });
}
