import { TestDatabases } from '@backstage/backend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import {
  fleetDriftPageSchema,
  fleetPageSchema,
  observedAnswerSchema,
  parseAnswer,
  sourceStatesSchema,
} from 'backstage-plugin-infra-overview-common';
import type { Knex } from 'knex';
import { aFakeSource, aFakeWorld, aPart } from '../__testUtils__/aFakeSource';
import { organisation } from '../__testUtils__/entities';
import { ownedBy, startPortal, type Portal } from '../__testUtils__/startPortal';
import type { SubjectReport } from './ObservationSource';
import { SourceError } from './SourceError';

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_15'], disableDocker: true });
if (process.env.CI && !databases.supports('POSTGRES_15'))
  throw new Error('CI must run the PostgreSQL suite');

jest.setTimeout(120_000);

const PAGE = '/v1/overview/system/default/complaints';
const REF = 'system:default/complaints';
const APP = 'complaints-live';
const DAY = 86_400_000;
const OWNER = 'user:default/ann';
const HIDDEN = 'user:default/hidden';
const PARTLY = 'user:default/partly';
const STRANGER = 'user:default/stranger';
// Assembled, so that no such text stands in a file.
const PLANTED = [
  ['AKIA', 'Q3EGR5HX', 'JZ7KVT2B'].join(''),
  ['postgres://u:', 'Zk8qLw2Rt9', '@h.example/d'].join(''),
];

const report = (at: number, plan = 'standard-2x', backup = at): SubjectReport => ({
  subject: APP,
  outcome: 'ok',
  dropped: [],
  parts: [
    aPart('app', at, { fields: { 'hosting.plan': plan }, sees: ['hosting.plan'] }),
    aPart('addons', at, {
      complete: ['addons'],
      items: [
        {
          list: 'addons',
          name: 'postgresql-curved-1',
          fields: {
            product: 'heroku-postgresql',
            plan: 'standard-0',
            'observed.lastBackup': new Date(backup).toISOString(),
            'observed.lastBackupSucceeded': true,
          },
          sees: ['product', 'plan'],
        },
      ],
    }),
  ],
});

