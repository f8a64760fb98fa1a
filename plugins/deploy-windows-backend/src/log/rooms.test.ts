import { randomUUID } from 'node:crypto';
import {
  mockCredentials,
  mockErrorHandler,
  mockServices,
  TestDatabases,
} from '@backstage/backend-test-utils';
import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import express from 'express';
import type { Knex } from 'knex';
import request from 'supertest';
import { mount } from '../api/mount';
import { migrate } from '../database/migrate';
import { DatabaseDecisionLogStore } from '../decision/DatabaseDecisionLogStore';
import { createLocksRoom } from '../locks';
import { createNoticesRoom, type NoticeChannel } from '../notices';
import type { Room, RoomDeps } from '../room';
import { accessWithout, aReplica, directory, emptyTables, T, WEB } from './__testUtils__/aReplica';
import { createLogRoom } from './index';

const databases = TestDatabases.create({ ids: ['SQLITE_3'], disableDocker: true });

jest.setTimeout(60_000);

const audience = {
  key: `${WEB.entity}/ipm`,
  id: 'ipm',
  title: 'IPM staff',
  lead: 'PT24H',
  contacts: ['group:default/ipm'],
  require: 'any',
} as const;
const STRANGER = 'user:default/stranger';
const ann = mockCredentials.user.header('user:default/ann');
const service = (subject: string) =>
  mockCredentials.service.header({
    onBehalfOf: mockCredentials.service(subject),
    targetPluginId: 'test',
  });
const ci = service('external:ci');

