import { TestDatabases } from '@backstage/backend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import {
  confirmationSchema,
  dateText,
  driftNoteSchema,
  observedAnswerSchema,
  parseAnswer,
} from 'backstage-plugin-infra-overview-common';
import type { Knex } from 'knex';
import { aFakeSource, aFakeWorld, aPart } from '../__testUtils__/aFakeSource';
import { aSystem, organisation, SCHEMA } from '../__testUtils__/entities';
import { startPortal, type Portal } from '../__testUtils__/startPortal';

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_15'], disableDocker: true });
if (process.env.CI && !databases.supports('POSTGRES_15'))
  throw new Error('CI must run the PostgreSQL suite');

jest.setTimeout(120_000);

const DAY = 86_400_000;
const PAGE = '/v1/overview/system/default/complaints';
const REF = 'system:default/complaints';
const ANN = 'user:default/ann';
const BOB = 'user:default/bob';
const STRANGER = 'user:default/stranger';
const HIDDEN = 'user:default/hidden';
const PLAN = 'environments[production].hosting.plan';
const SECRET = ['AKIA', 'Q3EGR5HX', 'JZ7KVT2B'].join('');

const many = Array.from({ length: 40 }, (_, index) =>
  aSystem(`many-${index}`, {
    infra: {
      schema: SCHEMA,
      environments: [
        {
          name: 'production',
          stage: 'production',
          hosting: { platform: 'heroku', app: `many-app-${index}`, plan: 'basic' },
        },
      ],
    },
  }),
);

