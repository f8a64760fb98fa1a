import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import type { PermitWish } from 'backstage-plugin-deploy-windows-common';
import { MINUTE } from 'backstage-plugin-deploy-windows-common/evaluator';
import type { Knex } from 'knex';
import { databaseTime } from '../database/databaseTime';
import { migrate } from '../database/migrate';
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

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_15'], disableDocker: true });
if (process.env.CI && !databases.supports('POSTGRES_15'))
  throw new Error('CI must run the PostgreSQL suite');

jest.setTimeout(60_000);

const ci = callBy('external:ci');
const other = callBy('external:other');
const wish = (fields: Partial<PermitWish> = {}): PermitWish => ({
  ...WEB,
  changeType: 'deploy',
  ...fields,
});

describe.each(databases.eachSupportedId())('permits (%s)', id => {
  let knex: Knex;
  let now = T;
  const replica = (options: ReplicaOptions = {}) =>
    aReplica(knex, { clock: () => now, ...options });

  beforeAll(async () => {
    knex = await databases.init(id);
    await migrate(knex, mockServices.logger.mock());
  });
  beforeEach(async () => {
    now = T;
    await emptyTables(knex);
  });

  it('gives verdict, lock, permit, log row and messages in one step', async () => {
    const { permits } = replica();
    const { permit, decision } = await permits.take(wish({ artifact: 'abc', ttl: 'PT20M' }), ci);
    expect(permit).toMatchObject({
      target: KNOWN.key,
      principal: 'external:ci',
      artifact: 'abc',
      issuedAt: '2026-11-24T17:00:00Z',
      startBy: '2026-11-24T17:15:00Z',
      lock: { key: KNOWN.key, token: 1, expiresAt: '2026-11-24T17:20:00Z' },
    });
    expect(decision).toMatchObject({ outcome: 'allowed', decisionId: permit?.decisionId });
    expect(await knex('decision_log').where({ id: permit?.decisionId })).toHaveLength(1);
    expect(await knex('outbox').pluck('topic')).toEqual(['deploy-windows.permit-issued']);
    expect(await permits.find(permit?.id ?? '')).toEqual(permit);
  });

  it('holds whoever comes second, and names the holder', async () => {
    const { permits, held } = replica();
    await permits.take(wish({ reason: 'release 12' }), ci);
    const second = await permits.take(wish(), other);
    expect(second.permit).toBeUndefined();
    expect(second.decision).toMatchObject({
      outcome: 'blocked',
      reasons: [{ code: 'LOCK_HELD', holder: 'external:ci' }],
    });
    expect(held).toHaveLength(1);
    expect(await knex('locks').whereNull('released_at')).toHaveLength(1);
    expect(await knex('permits')).toHaveLength(1);
  });

  it('closes a lock that nobody renewed, and gives a higher token', async () => {
    const { permits } = replica();
    await permits.take(wish({ ttl: 'PT5M' }), ci);
    now = T + 5 * MINUTE;
    const { permit } = await permits.take(wish(), other);
    expect(permit?.lock?.token).toBe(2);
    expect(await knex('locks').where({ token: 1 }).first()).toMatchObject({
      release_cause: 'expired',
    });
  });

  it.each<[string, PermitWish, ReplicaOptions['policy'], string]>([
    ['as long as an answer may be trusted', wish(), {}, '2026-11-24T17:15:00Z'],
    ['not past its lock', wish({ ttl: 'PT5M' }), {}, '2026-11-24T17:05:00Z'],
  ])('covers a start %s', async (_, asked, policy, expected) => {
    const { permit } = await replica({ policy: policy ?? {} }).permits.take(asked, ci);
    expect(permit?.startBy).toBe(expected);
  });

  it('names the end of the opening, up to which a start is covered', async () => {
    const { windows, permits } = replica();
    const { id: freeze, window } = aFreeze({
      schedule: { type: 'exact', start: T + 10 * MINUTE, end: T + 60 * MINUTE },
    });
    await windows.insert(
      { id: freeze, window, isIncident: false, createdBy: 'user:default/ann', createdAt: T },
      { messages: [] },
    );
    const { permit } = await permits.take(wish(), ci);
    expect(permit).toMatchObject({
      startBy: '2026-11-24T17:10:00Z',
      finishBy: '2026-11-24T17:10:00Z',
    });
  });

  it('is held by a freeze, without a transaction', async () => {
    const { windows, permits } = replica();
    const { id: freeze, window } = aFreeze();
    await windows.insert(
      { id: freeze, window, isIncident: false, createdBy: 'user:default/ann', createdAt: T },
      { messages: [] },
    );
    const before = await knex('policy_epoch').first('epoch');
    expect(await permits.take(wish(), ci)).toMatchObject({
      decision: { outcome: 'blocked', reasons: [{ code: 'FREEZE_ACTIVE' }] },
    });
    expect(await knex('policy_epoch').first('epoch')).toEqual(before);
  });

  it('uses a single override up, once', async () => {
    const { windows, overrides, permits } = replica();
    const { id: freeze, window } = aFreeze();
    await windows.insert(
      { id: freeze, window, isIncident: false, createdBy: 'user:default/ann', createdAt: T },
      { messages: [] },
    );
    const override = anOverride({ rules: [window.key] });
    await overrides.insert({ override, titles: [], requestedAt: T }, { messages: [] });
    const { permit, decision } = await permits.take(wish(), ci);
    expect(decision.overrides).toEqual([override.id]);
    expect(await knex('overrides').first()).toMatchObject({ consumed_permit_id: permit?.id });
    const message = await knex('outbox')
      .where({ topic: 'deploy-windows.override-changed' })
      .first();
    expect(JSON.parse(message.body).notify.recipients).toEqual([
      'user:default/ann',
      'group:default/web',
    ]);

    await permits.release(permit?.id ?? '', permit?.lock?.token, ci);
    expect(await permits.take(wish(), ci)).toMatchObject({
      decision: { outcome: 'blocked', reasons: [{ code: 'FREEZE_ACTIVE' }] },
    });
  });

  it('lets a rollback go on under the own lock, and a restart take none', async () => {
    const { permits } = replica();
    await permits.take(wish(), ci);
    const rollback = await permits.take(wish({ changeType: 'rollback' }), ci);
    expect(rollback.permit).toMatchObject({ changeType: 'rollback' });
    expect(rollback.permit?.lock).toBeUndefined();
    expect((await permits.take(wish({ changeType: 'rollback' }), other)).permit).toBeUndefined();
    const restart = await permits.take(wish({ changeType: 'restart' }), other);
    expect(restart.permit?.lock).toBeUndefined();
    expect(await knex('locks')).toHaveLength(1);
  });

  it('answers the same Idempotency-Key with the first permit', async () => {
    const { permits } = replica();
    const options = callBy('external:ci', { idempotencyKey: 'job-7' });
    const first = await permits.take(wish(), options);
    const again = await permits.take(wish(), options);
    expect(again.permit).toEqual(first.permit);
    expect(again.decision).toMatchObject({
      outcome: 'allowed',
      decisionId: first.decision.decisionId,
    });
    expect(
      (await permits.take(wish(), callBy('external:other', { idempotencyKey: 'job-7' }))).permit,
    ).toBeUndefined();
    await expect(permits.take(wish({ changeType: 'hotfix' }), options)).rejects.toMatchObject({
      code: 'IDEMPOTENCY_KEY_USED',
    });
  });

  it('is not issued while the clocks differ', async () => {
    const { permits } = replica({ databaseTime: async () => T + 31_000 });
    await expect(permits.take(wish(), ci)).rejects.toMatchObject({
      name: 'ServiceUnavailableError',
      code: 'CLOCK_SKEW',
    });
    expect(await knex('locks')).toEqual([]);
  });

  it.each([
    ['reason', wish({ reason: 'password=hunter2hunter2' }), 'SECRET_IN_TEXT'],
    ['ttl', wish({ ttl: 'P3D' }), 'OUT_OF_RANGE'],
    ['duration', wish({ duration: 'soon' }), 'OUT_OF_RANGE'],
  ])('refuses a bad %s', async (_, asked, code) => {
    await expect(replica().permits.take(asked, ci)).rejects.toMatchObject({
      name: 'InputError',
      code,
    });
  });

  describe('heartbeat and release', () => {
    it('renews for the holder, and not once the lock is lost', async () => {
      const { permits } = replica();
      const { permit } = await permits.take(wish({ ttl: 'PT5M' }), ci);
      const token = permit?.lock?.token ?? 0;
      now = T + 4 * MINUTE;
      expect(
        (await permits.renew(permit?.id ?? '', { token, ttl: 'PT5M' }, ci)).lock?.expiresAt,
      ).toBe('2026-11-24T17:09:00Z');
      await expect(permits.renew(permit?.id ?? '', { token }, other)).rejects.toMatchObject({
        code: 'NOT_HOLDER',
      });
      await expect(permits.renew(permit?.id ?? '', { token: token - 1 }, ci)).rejects.toMatchObject(
        { code: 'LOCK_LOST' },
      );

      now = T + 10 * MINUTE;
      await expect(permits.renew(permit?.id ?? '', { token }, ci)).rejects.toMatchObject({
        name: 'ConflictError',
        code: 'LOCK_LOST',
      });
      await permits.take(wish(), other);
      await expect(permits.release(permit?.id ?? '', token, ci)).rejects.toMatchObject({
        code: 'LOCK_LOST',
      });
      expect(await knex('locks').whereNull('released_at')).toHaveLength(1);
    });

    it('gives the lock back, twice with the same answer', async () => {
      const { permits } = replica();
      const { permit } = await permits.take(wish(), ci);
      const done = await permits.release(
        permit?.id ?? '',
        permit?.lock?.token,
        callBy('external:ci', { now: T + 1000 }),
      );
      expect(done.closedAt).toBe('2026-11-24T17:00:01Z');
      expect(await permits.release(permit?.id ?? '', undefined, ci)).toEqual(done);
      expect((await permits.take(wish(), other)).permit?.lock?.token).toBe(2);
    });
  });

  describe('queue', () => {
    const policy = (queue: 'sequential' | 'runLatest' | 'reject') => ({
      policy: { lock: { key: KNOWN.key, policy: queue, ttl: 30 * MINUTE } },
    });
    const runs = (names: string) =>
      [...names].map(name => [wish({ runKey: name }), callBy(`external:${name}`)] as const);

    it('sequential: in the order in which they came, and nobody overtakes', async () => {
      const { permits } = replica(policy('sequential'));
      const first = await permits.take(wish(), ci);
      const [[b, byB], [c, byC], [d, byD]] = runs('bcd') as [any, any, any];
      expect((await permits.take(b, byB)).queue).toEqual({ place: 1 });
      expect((await permits.take(c, byC)).queue).toEqual({ place: 2 });
      await permits.release(first.permit?.id ?? '', first.permit?.lock?.token, ci);

      const overtaking = await permits.take(d, byD);
      expect(overtaking).toMatchObject({
        queue: { place: 3 },
        decision: { reasons: [{ code: 'LOCK_HELD', holder: 'external:b' }] },
      });
      expect((await permits.take(wish(), other)).permit).toBeUndefined();
      expect((await permits.take(c, byC)).queue).toEqual({ place: 2 });
      expect((await permits.take(b, byB)).permit?.lock?.token).toBe(2);
    });

    it('sequential: one that is not seen for ten minutes leaves', async () => {
      const { permits } = replica(policy('sequential'));
      const first = await permits.take(wish({ ttl: 'PT1H' }), ci);
      const [[b, byB], [c, byC]] = runs('bc') as [any, any];
      await permits.take(b, byB);
      now = T + 6 * MINUTE;
      await permits.take(c, byC);
      await permits.release(first.permit?.id ?? '', first.permit?.lock?.token, ci);
      expect((await permits.take(c, byC)).permit).toBeUndefined();
      now = T + 10 * MINUTE;
      expect((await permits.take(c, byC)).permit?.lock?.token).toBe(2);
    });

    it('runLatest: a newer run replaces those that wait', async () => {
      const { permits } = replica(policy('runLatest'));
      const first = await permits.take(wish(), ci);
      const [[b, byB], [c, byC]] = runs('bc') as [any, any];
      expect((await permits.take(b, byB)).queue).toEqual({ place: 1 });
      expect((await permits.take(c, byC)).queue).toEqual({ place: 1 });
      await expect(permits.take(b, byB)).rejects.toMatchObject({
        name: 'ConflictError',
        code: 'RUN_REPLACED',
      });
      await permits.release(first.permit?.id ?? '', first.permit?.lock?.token, ci);
      await expect(permits.take(b, byB)).rejects.toMatchObject({ code: 'RUN_REPLACED' });
      expect((await permits.take(c, byC)).permit?.lock?.token).toBe(2);
    });

    it('reject: nobody waits', async () => {
      const { permits } = replica(policy('reject'));
      await permits.take(wish(), ci);
      expect((await permits.take(wish({ runKey: 'b' }), other)).queue).toBeUndefined();
      expect(await knex('lock_queue')).toEqual([]);
    });

    it('one that something else holds does not wait', async () => {
      const { permits, windows } = replica(policy('sequential'));
      await permits.take(wish(), ci);
      const [[b, byB]] = runs('b') as [any];
      await permits.take(b, byB);
      const { id: freeze, window } = aFreeze();
      await windows.insert(
        { id: freeze, window, isIncident: false, createdBy: 'user:default/ann', createdAt: T },
        { messages: [] },
      );
      expect((await permits.take(b, byB)).queue).toBeUndefined();
      expect(await knex('lock_queue').first('state')).toEqual({ state: 'left' });
    });
  });

  it('has one holder, one token and one use, whoever writes', async () => {
    const { permits } = replica();
    const { permit } = await permits.take(wish(), ci);
    const lock = await knex('locks').first();
    await expect(knex('locks').insert({ ...lock, id: 'second', token: 9 })).rejects.toThrow();
    await expect(
      knex('locks').insert({ ...lock, id: 'second', released_at: T, release_cause: 'broken' }),
    ).rejects.toThrow();
    await expect(
      knex('locks').insert({ ...lock, id: 'third', lock_key: 'x', token: 1 }),
    ).rejects.toThrow();
    await expect(
      knex('permits').insert({ ...(await knex('permits').first()), id: 'p', lock_id: null }),
    ).rejects.toThrow();
    await expect(
      knex('permits').where({ id: permit?.id }).update({ start_by: 0 }),
    ).rejects.toThrow();
  });

  it('reads the clock of the database in milliseconds', async () => {
    const before = Date.now();
    const at = await databaseTime(knex);
    expect(at).toBeGreaterThan(before - 2_000);
    expect(at).toBeLessThan(Date.now() + 2_000);
    expect(Number.isInteger(at)).toBe(true);
  });
});
