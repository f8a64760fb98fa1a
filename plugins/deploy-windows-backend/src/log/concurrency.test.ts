import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import type { PermitOutcome, PermitWish } from 'backstage-plugin-deploy-windows-common';
import { MINUTE } from 'backstage-plugin-deploy-windows-common/evaluator';
import createKnex, { type Knex } from 'knex';
import { migrate } from '../database/migrate';
import { write } from '../database/write';
import {
  aFreeze,
  aReplica,
  anOverride,
  callBy,
  emptyTables,
  KNOWN,
  T,
  WEB,
  type ReplicaOptions,
} from './__testUtils__/aReplica';
import { DatabasePlannedDeployments } from './DatabasePlannedDeployments';

const databases = TestDatabases.create({ ids: ['POSTGRES_15'], disableDocker: true });
if (process.env.CI && !databases.supports('POSTGRES_15'))
  throw new Error('CI must run the PostgreSQL suite');

jest.setTimeout(120_000);

const wish: PermitWish = { ...WEB, changeType: 'deploy' };

/** Something that is waited for until the test lets it go on. */
function gate() {
  let open = () => {};
  const opened = new Promise<void>(resolve => {
    open = resolve;
  });
  return { open: () => open(), opened };
}

const onPostgres = databases.supports('POSTGRES_15') ? describe : describe.skip; // a desk without PostgreSQL; CI stops above