describe.each(databases.eachSupportedId())('what is observed (%s)', id => {
  const world = aFakeWorld();
  let clock = Date.now();
  const now = () => clock;
  let portal: Portal;
  let knex: Knex;

  beforeAll(async () => {
    knex = await databases.init(id);
    portal = await startPortal({
      entities: organisation,
      databases: { catalog: await databases.init(id), 'infra-overview': knex },
      sources: [aFakeSource(world, now)],
      config: {
        infraOverview: {
          sources: { fake: {}, pushed: ['probe'] },
          notifications: { enabled: true },
        },
      },
      groupsOf: user => (user === OWNER ? ['group:default/core'] : []),
      policy: (user, permission) => {
        if (user === HIDDEN && permission === 'catalog.entity.read')
          return { result: AuthorizeResult.DENY };
        if (user === PARTLY && permission === 'catalog.entity.read')
          return ownedBy('group:default/nobody');
        if (user === STRANGER && /confirmation|drift-note|source/.test(permission))
          return { result: AuthorizeResult.DENY };
        return undefined;
      },
      now,
    });
  });
  afterAll(async () => portal?.stop());

  const observed = async (user?: string) => {
    const { status, body } = await portal.get(`${PAGE}/observed`, user);
    expect([status, body.error]).toEqual([200, undefined]);
    return parseAnswer(observedAnswerSchema, body);
  };
  const look = async () => {
    clock += 1000;
    await portal.tick('observe-fake');
  };
  const plan = async () =>
    (await observed()).drift.find(({ path }) => path.endsWith('hosting.plan'));

  it('knows nothing before the first look, and says so', async () => {
    const answer = await observed(OWNER);
    expect(answer.sources.map(({ source, state }) => [source, state])).toEqual([
      ['fake', 'never-ran'],
      ['probe', 'never-ran'],
    ]);
    expect([answer.drift, answer.driftCount]).toEqual([[], 0]);
    expect(answer.may).toEqual({ confirm: 'all', note: true, refresh: true });
    expect((await observed(STRANGER)).may).toEqual({
      confirm: 'nothing',
      note: false,
      refresh: false,
    });
  });

  it('looks at the apps that documents name, and compares', async () => {
    world.reports = at => [report(at)];
    await look();
    expect(world.asked.at(-1)).toEqual([APP]);
    const answer = await observed();
    expect(await plan()).toMatchObject({ status: 'different', environment: 'production' });
    expect(answer.driftCount).toBeGreaterThan(0);
    expect(answer.facts.map(({ kind }) => kind)).toContain('last-backup');
    expect(answer.sources[0]).toMatchObject({ state: 'ok', stale: false });
  });

  it('answers 304 while nothing changes, and nothing to who may not see the entity', async () => {
    const { headers } = await portal.get(`${PAGE}/observed`);
    expect(headers['cache-control']).toContain('private');
    const again = await portal.get(`${PAGE}/observed`).set('If-None-Match', String(headers.etag));
    expect(again.status).toBe(304);
    expect((await portal.get(`${PAGE}/observed`, HIDDEN)).status).toBe(404);
  });

  it('told the owner once, and others by an event', async () => {
    const told = portal.outside.sent.filter(
      ({ payload }) => payload.topic === 'infra-overview.drift',
    );
    expect(told).toHaveLength(1);
    expect(told[0]).toMatchObject({
      recipients: { entityRef: 'group:default/core' },
      payload: { link: '/catalog/default/system/complaints/infrastructure' },
    });
    expect(portal.outside.published).toContainEqual({
      topic: 'infra-overview.observed-changed',
      eventPayload: { version: 1, entityRef: REF },
    });
    await portal.tick('drift');
    await look();
    expect(
      portal.outside.sent.filter(({ payload }) => payload.topic === 'infra-overview.drift'),
    ).toHaveLength(1);
  });

  it('shows it in the fleet', async () => {
    await portal.refresh();
    const { body } = await portal.get('/v1/fleet?sort=drift&order=desc');
    const [first, ...others] = parseAnswer(fleetPageSchema, body).rows;
    expect(first).toMatchObject({ ref: REF, drift: { different: 1 } });
    expect(others.every(row => row.drift === undefined)).toBe(true);
    expect((await portal.get('/v1/fleet.csv')).text).toContain('not observed');
  });

  it('lists it over all projects, for those who may see them', async () => {
    const list = async (query: string, user?: string) => {
      const { status, body } = await portal.get(`/v1/drift${query}`, user);
      expect([status, body.error]).toEqual([200, undefined]);
      return parseAnswer(fleetDriftPageSchema, body);
    };
    const all = await list('');
    expect(all.rows.map(row => row.finding.path)).toContain((await plan())?.path);
    expect(all.rows[0]).toMatchObject({ entityRef: REF, owner: 'group:default/core' });
    expect((await list('?text=standard-2x&status=different')).rows).toHaveLength(1);
    expect((await list('?owner=group:default/core&source=fake')).rows.length).toBe(all.rows.length);
    expect((await list('?owner=group:default/other')).rows).toEqual([]);
    expect((await list('?text=100%25')).rows).toEqual([]);
    for (const user of [HIDDEN, PARTLY])
      expect(await list('', user)).toEqual({ rows: [], hasMore: false });
    const seen: string[] = [];
    let cursor = '';
    for (;;) {
      const page = await list(`?limit=1${cursor}`);
      seen.push(...page.rows.map(row => row.finding.id));
      if (!page.nextCursor) break;
      cursor = `&cursor=${page.nextCursor}`;
    }
    expect(seen.sort()).toEqual(all.rows.map(row => row.finding.id).sort());
    expect((await portal.get('/v1/drift?cursor=abc')).status).toBe(400);
    const csv = await portal.get('/v1/drift.csv');
    expect(csv.text.split('\r\n')).toHaveLength(all.rows.length + 2);
  });

  it('keeps the last snapshot while a source fails, and lets it grow old', async () => {
    world.reports = () => [];
    world.error = new SourceError('the platform answered 500');
    await look();
    expect((await observed()).sources[0]).toMatchObject({
      state: 'failed',
      reason: 'the platform answered 500',
      stale: false,
    });
    expect(await plan()).toMatchObject({ observed: expect.stringContaining('standard-2x') });
    world.error = new Error(`GET https://${PLANTED[1]} failed`);
    clock += 2 * DAY;
    await look();
    const [state] = (await observed()).sources;
    expect(state).toMatchObject({ state: 'failed', stale: true });
    expect(state?.reason).toContain('unexpected error');
    expect(['stale', 'failed']).toContain((await plan())?.status);
    await portal.tick('drift');
    expect(portal.outside.sent.filter(({ payload }) => /agree again/.test(payload.title))).toEqual(
      [],
    );
    delete world.error;
  });

  it('writes a change once, however many run at once', async () => {
    await knex('infra_change').delete();
    const before = clock;
    world.reports = at => [report(at, 'performance-m', before)];
    await Promise.all([look(), look()]);
    const changes = await knex('infra_change').where({ path: 'hosting.plan' });
    expect(changes.map(({ old, new: now_ }) => [old, now_])).toEqual([
      ['"standard-2x"', '"performance-m"'],
    ]);
    expect(await knex('infra_observation').where({ subject: APP })).toHaveLength(2);
  });

  it('leaves what looks like a secret behind, everywhere', async () => {
    world.reports = at => [
      {
        ...report(at),
        parts: [
          aPart('app', at, {
            fields: { 'hosting.plan': 'standard-2x', 'hosting.region': PLANTED[0] ?? '' },
          }),
          aPart('addons', at, {
            items: PLANTED.map((text, index) => ({
              list: 'addons' as const,
              name: index === 0 ? text : 'postgresql-curved-1',
              fields: { plan: text, note: ['fine', text] },
              sees: [text],
              deepLink: `https://x.example/${text}`,
            })),
          }),
          aPart(`part-${PLANTED[0]}`, at),
        ],
      } as SubjectReport,
      { subject: PLANTED[0] ?? '', outcome: 'failed', reason: 'gone' },
      { subject: 'other', outcome: 'failed', reason: `because ${PLANTED[1]}` },
    ];
    world.error = new SourceError(`it said ${PLANTED[1]}`);
    await look();
    delete world.error;
    await look();
    const answer = await observed();
    expect(answer.sources[0]?.dropped).toContain(`${APP}: app.hosting.region`);
    expect(answer.sources[0]?.state).toBe('partial');
    const spilled = [
      JSON.stringify(await everyRow(knex)),
      JSON.stringify([portal.outside, answer]),
    ];
    for (const text of PLANTED)
      for (const place of spilled) expect(place.includes(text)).toBe(false);
    // Names of other projects are nobody's business here.
    expect(JSON.stringify(answer.sources)).not.toContain('other');
  });

  it('says when drift is over', async () => {
    world.reports = at => [report(at, 'standard-1x')];
    await look();
    expect((await plan())?.status).toBe('same');
    expect(portal.outside.sent.at(-1)?.payload.description).toMatch(/gone/);
  });

  it('says how all sources are doing, without names of what they look at', async () => {
    const { body } = await portal.get('/v1/sources');
    expect(parseAnswer(sourceStatesSchema, body).map(({ source }) => source)).toEqual([
      'fake',
      'probe',
    ]);
  });

  it('looks again when somebody asks, once a minute', async () => {
    clock += 5 * 60_000;
    const { status, body } = await portal.post(`${PAGE}/refresh`);
    expect(status).toBe(200);
    parseAnswer(observedAnswerSchema, body);
    expect(world.asked.at(-1)).toEqual([APP]);
    expect((await portal.post(`${PAGE}/refresh`)).status).toBe(409);
    expect((await portal.post(`${PAGE}/refresh`, {}, STRANGER)).status).toBe(403);
    expect((await portal.post(`${PAGE}/refresh`, {}, HIDDEN)).status).toBe(404);
    expect(portal.audited().at(-1)).toMatchObject({
      eventId: 'refresh-sources',
      outcome: 'failure',
    });
  });

  it('takes what other tools saw, all or nothing', async () => {
    const subject = {
      source: 'probe',
      subject: 'probe-1',
      entityRef: REF,
      environment: 'production',
      parts: [aPart('certificates', clock, { fields: { 'observed.maintenance': false } })],
    };
    expect((await portal.push('/v1/observations', subject)).status).toBe(204);
    expect(await knex('infra_observation').where({ source: 'probe' })).toHaveLength(1);
    const before = JSON.stringify(await everyRow(knex));
    const leaky = {
      ...subject,
      parts: [aPart('x', clock, { fields: { plan: PLANTED[0] ?? '' } })],
    };
    const refused = await portal.push('/v1/observations', leaky);
    expect(refused.status).toBe(400);
    expect(refused.body.error.message).toContain('parts[0].fields.plan');
    expect(JSON.stringify(refused.body)).not.toContain(PLANTED[0]);
    expect(
      (await portal.push('/v1/observations', { ...subject, source: 'nobody' })).body.error.message,
    ).toContain('infraOverview.sources.pushed');
    expect((await portal.post('/v1/observations', subject)).status).toBe(403);
    expect(JSON.stringify(await everyRow(knex))).toBe(before);
    expect(portal.audited().at(-1)).toMatchObject({
      eventId: 'push-observations',
      outcome: 'failure',
    });
  });

  it('answers services for many entities at once', async () => {
    const { status, body } = await portal.get(
      `/v1/observed?ref=${REF}&ref=system:default/silent&ref=system:default/nowhere`,
    );
    expect(status).toBe(200);
    expect(body.items.map((item: { entityRef: string }) => item.entityRef)).toEqual([
      REF,
      'system:default/silent',
    ]);
    expect(body.items[0]).toMatchObject({
      driftCount: expect.any(Number),
      facts: expect.arrayContaining([
        expect.objectContaining({ kind: 'last-backup', source: 'fake', at: expect.any(Number) }),
      ]),
    });
    expect((await portal.get('/v1/observed?ref=nothing at all')).status).toBe(400);
  });
});

/** All that the tables hold. */
async function everyRow(knex: Knex): Promise<object> {
  const rows: Record<string, unknown> = {};
  for (const table of [
    'infra_run',
    'infra_observation',
    'infra_change',
    'infra_drift',
    'infra_drift_count',
    'infra_confirmation',
    'infra_drift_note',
    'infra_once',
    'infra_hosted',
    'infra_fleet',
    'infra_fleet_term',
  ])
    rows[table] = await knex(table).select();
  return rows;
}