describe('permits, locks, deployments and notices over HTTP', () => {
  let knex: Knex;
  let app: express.Express;
  let rooms: readonly Room[];
  let now = T;
  const audited: { eventId: string; severityLevel?: string; meta?: object }[] = [];

  beforeAll(async () => {
    knex = await databases.init('SQLITE_3');
    await migrate(knex, mockServices.logger.mock());
    const replica = aReplica(knex, { policy: { audiences: [audience] }, clock: () => now });
    const inbox: NoticeChannel = {
      id: 'inbox',
      accepts: () => true,
      send: async () => ({ outcome: 'sent' }),
    };
    const deps = {
      knex,
      config: { decisionMaxAge: 900_000 } as RoomDeps['config'],
      access: accessWithout(STRANGER),
      directory,
      runtime: replica.runtime,
      loader: replica.loader,
      answers: replica.answers,
      displays: replica.displays,
      newId: randomUUID,
      digest: String,
      now: () => now,
      logger: mockServices.logger.mock(),
    };
    const log = createLogRoom({
      ...deps,
      decisions: { add: () => {} },
      decisionLog: new DatabaseDecisionLogStore({ knex, now: () => now }),
      overrides: replica.overrides,
      databaseTime: async () => now,
    });
    rooms = [log, createLocksRoom(deps), createNoticesRoom({ ...deps, channels: [inbox] })];
    const auditor = mockServices.auditor.mock({
      createEvent: async event => {
        const entry = {
          eventId: event.eventId,
          ...(event.severityLevel && { severityLevel: event.severityLevel }),
        };
        return {
          success: async (options = {}) =>
            void audited.push({ ...entry, ...(options.meta && { meta: options.meta }) }),
          fail: async () => {},
        };
      },
    });
    app = express();
    app.use(express.json());
    app.use(
      mount(
        rooms.flatMap(({ routes }) => routes),
        {
          httpAuth: mockServices.httpAuth(),
          auditor,
          principals: {
            principalOf: async credentials => ({ ref: refOf(credentials), memberOf: [] }),
          },
          now: () => now,
          checkAnswers: true,
        },
      ),
    );
    app.use(mockErrorHandler());
  });
  beforeEach(async () => {
    now = T;
    audited.length = 0;
    await emptyTables(knex);
  });

  const post = (path: string, body: object, authorization = ci) =>
    request(app).post(`/v1${path}`).set('Authorization', authorization).send(body);
  const get = (path: string, authorization = ann) =>
    request(app).get(`/v1${path}`).set('Authorization', authorization);
  const run = async (id: string) => {
    const task = rooms.flatMap(({ tasks }) => tasks).find(one => one.id === id);
    await task?.run(now, new AbortController().signal);
  };

  it('a pipeline takes, records, renews and finishes', async () => {
    const taken = await post('/permits', { ...WEB, ttl: 'PT30M', artifact: 'abc' });
    expect(taken.status).toBe(201);
    const { id, lock } = taken.body.permit;
    expect((await post('/permits', WEB, service('external:other'))).status).toBe(200);
    expect((await get(`/permits/${id}`)).body).toEqual(taken.body.permit);
    expect((await get('/locks')).body.items).toMatchObject([
      { holder: 'external:ci', mine: false, token: lock.token },
    ]);

    const started = await post('/deployments', {
      ...WEB,
      source: 'ci',
      externalId: '7',
      permit: id,
    });
    expect([started.status, started.body.unpermitted]).toEqual([201, false]);
    expect((await post('/deployments', { ...WEB, source: 'ci', externalId: '7' })).status).toBe(
      200,
    );
    now = T + 60_000;
    expect((await post(`/permits/${id}/renew`, { token: lock.token })).status).toBe(200);
    const done = await post(`/deployments/${started.body.id}/finish`, {
      result: 'success',
      token: lock.token,
    });
    expect([done.status, done.body.result, done.body.took]).toEqual([200, 'succeeded', '1 min']);
    expect(
      (await post(`/deployments/${started.body.id}/finish`, { result: 'failure' })).status,
    ).toBe(409);
    expect((await get('/locks')).body.items).toEqual([]);
    expect(
      (await get(`/deployments?entity=${WEB.entity}&unpermitted=false`)).body.items,
    ).toHaveLength(1);
    expect(audited.map(({ eventId }) => eventId)).toEqual([
      'permit-issue',
      'permit-issue',
      'deployment-record',
      'deployment-record',
      'permit-renew',
      'deployment-record',
    ]);
    expect(audited[0]?.meta).toMatchObject({ permit: id, token: lock.token, outcome: 'allowed' });
  });

  it('gives a permit back', async () => {
    const { body } = await post('/permits', WEB);
    const released = await post(`/permits/${body.permit.id}/release`, {
      token: body.permit.lock.token,
    });
    expect([released.status, released.body.closedAt]).toEqual([200, '2026-11-24T17:00:00Z']);
    expect(
      (await post(`/permits/${body.permit.id}/renew`, { token: body.permit.lock.token })).body
        .error,
    ).toMatchObject({ name: 'ConflictError' });
  });

  it('a person keeps a lock, another breaks it, a pipeline may not', async () => {
    const held = await post('/locks', { ...WEB, reason: 'the database is being moved' }, ann);
    expect([held.status, held.body.mine]).toEqual([201, true]);
    expect(
      (await post('/locks', { ...WEB, reason: 'the database is being moved' }, ann)).status,
    ).toBe(409);
    expect((await post(`/locks/${held.body.id}/release`, {})).status).toBe(409);
    const breaking = { reason: 'she is on holiday since noon' };
    expect((await post(`/locks/${held.body.id}/break`, breaking)).status).toBe(403);
    expect((await post(`/locks/${held.body.id}/break`, { reason: 'now' }, ann)).status).toBe(400);
    expect(
      (
        await post(
          `/locks/${held.body.id}/break`,
          breaking,
          mockCredentials.user.header('user:default/bob'),
        )
      ).status,
    ).toBe(200);
    expect(audited.at(-1)).toMatchObject({
      eventId: 'lock-mutate',
      severityLevel: 'high',
      meta: { previousHolder: 'user:default/ann', reason: 'she is on holiday since noon' },
    });
  });

  it('an audience is told', async () => {
    const preview = await post('/notices', { ...WEB, dryRun: true }, ann);
    expect([preview.status, preview.body.contacts]).toEqual([200, ['group:default/ipm']]);
    const sent = await post('/notices', WEB, ann);
    expect([sent.status, sent.body.state]).toEqual([201, 'queued']);
    await run('send-notices');
    expect((await get(`/notices?entity=${WEB.entity}`)).body.items).toMatchObject([
      { id: sent.body.id, state: 'sent' },
    ]);
    expect(
      (await post(`/notices/${sent.body.id}/withdraw`, { why: 'the release was moved' }, ann)).body
        .state,
    ).toBe('withdrawn');
    const recorded = await post('/notices/record', { ...WEB, evidence: 'by phone' }, ann);
    expect([recorded.status, recorded.body.state]).toEqual([201, 'recorded']);
    expect(
      (await post(`/notices/${recorded.body.id}/confirm`, { evidence: 'by phone' }, ann)).status,
    ).toBe(409);
    expect(
      (await post(`/notices/${recorded.body.id}/confirm`, { evidence: 'by phone' })).status,
    ).toBe(403);
  });

  it('refuses a stranger every write', async () => {
    const taken = await post('/permits', WEB);
    const permit = taken.body.permit.id;
    const deployment = (await post('/deployments', { ...WEB, permit })).body.id;
    const notice = (await post('/notices', WEB, ann)).body.id;
    const lock = taken.body.permit.lock.id;
    const stranger = mockCredentials.user.header(STRANGER);
    const reason = 'because I would like to';
    const tries: [string, object][] = [
      ['/permits', WEB],
      [`/permits/${permit}/renew`, { token: 1 }],
      [`/permits/${permit}/release`, {}],
      ['/locks', { ...WEB, reason }],
      [`/locks/${lock}/release`, {}],
      [`/locks/${lock}/break`, { reason }],
      ['/deployments', WEB],
      [`/deployments/${deployment}/finish`, { result: 'failed' }],
      ['/notices', WEB],
      ['/notices', { ...WEB, dryRun: true }],
      ['/notices/record', { ...WEB, evidence: 'by phone' }],
      [`/notices/${notice}/confirm`, { evidence: 'by phone' }],
      [`/notices/${notice}/withdraw`, { why: reason }],
      [`/notices/${notice}/deliveries`, { recipient: 'group:default/ipm', state: 'sent' }],
    ];
    for (const [path, body] of tries)
      expect([path, (await post(path, body, stranger)).status]).toEqual([path, 403]);
    for (const [path, body] of tries)
      expect([path, (await post(path, body, mockCredentials.none.header())).status]).toEqual([
        path,
        401,
      ]);
    expect(await knex('deployments').first('result')).toEqual({ result: 'running' });
    expect(await knex('locks').whereNull('released_at')).toHaveLength(1);
  });

  it.each([
    ['get', '/permits/none', {}, 404],
    ['post', '/permits/none/renew', { token: 1 }, 404],
    ['post', '/deployments/none/finish', { result: 'failed' }, 404],
    ['post', '/notices/none/withdraw', { why: 'it was a mistake' }, 404],
    ['post', '/locks/none/release', {}, 404],
    ['post', '/permits', { entity: 'component:default/web', environment: 'moon' }, 404],
    ['post', '/permits', { entity: 'web' }, 400],
    ['post', '/deployments', { ...WEB, startedAt: '2026-11-24T17:00:00' }, 400],
    ['get', '/deployments?limit=1000', {}, 400],
  ] as const)('%s %s answers %s with %i', async (method, path, body, status) => {
    const answer = method === 'get' ? await get(path) : await post(path, body, ann);
    expect(answer.status).toBe(status);
  });

  it('tidies by itself', async () => {
    await post('/permits', { ...WEB, ttl: 'PT1M' });
    now = T + 60_000;
    await run('expire-locks');
    await run('watch-deployments');
    expect(await knex('locks').first()).toMatchObject({ release_cause: 'expired' });
  });
});

function refOf({ principal }: BackstageCredentials): string {
  const { userEntityRef, subject } = principal as { userEntityRef?: string; subject?: string };
  return userEntityRef ?? subject ?? 'nobody';
}
