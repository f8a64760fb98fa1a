import { randomUUID } from 'node:crypto';
import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import type { PermitWish } from 'backstage-plugin-deploy-windows-common';
import { MINUTE } from 'backstage-plugin-deploy-windows-common/evaluator';
import type { Knex } from 'knex';
import { migrate } from '../database/migrate';
import {
  accessWithout,
  aReplica,
  callBy,
  directory,
  emptyTables,
  KNOWN,
  T,
  WEB,
} from '../log/__testUtils__/aReplica';
import { readableTargets, Targets } from '../log/Targets';
import { DatabaseLockQueue } from './DatabaseLockQueue';
import { DefaultLockService } from './DefaultLockService';
import { lockMessage } from './lockMessages';
import { turnOfAnother } from './turn';

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_15'], disableDocker: true });
if (process.env.CI && !databases.supports('POSTGRES_15'))
  throw new Error('CI must run the PostgreSQL suite');

jest.setTimeout(60_000);

const ann = callBy('user:default/ann');
const bob = callBy('user:default/bob');
const ci = callBy('external:ci');
const hold = { ...WEB, reason: 'the database is being moved' };
const deploy: PermitWish = { ...WEB, changeType: 'deploy' };

describe.each(databases.eachSupportedId())('locks (%s)', id => {
  let knex: Knex;
  let replica: ReturnType<typeof aReplica>;
  let service: DefaultLockService;

  beforeAll(async () => {
    knex = await databases.init(id);
    await migrate(knex, mockServices.logger.mock());
  });
  beforeEach(async () => {
    await emptyTables(knex);
    replica = aReplica(knex);
    const targets = new Targets(directory);
    service = new DefaultLockService({
      store: replica.locks,
      loader: replica.loader,
      readable: (query, options) => readableTargets(targets, accessWithout(), query, options),
      newId: randomUUID,
    });
  });

  it('is kept by hand until its holder gives it back, and holds deploys meanwhile', async () => {
    const lock = await service.hold(hold, ann);
    expect(lock).toMatchObject({
      kind: 'hold',
      holder: 'user:default/ann',
      mine: true,
      token: 1,
      key: KNOWN.key,
    });
    expect(lock).not.toHaveProperty('expiresAt');
    expect((await replica.permits.take(deploy, ci)).decision).toMatchObject({
      reasons: [{ code: 'LOCK_HELD', holder: 'user:default/ann' }],
    });
    await expect(service.release(lock.id, undefined, bob)).rejects.toMatchObject({
      name: 'ConflictError',
      code: 'NOT_HOLDER',
    });
    await service.release(lock.id, undefined, ann);
    await service.release(lock.id, undefined, ann);
    expect((await replica.permits.take(deploy, ci)).permit?.lock?.token).toBe(2);
  });

  it('is refused while somebody holds it, with who and why, and raises no token', async () => {
    await replica.permits.take({ ...deploy, reason: 'release 12' }, ci);
    await expect(service.hold(hold, ann)).rejects.toMatchObject({
      code: 'LOCK_HELD',
      message: expect.stringContaining(
        'is locked by external:ci since 2026-11-24T17:00:00Z (release 12). It expires 2026-11-24T17:30:00Z.',
      ),
      lock: { kind: 'run', holder: 'external:ci' },
    });
    expect(Number((await knex('lock_keys').first()).last_token)).toBe(1);
  });

  it('can be broken with a reason; its permit is closed, and the holder hears of it', async () => {
    const { permit } = await replica.permits.take(deploy, callBy('user:default/carol'));
    const broken = await service.breakLock(
      permit?.lock?.id ?? '',
      'the pipeline hangs since noon',
      bob,
    );
    expect(broken).toMatchObject({ holder: 'user:default/carol' });
    expect(await knex('locks').first()).toMatchObject({
      release_cause: 'broken',
      released_by: 'user:default/bob',
      release_reason: 'the pipeline hangs since noon',
    });
    expect(await replica.permits.find(permit?.id ?? '')).toHaveProperty('closedAt');
    const message = await knex('outbox')
      .where({ dedupe_key: `lock:${permit?.lock?.id}:broken` })
      .first();
    expect(JSON.parse(message.body).notify).toMatchObject({
      recipients: ['user:default/carol'],
      severity: 'high',
    });
    await expect(
      service.breakLock(permit?.lock?.id ?? '', 'the pipeline hangs since noon', bob),
    ).rejects.toMatchObject({ code: 'LOCK_LOST' });
    await expect(
      service.breakLock('none', 'the pipeline hangs since noon', bob),
    ).rejects.toMatchObject({ code: 'UNKNOWN_LOCK' });
  });

  it.each([
    ['hold', () => service.hold({ ...hold, reason: 'password=hunter2hunter2' }, ann)],
    ['break', () => service.breakLock('any', 'password=hunter2hunter2', ann)],
  ])('%s refuses a secret in its reason', async (_, call) => {
    await expect(call()).rejects.toMatchObject({ code: 'SECRET_IN_TEXT' });
  });

  it('lists what is held, also under a key that a neighbour shares', async () => {
    const shared = aReplica(knex, {
      policy: { lock: { key: 'city', policy: 'sequential', ttl: 30 * MINUTE } },
    });
    await shared.permits.take(deploy, ci);
    await shared.permits.take({ ...deploy, runKey: 'b' }, callBy('external:b'));
    await knex('locks').update({ target_key: 'component:default/neighbour#production' });
    const targets = new Targets(directory);
    const list = new DefaultLockService({
      store: shared.locks,
      loader: shared.loader,
      readable: (query, options) => readableTargets(targets, accessWithout(), query, options),
      newId: randomUUID,
    });
    expect(await list.list({ entity: WEB.entity, limit: 10 }, ann)).toMatchObject([
      { key: 'city', mine: false, waiting: [{ runKey: 'b', holder: 'external:b' }] },
    ]);
    expect(await list.list({ limit: 10 }, ann)).toEqual([]);
    expect(
      await list.list({ entity: WEB.entity, limit: 10 }, callBy('user:default/blind')),
    ).toEqual([]);
  });

  it('tidies: expired run locks and runs that ask no more', async () => {
    await replica.permits.take({ ...deploy, ttl: 'PT5M' }, ci);
    const queue = new DatabaseLockQueue({ knex });
    await queue.wait(
      { key: KNOWN.key, policy: 'sequential', runKey: 'b', holder: 'external:b' },
      T,
    );
    const messages = (lock: Parameters<typeof lockMessage>[0]) => [lockMessage(lock, 'expired')];
    expect(await replica.locks.releaseExpired(T + 5 * MINUTE - 1, messages)).toEqual([]);
    expect(await queue.leaveUnseen(T + 10 * MINUTE - 1)).toBe(0);
    expect(await replica.locks.releaseExpired(T + 5 * MINUTE, messages)).toHaveLength(1);
    expect(await queue.leaveUnseen(T + 10 * MINUTE)).toBe(1);
    expect(await replica.locks.current(T)).toEqual([]);
    expect(await replica.locks.waiting()).toEqual([]);
    expect(await knex('outbox').where('dedupe_key', 'like', 'lock:%:expired')).toHaveLength(1);
  });
});

describe('whose turn it is', () => {
  const run = (runKey: string, sequence: number) => ({
    key: 'k',
    runKey,
    sequence,
    holder: runKey,
    since: T,
    seenAt: T,
  });
  const waiting = [run('b', 2), run('c', 3)];
  it.each([
    ['sequential', 'b', undefined],
    ['sequential', 'c', 'b'],
    ['sequential', 'new', 'b'],
    ['sequential', undefined, 'b'],
    ['runLatest', 'c', undefined],
    ['runLatest', 'b', 'c'],
    ['runLatest', 'new', undefined],
    ['reject', 'new', undefined],
  ] as const)('%s, asked by %s: %s goes first', (policy, runKey, first) => {
    expect(turnOfAnother(policy, waiting, runKey)?.runKey).toBe(first);
    expect(turnOfAnother(policy, [], runKey)).toBeUndefined();
  });
});
