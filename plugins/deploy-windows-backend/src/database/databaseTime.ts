import type { Instant } from 'backstage-plugin-deploy-windows-common/evaluator';
import type { Knex } from 'knex';

/** The clock that all replicas share: that of the database, at this moment and not at the start of the transaction. */
export async function databaseTime(knex: Knex): Promise<Instant> {
  if (knex.client.config.client === 'pg') {
    const { rows } = await knex.raw(
      'select floor(extract(epoch from clock_timestamp()) * 1000) as now',
    );
    return Number(rows[0].now);
  }
  const rows = await knex.raw(
    "select cast(round((julianday('now') - 2440587.5) * 86400000) as integer) as now",
  );
  return Number(rows[0].now);
}