describe.each(databases.eachSupportedId())('what people say (%s)', id => {
  const world = aFakeWorld();
  let clock = Date.now();
  let portal: Portal;
  let knex: Knex;

  beforeAll(async () => {
    knex = await databases.init(id);
    portal = await startPortal({
      entities: [...organisation, ...many],
      databases: { catalog: await databases.init(id), 'infra-overview': knex },
      sources: [aFakeSource(world, () => clock)],
      config: {
        infraOverview: { sources: { fake: {} }, notifications: { enabled: true } },
      },
      groupsOf: user => (user === ANN ? ['group:default/core'] : []),
      policy: (user, permission) => {
        if (user === HIDDEN && permission === 'catalog.entity.read')
          return { result: AuthorizeResult.DENY };
        if (user === STRANGER && /confirmation|drift-note/.test(permission))
          return { result: AuthorizeResult.DENY };
        return undefined;
      },
      now: () => clock,
    });
    world.reports = at => [
      {
        subject: 'complaints-live',
        outcome: 'ok',
        dropped: [],
        parts: [aPart('app', at, { fields: { 'hosting.plan': 'standard-2x' } })],
      },
      ...many.map((_, index) => ({
        subject: `many-app-${index}`,
        outcome: 'ok' as const,
        dropped: [],
        parts: [aPart('app', at, { fields: { 'hosting.plan': 'standard-1x' } })],
      })),
    ];
    clock += 1000;
    await portal.tick('observe-fake');
  });
  afterAll(async () => portal?.stop());

  const observed = async () =>
    parseAnswer(observedAnswerSchema, (await portal.get(`${PAGE}/observed`)).body);
  const say = (body: object, user = ANN) => portal.post(`${PAGE}/confirmations`, body, user);
  const note = (body: object, user = BOB) => portal.post(`${PAGE}/drift-notes`, body, user);
  const until = () => dateText(clock + 30 * DAY);
  const doubts = () =>
    portal.outside.sent.filter(({ payload }) => payload.topic === 'infra-overview.not-true');

  it('lets an owner say that something still holds, and take it back', async () => {
    const { status, body } = await say({ path: PLAN, answer: 'still-true', note: 'looked today' });
    expect(status).toBe(201);
    const said = parseAnswer(confirmationSchema, body);
    expect(said).toMatchObject({ entityRef: REF, by: ANN, path: PLAN });
    expect((await observed()).confirmations).toMatchObject([{ id: said.id, state: 'in-force' }]);
    expect(portal.audited().at(-1)).toMatchObject({
      eventId: 'confirm-fact',
      outcome: 'success',
      meta: { entityRef: REF, path: PLAN, answer: 'still-true' },
    });
    expect((await portal.delete(`${PAGE}/confirmations/${said.id}`, BOB)).status).toBe(403);
    expect((await portal.delete(`${PAGE}/confirmations/${said.id}`, ANN)).status).toBe(204);
    expect((await portal.delete(`${PAGE}/confirmations/${said.id}`, ANN)).status).toBe(404);
    expect((await observed()).confirmations).toEqual([]);
  });

  it('keeps the last word of each person', async () => {
    await say({ path: PLAN, answer: 'still-true' });
    await say({ path: PLAN, answer: 'unknown' });
    expect((await observed()).confirmations.map(({ answer }) => answer)).toEqual(['unknown']);
  });

  it('lets everybody else say only that something is not true, which asks the owner once', async () => {
    for (const answer of ['still-true', 'unknown']) {
      const { status, body } = await say({ path: PLAN, answer }, BOB);
      expect([status, body.error.message]).toEqual([403, expect.stringContaining('not true')]);
    }
    expect((await say({ path: PLAN, answer: 'not-true' }, BOB)).status).toBe(201);
    expect((await say({ path: PLAN, answer: 'not-true' }, 'user:default/eve')).status).toBe(201);
    expect(doubts()).toHaveLength(1);
    expect(doubts()[0]).toMatchObject({ recipients: { entityRef: 'group:default/core' } });
    expect(
      (await observed()).confirmations.filter(({ answer }) => answer === 'not-true'),
    ).toHaveLength(2);
  });

  it.each([
    ['a path that is not there', { path: 'addons[nothing].plan', answer: 'still-true' }, 'addons'],
    ['text that is no path', { path: '[[', answer: 'still-true' }, 'path'],
    ['an answer that is none', { path: PLAN, answer: 'perhaps' }, 'answer'],
    ['a field that is none', { path: PLAN, answer: 'still-true', by: BOB }, 'additional'],
    ['a secret in the note', { path: PLAN, answer: 'still-true', note: `key ${SECRET}` }, 'note'],
    ['a secret in the path', { path: SECRET, answer: 'still-true' }, 'path'],
    ['a note without an end', { path: PLAN, answer: 'still-true', note: 'x'.repeat(1001) }, 'note'],
  ])('refuses %s', async (_, body, named) => {
    const before = JSON.stringify(await knex('infra_confirmation').select());
    const { status, body: answer } = await say(body);
    expect([status, answer.error.message]).toEqual([400, expect.stringContaining(named)]);
    expect(JSON.stringify(answer)).not.toContain(SECRET);
    expect(JSON.stringify(await knex('infra_confirmation').select())).toBe(before);
    expect(portal.outside.logged.join()).not.toContain(SECRET);
    expect(JSON.stringify(portal.audited())).not.toContain(SECRET);
  });

  it('leaves a difference as it is for a while, so that it does not count', async () => {
    const finding = (await observed()).drift.find(({ path }) => path.endsWith('hosting.plan'));
    const before = (await observed()).driftCount;
    const { status, body } = await note({
      path: finding?.path,
      environment: finding?.environment,
      kind: 'accepted',
      reason: 'tried out until the end of the year',
      until: until(),
    });
    expect([status, body.error]).toEqual([201, undefined]);
    const kept = parseAnswer(driftNoteSchema, body);
    const after = await observed();
    expect(after.driftCount).toBe(before - 1);
    expect(after.drift.find(({ id: found }) => found === finding?.id)?.note).toEqual(kept);
    expect(await knex('infra_drift_count').where({ entity_ref: REF }).first()).toMatchObject({
      different: 0,
    });
    expect(portal.audited().at(-1)).toMatchObject({ eventId: 'note-drift', outcome: 'success' });
    expect((await portal.delete(`${PAGE}/drift-notes/${kept.id}`, BOB)).status).toBe(204);
    expect((await observed()).driftCount).toBe(before);
  });

  it.each([
    ['without a reason', () => ({ kind: 'accepted', until: until() }), 'reason'],
    ['without an end', () => ({ kind: 'accepted', reason: 'because' }), 'until'],
    ['that is over', () => ({ kind: 'accepted', reason: 'because', until: '2020-01-01' }), 'until'],
    [
      'for more than a year',
      () => ({ kind: 'accepted', reason: 'because', until: dateText(clock + 400 * DAY) }),
      'until',
    ],
    ['of no kind', () => ({ kind: 'hidden', reason: 'because', until: until() }), 'kind'],
    [
      'with a secret',
      () => ({ kind: 'accepted', reason: `because ${SECRET}`, until: until() }),
      'reason',
    ],
  ])('refuses a note %s', async (_, body, named) => {
    const { status, body: answer } = await note({ path: PLAN, ...body() });
    expect([status, answer.error.message]).toEqual([400, expect.stringContaining(named)]);
    expect(await knex('infra_drift_note').select()).toEqual([]);
  });

  it('refuses a stranger every write, and services too', async () => {
    const said = { path: PLAN, answer: 'not-true' };
    const noted = { path: PLAN, kind: 'accepted', reason: 'because', until: until() };
    const before = await knex('infra_confirmation').count();
    expect((await say(said, STRANGER)).status).toBe(403);
    expect((await note(noted, STRANGER)).status).toBe(403);
    expect((await portal.delete(`${PAGE}/confirmations/x`, STRANGER)).status).toBe(403);
    expect((await portal.delete(`${PAGE}/drift-notes/x`, STRANGER)).status).toBe(403);
    expect((await say(said, HIDDEN)).status).toBe(404);
    expect((await note(noted, HIDDEN)).status).toBe(404);
    expect((await portal.push(`${PAGE}/confirmations`, said)).status).toBe(403);
    expect((await portal.push(`${PAGE}/drift-notes`, noted)).status).toBe(403);
    expect(await knex('infra_confirmation').count()).toEqual(before);
    expect(
      portal
        .audited()
        .slice(-8)
        .map(({ outcome }) => outcome),
    ).toEqual(Array(8).fill('failure'));
  });

  it('asks the database as often for forty projects as for one', async () => {
    const queries: string[] = [];
    knex.on('query', ({ sql }) => queries.push(sql));
    const countOf = async (path: string) => {
      await portal.get(path);
      queries.length = 0;
      expect((await portal.get(path)).status).toBe(200);
      return queries.length;
    };
    const refs = many.map(({ metadata }) => `ref=system:default/${metadata.name}`);
    const [one, forty] = [
      await countOf(`/v1/observed?${refs[0]}`),
      await countOf(`/v1/observed?${refs.join('&')}`),
    ];
    expect([forty, forty <= 6]).toEqual([one, true]);
    expect(await countOf(`${PAGE}/observed`)).toBeLessThanOrEqual(6);
    expect(await countOf('/v1/drift?limit=1')).toBe(await countOf('/v1/drift?limit=60'));
    knex.removeAllListeners('query');
  });

  it('reminds owners once a week of what is past its cadence', async () => {
    const reminders = () =>
      portal.outside.sent.filter(({ payload }) => payload.topic === 'infra-overview.reminder');
    await Promise.all([portal.tick('remind'), portal.tick('remind')]);
    const first = reminders().filter(({ payload }) => payload.scope?.endsWith(REF));
    expect(first).toHaveLength(1);
    expect(first[0]?.payload.title).toMatch(/past (its|their) cadence/);
    await portal.tick('remind');
    expect(reminders().filter(({ payload }) => payload.scope?.endsWith(REF))).toHaveLength(1);
    clock += 7 * DAY;
    await portal.tick('remind');
    expect(reminders().filter(({ payload }) => payload.scope?.endsWith(REF))).toHaveLength(2);
  });

  it('forgets an entity a week after it left the catalog', async () => {
    const kept = async () => [
      (await knex('infra_confirmation').where({ entity_ref: REF })).length > 0,
      (await knex('infra_drift_count').where({ entity_ref: REF })).length > 0,
    ];
    await portal.put([
      ...organisation.filter(({ metadata }) => !/^complaints/.test(metadata.name)),
    ]);
    await portal.shows(REF, found => found === undefined);
    await portal.refresh();
    await portal.tick('drift');
    expect(await kept()).toEqual([true, true]);
    expect((await portal.get('/v1/drift?text=complaints')).body.rows).toEqual([]);
    clock += 8 * DAY;
    await portal.tick('drift');
    expect(await kept()).toEqual([false, false]);
    // Nobody names its app any more: what was seen of it goes with the next looks that go well.
    world.reports = () => [];
    await portal.tick('observe-fake');
    expect(await knex('infra_observation').select()).toEqual([]);
  });
});
