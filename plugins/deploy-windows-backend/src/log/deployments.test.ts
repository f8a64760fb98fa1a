import { randomUUID } from 'node:crypto';
import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import {
  deploymentWishSchema,
  type DeploymentWishText,
  type PermitWish,
} from 'backstage-plugin-deploy-windows-common';
import { MINUTE } from 'backstage-plugin-deploy-windows-common/evaluator';
import type { Knex } from 'knex';
import { migrate } from '../database/migrate';
import {
  accessWithout,
  aFreeze,
  aReplica,
  callBy,
  directory,
  emptyTables,
  KNOWN,
  T,
  WEB,
} from './__testUtils__/aReplica';
import { DatabaseLogRetention } from './DatabaseLogRetention';
import { DatabasePlannedDeployments } from './DatabasePlannedDeployments';
import { DefaultDeploymentService } from './DefaultDeploymentService';
import { readableTargets, Targets } from './Targets';
import { watchDeployments } from './watchDeployments';

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_15'], disableDocker: true });
if (process.env.CI && !databases.supports('POSTGRES_15'))
  throw new Error('CI must run the PostgreSQL suite');

jest.setTimeout(60_000);

const ci = callBy('external:ci');
const at = (minutes: number) => callBy('external:ci', { now: T + minutes * MINUTE });
const wish = (fields: Partial<DeploymentWishText> = {}) =>
  deploymentWishSchema.parse({ ...WEB, source: 'circleci', externalId: '1', ...fields });
const permitWish: PermitWish = { ...WEB, changeType: 'deploy' };

