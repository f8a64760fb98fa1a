import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import knexFactory, { type Knex } from 'knex';
import { migrate } from './migrate';

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_15'], disableDocker: true });
if (process.env.CI && !databases.supports('POSTGRES_15'))
  throw new Error('CI must run the PostgreSQL suite');

jest.setTimeout(60_000);

const directory = `${__dirname}/../../migrations`;
const logger = mockServices.logger.mock();

describe.each(databases.eachSupportedId())('migrate (%s)', id => {
  it('makes the tables, may run again, and can be undone', async () => {
    const knex = await databases.init(id);
    await migrate(knex, logger);
    await migrate(knex, logger);
    expect(await knex('infra_fleet').select()).toEqual([]);
    await knex.migrate.rollback({ directory }, true);
    expect(await knex.schema.hasTable('infra_fleet')).toBe(false);
    expect(await knex.schema.hasTable('infra_fleet_term')).toBe(false);
    await migrate(knex, logger);
    expect(await knex.schema.hasTable('infra_fleet')).toBe(true);
  });
});

// SQLite has one process by nature.
const shared = databases.eachSupportedId().filter(([id]) => id === 'POSTGRES_15');

describe.each(shared)('several replicas on one database (%s)', id => {
  const replicas: Knex[] = [];
  afterEach(async () => {
    await Promise.all(replicas.splice(0).map(replica => replica.destroy()));
  });

  it('start together on an empty database', async () => {
    const { client, connection } = (await databases.init(id)).client.config;
    for (let replica = 0; replica < 3; replica++) {
      replicas.push(knexFactory({ client, connection, pool: { min: 0, max: 3 } }));
    }
    await Promise.all(replicas.map(replica => migrate(replica, logger)));
    for (const replica of replicas)
      expect(await replica('infra_fleet_revision').select()).toEqual([{ id: 1, revision: '0' }]);
  });

  it('go on when one of them died while migrating', async () => {
    const knex = await databases.init(id);
    await migrate(knex, logger);
    await knex('knex_migrations_lock').update({ is_locked: 1 });
    await migrate(knex, logger);
    expect(logger.warn).toHaveBeenCalledWith(expect.stringContaining('lock is released'));
  });
});
