import { resolvePackagePath, type LoggerService } from '@backstage/backend-plugin-api';
import type { Knex } from 'knex';

const ATTEMPTS = 20;
const LOCK = 'deploy-windows:migrations';

interface DatabaseError {
  readonly name?: string;
  readonly code?: string;
  readonly message?: string;
}

/** Brings the tables up to date. Replicas may start together on an empty database: one migrates, the others wait. */
export async function migrate(knex: Knex, logger: LoggerService): Promise<void> {
  const directory = resolvePackagePath('backstage-plugin-deploy-windows-backend', 'migrations');
  const latest = () => knex.migrate.latest({ directory });
  if (knex.client.config.client !== 'pg') return retry(latest);

  // Knex makes its own tables without a lock and takes its lock without waiting. PostgreSQL's lock waits, and goes with
  // the connection that holds it.
  await knex.transaction(async trx => {
    await trx.raw('select pg_advisory_xact_lock(hashtext(?))', [LOCK]);
    await latest().catch(async (error: DatabaseError) => {
      if (error.name !== 'MigrationLocked') throw error;
      logger.warn('A replica died while migrating; its lock is released');
      await knex.migrate.forceFreeMigrationsLock({ directory });
      await latest();
    });
  });
  return undefined;
}

async function retry(latest: () => Promise<unknown>): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      await latest();
      return;
    } catch (error) {
      if (attempt === ATTEMPTS || !raced(error as DatabaseError)) throw error;
      await new Promise(resolve => setTimeout(resolve, 250 + Math.random() * 250));
    }
  }
}

function raced(error: DatabaseError): boolean {
  return (
    error.name === 'MigrationLocked' ||
    /already exists|database is locked/.test(String(error.message))
  );
}