describe.each(databases.eachSupportedId())('deployments (%s)', id => {
  let knex: Knex;
  let replica: ReturnType<typeof aReplica>;
  let service: DefaultDeploymentService;
  const targets = new Targets(directory);

  beforeAll(async () => {
    knex = await databases.init(id);
    await migrate(knex, mockServices.logger.mock());
  });
  beforeEach(async () => {
    await emptyTables(knex);
    replica = aReplica(knex);
    service = new DefaultDeploymentService({
      store: replica.deployments,
      targets,
      readable: (query, options) => readableTargets(targets, accessWithout(), query, options),
      newId: randomUUID,
    });
  });

  it('records a start under its permit, and gives the lock back at the end', async () => {
    const { permit } = await replica.permits.take(permitWish, ci);
    const { outcome, deployment } = await service.record(
      wish({ permit: permit?.id, version: 'abc' } as object),
      at(1),
    );
    expect(outcome).toBe('recorded');
    expect(deployment).toMatchObject({
      permitId: permit?.id,
      unpermitted: false,
      result: 'running',
      startedAt: '2026-11-24T17:01:00Z',
    });
    expect(await knex('locks').whereNull('released_at')).toHaveLength(1);

    const done = await service.finish(deployment.id, { result: 'succeeded', note: 'fine' }, at(13));
    expect(done).toMatchObject({ result: 'succeeded', took: '12 min', note: 'fine' });
    expect(await knex('locks').first()).toMatchObject({ release_cause: 'finished' });
    expect(await replica.permits.find(permit?.id ?? '')).toMatchObject({
      closedAt: '2026-11-24T17:13:00Z',
    });
    expect(await knex('deployment_events').orderBy('seq').pluck('what')).toEqual([
      'started',
      'succeeded',
    ]);
    await expect(service.finish(deployment.id, { result: 'failed' }, at(14))).rejects.toMatchObject(
      { code: 'ALREADY_FINISHED' },
    );
  });

  it('answers the same source and external id with the first record', async () => {
    const first = await service.record(wish(), ci);
    const again = await service.record(wish({ version: 'other' }), at(2));
    expect(again).toEqual({ outcome: 'known', deployment: first.deployment });
    expect(await knex('deployments')).toHaveLength(1);
  });

  it('uses a permit for one start', async () => {
    const { permit } = await replica.permits.take(permitWish, ci);
    await service.record(wish({ permit: permit?.id } as object), ci);
    const second = wish({ permit: permit?.id, externalId: '2' } as object);
    await expect(service.record(second, ci)).rejects.toMatchObject({
      name: 'ConflictError',
      code: 'PERMIT_USED',
    });
    expect(await knex('deployments')).toHaveLength(1);
    expect((await service.record(wish({ externalId: '3' }), ci)).deployment.unpermitted).toBe(true);
  });

  it.each<[string, Partial<DeploymentWishText>, number, boolean]>([
    ['a permit that covers it is found', {}, 1, false],
    ['it started after the last moment that is covered', {}, 15, true],
    ['it started before the permit', { startedAt: '2026-11-24T16:59:59Z' }, 1, true],
    ['the permit is for another change', { changeType: 'config' }, 1, true],
    ['a rollback is never flagged', { changeType: 'rollback' }, 15, false],
    ['a restart is never flagged', { changeType: 'restart' }, 15, false],
    ['one that is over', { result: 'success', startedAt: '2026-11-24T17:01:00Z' }, 2, false],
  ])('%s', async (_, fields, minutes, unpermitted) => {
    await replica.permits.take(permitWish, ci);
    const { deployment } = await service.record(wish(fields), at(minutes));
    expect(deployment.unpermitted).toBe(unpermitted);
    const messages = (
      await knex('outbox').where({ dedupe_key: `deployment:${deployment.id}:unpermitted` })
    ).map(({ body }) => JSON.parse(body));
    const told = messages.map(({ notify }) => [notify.recipients, notify.severity]);
    expect(told).toEqual(unpermitted ? [[['group:default/web'], 'high']] : []);
  });

  it('a permit that was given back covers no later start', async () => {
    const { permit } = await replica.permits.take(permitWish, ci);
    await replica.permits.release(permit?.id ?? '', permit?.lock?.token, ci);
    expect((await service.record(wish(), at(1))).deployment.unpermitted).toBe(true);
  });

  it.each<[string, Partial<DeploymentWishText>, string]>([
    ['a start in the future', { startedAt: '2026-11-24T17:05:01Z' }, 'OUT_OF_RANGE'],
    [
      'an end in the future',
      { result: 'succeeded', finishedAt: '2026-11-24T17:05:01Z' },
      'OUT_OF_RANGE',
    ],
    [
      'an end before the start',
      { result: 'failed', startedAt: '2026-11-24T16:00:00Z', finishedAt: '2026-11-24T15:00:00Z' },
      'END_NOT_AFTER_START',
    ],
    [
      'an end without a result',
      { startedAt: '2026-11-24T16:00:00Z', finishedAt: '2026-11-24T16:10:00Z' },
      'RESULT_NEEDED',
    ],
    ['a secret', { note: 'token=abcdef123456' }, 'SECRET_IN_TEXT'],
    ['an unknown environment', { environment: 'moon' }, 'UNKNOWN_TARGET'],
    ['an unknown permit', { permit: 'none' }, 'UNKNOWN_PERMIT'],
  ])('refuses %s', async (_, fields, code) => {
    await expect(service.record(wish(fields), ci)).rejects.toMatchObject({ code });
    expect(await knex('deployments')).toEqual([]);
  });

  it('a clock five minutes ahead is borne', async () => {
    expect(
      (await service.record(wish({ startedAt: '2026-11-24T17:05:00Z' }), ci)).deployment.startedAt,
    ).toBe('2026-11-24T17:05:00Z');
  });

  it('a late writer with an old token changes nothing', async () => {
    const { permit } = await replica.permits.take({ ...permitWish, ttl: 'PT5M' }, ci);
    const { deployment } = await service.record(wish({ permit: permit?.id } as object), ci);
    const later = aReplica(knex, { clock: () => T + 6 * MINUTE });
    const { permit: newer } = await later.permits.take(permitWish, callBy('external:other'));
    await expect(
      service.finish(deployment.id, { result: 'succeeded', token: 1 }, at(7)),
    ).rejects.toMatchObject({ code: 'LOCK_LOST' });
    expect((await service.finish(deployment.id, { result: 'succeeded' }, at(7))).result).toBe(
      'succeeded',
    );
    expect(await later.permitStore.find(newer?.id ?? '')).not.toHaveProperty('lock.released');
  });

  it('says once that the opening closes, and once that it has closed', async () => {
    const { id: freeze, window } = aFreeze({
      schedule: { type: 'exact', start: T + 20 * MINUTE, end: T + 60 * MINUTE },
    });
    await replica.windows.insert(
      { id: freeze, window, isIncident: false, createdBy: 'user:default/ann', createdAt: T },
      { messages: [] },
    );
    await replica.permits.take(permitWish, ci);
    const { deployment } = await service.record(wish(), callBy('user:default/bob'));
    const watch = (minutes: number) =>
      watchDeployments(
        { store: replica.deployments, targets },
        T + minutes * MINUTE,
        new AbortController().signal,
      );
    for (const minutes of [1, 5, 6, 21, 22]) await watch(minutes);
    const late = await knex('outbox')
      .where('dedupe_key', 'like', `deployment:${deployment.id}:%`)
      .orderBy('created_at')
      .select('dedupe_key', 'body');
    expect(late.map(({ dedupe_key }) => dedupe_key.split(':')[2]).sort()).toEqual([
      'closing',
      'overrun',
      'started',
    ]);
    const overrun = late.find(({ dedupe_key }) => dedupe_key.endsWith('overrun'));
    expect(JSON.parse(overrun?.body ?? '').notify.recipients).toEqual([
      'user:default/bob',
      'group:default/web',
    ]);
    const [shown] = (await service.list({ limit: 10 }, at(22))).items;
    expect(shown?.overrunSince).toBe('2026-11-24T17:20:00Z');
  });

  it('lists them latest first, by page, target and flag, and to those who may see', async () => {
    for (const index of [1, 2, 3])
      await service.record(
        wish({ externalId: String(index), changeType: index === 2 ? 'restart' : 'deploy' }),
        at(index),
      );
    const first = await service.list({ limit: 2 }, ci);
    expect(first.items.map(({ externalId }) => externalId)).toEqual(['3', '2']);
    const rest = await service.list(
      { limit: 2, ...(first.nextCursor !== undefined && { cursor: first.nextCursor }) },
      ci,
    );
    expect(rest.items.map(({ externalId }) => externalId)).toEqual(['1']);
    expect(rest.nextCursor).toBeUndefined();
    expect((await service.list({ limit: 9, unpermitted: true }, ci)).items).toHaveLength(2);
    expect((await service.list({ limit: 9, environment: 'staging' }, ci)).items).toEqual([]);
    expect((await service.list({ limit: 9, owner: 'group:default/web' }, ci)).items).toHaveLength(
      3,
    );
    expect((await service.list({ limit: 9, owner: 'group:default/other' }, ci)).items).toEqual([]);
    expect((await service.list({ limit: 9 }, callBy('user:default/blind'))).items).toEqual([]);
  });

  it('tells a freeze what is under way', async () => {
    const planned = new DatabasePlannedDeployments({ knex });
    const { permit } = await replica.permits.take(permitWish, ci);
    expect(await planned.of([KNOWN.key], T)).toMatchObject([
      { what: 'permit', id: permit?.id, by: 'external:ci', to: T + 15 * MINUTE },
    ]);
    expect(await planned.of([KNOWN.key], T + 15 * MINUTE)).toEqual([]);
    const { deployment } = await service.record(wish(), ci);
    expect(await planned.of([KNOWN.key], T)).toMatchObject([
      { what: 'running', id: deployment.id },
    ]);
    expect(await planned.of(['component:default/other#production'], T)).toEqual([]);
    await service.finish(deployment.id, { result: 'succeeded' }, ci);
    expect(await planned.of([KNOWN.key], T)).toEqual([]);
  });

  it('deletes what is over and old, and nothing that runs', async () => {
    const { permit } = await replica.permits.take(permitWish, ci);
    const { deployment } = await service.record(wish({ permit: permit?.id } as object), ci);
    await service.record(wish({ externalId: '2' }), at(1));
    await service.finish(deployment.id, { result: 'succeeded' }, at(5));
    const retention = new DatabaseLogRetention({ knex });
    await retention.retain(T + 5 * MINUTE);
    expect(await knex('deployments')).toHaveLength(2);
    await retention.retain(T + 5 * MINUTE + 1);
    expect(await knex('deployments').pluck('external_id')).toEqual(['2']);
    expect(await knex('permits')).toEqual([]);
    expect(await knex('locks')).toEqual([]);
    expect(await knex('deployment_events').pluck('what')).toEqual(['started']);
  });

  it('keeps what happened: events are never changed', async () => {
    await service.record(wish(), ci);
    await expect(knex('deployment_events').update({ what: 'nothing' })).rejects.toThrow(
      /append-only/,
    );
    expect(
      (await replica.deployments.recent(KNOWN.key, 5)).map(({ externalId }) => externalId),
    ).toEqual(['1']);
  });
});