// Two backends, each with connections and a memory of its own, over one database.
onPostgres('two backends over one PostgreSQL', () => {
  let knex: Knex;
  let second: Knex;

  beforeAll(async () => {
    knex = await databases.init('POSTGRES_15');
    await migrate(knex, mockServices.logger.mock());
    second = createKnex(knex.client.config);
  });
  afterAll(() => second.destroy());
  beforeEach(() => emptyTables(knex));

  const backends = (options: ReplicaOptions = {}) =>
    [aReplica(knex, options), aReplica(second, options)] as const;
  const insertFreeze = (
    replica: ReturnType<typeof aReplica>,
    { id, window }: ReturnType<typeof aFreeze>,
  ) =>
    replica.windows.insert(
      { id, window, isIncident: false, createdBy: 'user:default/ann', createdAt: T },
      { messages: [] },
    );

  it('200 parallel takers: one lock', async () => {
    const pair = backends();
    const takers = Array.from({ length: 200 }, (_, index) =>
      pair[index % 2]?.permits.take(wish, callBy(`external:ci-${index}`)),
    );
    const outcomes = (await Promise.all(takers)) as PermitOutcome[];
    const granted = outcomes.filter(({ permit }) => permit !== undefined);
    expect(granted).toHaveLength(1);
    const refused = outcomes.filter(({ permit }) => permit === undefined);
    expect(
      new Set(refused.flatMap(({ decision }) => decision.reasons.map(({ code }) => code))),
    ).toEqual(new Set(['LOCK_HELD']));
    expect(await knex('locks')).toHaveLength(1);
    expect(await knex('lock_keys').first('last_token')).toEqual({ last_token: '1' });
    expect(await knex('permits')).toHaveLength(1);
  });

  it('taken and given back 60 times by 12: one holder at a time, tokens strictly rising', async () => {
    const pair = backends();
    const order: number[] = [];
    let holders = 0;
    const worker = async (index: number) => {
      const { permits } = pair[index % 2] ?? pair[0];
      const options = callBy(`external:ci-${index}`);
      for (let turn = 0; turn < 5;) {
        const { permit } = await permits.take(wish, options);
        if (permit === undefined) continue;
        holders += 1;
        expect(holders).toBe(1);
        order.push(permit.lock?.token ?? 0);
        holders -= 1;
        await permits.release(permit.id, permit.lock?.token, options);
        turn += 1;
      }
    };
    await Promise.all(Array.from({ length: 12 }, (_, index) => worker(index)));
    expect(order).toEqual(Array.from({ length: 60 }, (_, index) => index + 1));
  });

  it('a freeze that is being saved is seen by the permit that waits for it', async () => {
    const [ours, theirs] = backends();
    const { id, window } = aFreeze();
    const { open, opened } = gate();
    const saving = write(second, async trx => {
      // The same row as the store writes, held back before its commit.
      await trx('windows').insert({
        id,
        kind: 'freeze',
        level_ref: WEB.entity,
        environment: WEB.environment,
        title: window.title,
        owner_ref: 'group:default/web',
        schedule: JSON.stringify(window.schedule),
        expires_at: window.expiresAt,
        version: 1,
        created_by: 'user:default/ann',
        created_at: T,
      });
      await opened;
    });
    const taking = ours.permits.take(wish, callBy('external:ci'));
    await waitsForLock(knex);
    open();
    await saving;
    expect(await taking).toMatchObject({
      decision: { outcome: 'blocked', reasons: [{ code: 'FREEZE_ACTIVE' }] },
    });
    expect(await knex('locks')).toEqual([]);
    expect(await new DatabasePlannedDeployments({ knex: second }).of([KNOWN.key], T)).toEqual([]);
    expect((await theirs.permits.take(wish, callBy('external:ci'))).permit).toBeUndefined();
  });

  it('a freeze that waits for a permit finds it under way', async () => {
    const { open, opened } = gate();
    const ours = aReplica(knex, { databaseTime: async () => opened.then(() => T) });
    const theirs = aReplica(second);
    const taking = ours.permits.take(wish, callBy('external:ci'));
    await hasTaken(knex);
    const saving = insertFreeze(theirs, aFreeze());
    await waitsForLock(knex);
    open();
    const { permit } = await taking;
    await saving;
    expect(permit).toBeDefined();
    expect(await new DatabasePlannedDeployments({ knex: second }).of([KNOWN.key], T)).toMatchObject(
      [{ what: 'permit', id: permit?.id }],
    );
    expect((await theirs.permits.take(wish, callBy('external:other'))).decision).toMatchObject({
      reasons: [{ code: 'FREEZE_ACTIVE' }, { code: 'LOCK_HELD' }],
    });
  });

  it('a single-use override is used once', async () => {
    const lock = (key: string) => ({
      policy: { lock: { key, policy: 'reject' as const, ttl: 30 * MINUTE } },
    });
    // Locks of their own, so that the override alone stands between them.
    const pair = [aReplica(knex, lock('a')), aReplica(second, lock('b'))] as const;
    const freeze = aFreeze();
    await insertFreeze(pair[0], freeze);
    const override = anOverride({ rules: [freeze.window.key] });
    await pair[0].overrides.insert({ override, titles: [], requestedAt: T }, { messages: [] });
    const outcomes = await Promise.all(
      pair.map(({ permits }) => permits.take(wish, callBy('external:ci'))),
    );
    expect(outcomes.filter(({ permit }) => permit)).toHaveLength(1);
    expect(outcomes.find(({ permit }) => permit === undefined)?.decision).toMatchObject({
      reasons: [{ code: 'FREEZE_ACTIVE' }],
    });
    expect(await knex('locks').whereNull('released_at')).toHaveLength(1);
  });

  it('20 starts at once of different locks all get their permit', async () => {
    const replicas = Array.from({ length: 20 }, (_, index) =>
      aReplica(index % 2 === 0 ? knex : second, {
        policy: { lock: { key: `key-${index}`, policy: 'reject', ttl: 30 * MINUTE } },
      }),
    );
    const outcomes = await Promise.all(
      replicas.map(({ permits }, index) => permits.take(wish, callBy(`external:ci-${index}`))),
    );
    expect(outcomes.filter(({ permit }) => permit)).toHaveLength(20);
  });
});

/** Until somebody stands in line for a row. */
async function waitsForLock(knex: Knex): Promise<void> {
  await until(async () => {
    const { rows } = await knex.raw(
      "select count(*) as count from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'",
    );
    return Number(rows[0].count) > 0;
  });
}

/** Until a transaction has raised the token and not yet ended. */
async function hasTaken(knex: Knex): Promise<void> {
  await until(async () => {
    const { rows } = await knex.raw(
      "select count(*) as count from pg_stat_activity where datname = current_database() and state = 'idle in transaction'",
    );
    return Number(rows[0].count) > 0;
  });
}

async function until(isSo: () => Promise<boolean>): Promise<void> {
  for (let attempt = 0; attempt < 2_000; attempt++) {
    if (await isSo()) return;
  }
  throw new Error('It did not happen');
}
