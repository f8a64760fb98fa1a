import type { Knex } from 'knex';

/**
 * Every write that can change a decision. The epoch is raised first: its row is the lock that puts writers in one order,
 * on any number of replicas, and it tells every replica that what it remembers is out of date.
 *
 * @param work gets the epoch before this write; what was remembered under it is exact inside the transaction
 */
export async function write<T>(
  knex: Knex,
  work: (trx: Knex.Transaction, epochBefore: number) => Promise<T>,
): Promise<T> {
  return knex.transaction(async trx => {
    await trx('policy_epoch').where({ id: 1 }).increment('epoch', 1);
    const row = await trx('policy_epoch').where({ id: 1 }).first('epoch');
    return work(trx, Number(row.epoch) - 1);
  });
}

export async function readEpoch(knex: Knex): Promise<number> {
  const row = await knex('policy_epoch').where({ id: 1 }).first('epoch');
  return Number(row.epoch);
}
