import { TestDatabases } from '@backstage/backend-test-utils';
import { AuthorizeResult, type PolicyDecision } from '@backstage/plugin-permission-common';
import type { Entity } from '@backstage/catalog-model';
import { ANN, aPortal, NOW, type Portal, type PortalWish } from '../__testUtils__/aPortal';
import {
  aComponent,
  aSystem,
  city,
  complaints,
  lonely,
  noipm,
  organisation,
} from '../__testUtils__/entities';

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_15'], disableDocker: true });
if (process.env.CI && !databases.supports('POSTGRES_15'))
  throw new Error('CI must run the PostgreSQL suite');

jest.setTimeout(120_000);

const CI = 'external:ci-noipm';
const PRODUCTION = 'entity=component:default/complaints&environment=production';
const MINUTE = 60_000;

const portal = async (
  wish: Partial<PortalWish> = {},
  id = databases.eachSupportedId().flat()[0] ?? 'SQLITE_3',
) => aPortal({ knex: await databases.init(id), entities: organisation, ...wish });

const onlyOwnedBy = (...claims: string[]): PolicyDecision => ({
  result: AuthorizeResult.CONDITIONAL,
  pluginId: 'deploy-windows',
  resourceType: 'deploy-windows-target',
  conditions: {
    rule: 'IS_ENTITY_OWNER',
    resourceType: 'deploy-windows-target',
    params: { claims },
  },
});
const onlyStages = (...stages: string[]): PolicyDecision => ({
  result: AuthorizeResult.CONDITIONAL,
  pluginId: 'deploy-windows',
  resourceType: 'deploy-windows-target',
  conditions: {
    not: { rule: 'HAS_STAGE', resourceType: 'deploy-windows-target', params: { stages } },
  },
});

describe.each(databases.eachSupportedId())('the gate (%s)', id => {
  it('keeps the promise to the customer', async () => {
    const { get } = await portal({}, id);
    const { status, body } = await get(`/v1/decision?${PRODUCTION}`, CI);
    expect(status).toBe(200);
    expect(body).toMatchObject({
      outcome: 'blocked',
      state: 'notice-needed',
      sentence:
        'Not now: IPM staff must be told 24 hours before. Tell them now and you may start Wed 25 Nov, 11:00. Free without notice: Tue 1 Dec, 09:00 (America/Chicago).',
      target: 'component:default/complaints#production',
      principal: CI,
      duration: 'PT20M',
      at: '2026-11-24T17:00:00Z',
      reasons: [
        { code: 'NOTICE_REQUIRED', lead: 'PT24H', clearedBy: ['notice', 'waiting', 'override'] },
      ],
      nextOpen: {
        at: '2026-12-01T15:00:00Z',
        latestStart: '2026-12-01T15:40:00Z',
        text: 'Tue 1 Dec, 09:00',
        reason: 'Agreed with IPM',
      },
      nextClose: {
        at: '2026-12-01T16:00:00Z',
        text: 'Tue 1 Dec, 10:00',
        reason: 'Agreed with IPM ends',
      },
      nextIfNotifiedNow: {
        at: '2026-11-25T17:00:00Z',
        text: 'Wed 25 Nov, 11:00',
        tell: ['system:default/noipm/ipm'],
      },
      validUntil: '2026-11-24T17:15:00Z',
      retryAt: '2026-11-24T17:05:00Z',
      procedure: {
        id: 'deploy',
        title: 'Deploy a release',
        steps: ['Maintenance mode on', 'Run migrations (when there are any)', 'Switch'],
      },
      impact: 'brief',
      zone: 'America/Chicago',
      tzdata: '2026b',
      declaredAsOf: '2026-11-24T17:00:00Z',
      inputsHash: expect.stringMatching(/^[0-9a-f]{64}$/),
      decisionId: expect.any(String),
    });
  });

  it('keeps what was answered, and not what was only imagined', async () => {
    const { get, auditEvents } = await portal({}, id);
    const { body } = await get(`/v1/decision?${PRODUCTION}`, CI);
    const imagined = await get(`/v1/decision?${PRODUCTION}&at=2026-12-01T15:10:00Z`, CI);
    expect(imagined.body).toMatchObject({
      outcome: 'allowed',
      hypothetical: true,
      finishBy: '2026-12-01T16:00:00Z',
    });
    expect(imagined.body.decisionId).toBeUndefined();
    const log = await get('/v1/decisions');
    expect(log.body.items).toEqual([
      expect.objectContaining({
        id: body.decisionId,
        target: 'component:default/complaints#production',
        outcome: 'blocked',
        codes: ['NOTICE_REQUIRED'],
        replayable: false,
      }),
    ]);
    expect((await get(`/v1/decisions/${body.decisionId}`)).body.principal).toBe(CI);
    expect(auditEvents[0]).toEqual({
      eventId: 'decision-read',
      outcome: 'success',
      meta: expect.objectContaining({
        outcome: 'blocked',
        codes: ['NOTICE_REQUIRED'],
        inputsHash: body.inputsHash,
      }),
    });
  });

  it('asks the database once and nobody else, for a pipeline', async () => {
    const { get, knex, permissionCalls, catalogCalls } = await portal({}, id);
    await get(`/v1/decision?${PRODUCTION}`, CI);
    const queries: string[] = [];
    knex.on('query', ({ sql }: { readonly sql: string }) => void queries.push(sql));
    permissionCalls.length = 0;
    expect((await get(`/v1/decision?${PRODUCTION}`, CI)).status).toBe(200);
    expect(queries).toEqual([expect.stringContaining('policy_epoch')]);
    expect(catalogCalls).toEqual([]);
  });

  it('is never changed afterwards', async () => {
    const { get, knex } = await portal({}, id);
    await get(`/v1/decision?${PRODUCTION}`, CI);
    await get('/v1/decisions');
    await expect(knex('decision_log').update({ outcome: 'allowed' })).rejects.toThrow(
      'append-only',
    );
  });

  it('pages through the log', async () => {
    const { get, turnTo } = await portal({}, id);
    for (let minute = 0; minute < 5; minute += 1) {
      turnTo(NOW + minute * MINUTE);
      await get(`/v1/decision?${PRODUCTION}`, CI);
    }
    const first = await get('/v1/decisions?limit=3');
    const second = await get(`/v1/decisions?limit=3&cursor=${first.body.nextCursor}`);
    expect(
      [...first.body.items, ...second.body.items].map(({ at }: { at: string }) => at.slice(14, 16)),
    ).toEqual(['04', '03', '02', '01', '00']);
    expect(second.body.nextCursor).toBeUndefined();
  });
});

describe('what is refused', () => {
  it.each`
    what                     | path                                                                    | status | code
    ${'no credentials'}      | ${`/v1/decision?${PRODUCTION}`}                                         | ${401} | ${undefined}
    ${'an unknown entity'}   | ${'/v1/decision?entity=component:default/never&environment=production'} | ${404} | ${'UNKNOWN_TARGET'}
    ${'an unknown place'}    | ${'/v1/decision?entity=component:default/complaints&environment=moon'}  | ${404} | ${'UNKNOWN_TARGET'}
    ${'no environments'}     | ${'/v1/decision?entity=component:default/lonely&environment=x'}         | ${404} | ${'UNKNOWN_TARGET'}
    ${'a bare local time'}   | ${`/v1/decision?${PRODUCTION}&at=2026-12-01T09:00`}                     | ${400} | ${undefined}
    ${'a zone that is none'} | ${`/v1/decision?${PRODUCTION}&zone=EST`}                                | ${400} | ${'UNKNOWN_ZONE'}
    ${'the far future'}      | ${`/v1/decision?${PRODUCTION}&at=2099-01-01T00:00:00Z`}                 | ${400} | ${'OUT_OF_RANGE'}
    ${'a timeline too long'} | ${`/v1/timeline?${PRODUCTION}&end=2027-12-01T00:00:00Z`}                | ${400} | ${'OUT_OF_RANGE'}
    ${'an unknown decision'} | ${'/v1/decisions/0b1f6a06-8f0e-4a8e-9d0a-5b4d7a4f4f11'}                 | ${404} | ${'UNKNOWN_DECISION'}
  `('$what is answered with $status', async ({ what, path, status, code }) => {
    const { get } = await portal();
    const response = await get(path, what === 'no credentials' ? '' : ANN);
    expect(response.status).toBe(status);
    expect(response.body.error.code).toBe(code);
  });

  it('names the environments that exist', async () => {
    const { get } = await portal();
    const { body } = await get('/v1/decision?entity=component:default/complaints&environment=moon');
    expect(body.error.message).toBe(
      'component:default/complaints has no environment moon; there are production, staging, ci',
    );
  });

  it('shows nothing of an entity that the catalog hides', async () => {
    const { get, post } = await portal({ hidden: ['component:default/complaints'] });
    for (const environment of ['production', 'moon']) {
      const { status, body } = await get(
        `/v1/decision?entity=component:default/complaints&environment=${environment}`,
      );
      expect([status, body.error.code]).toEqual([404, 'UNKNOWN_TARGET']);
      expect(body.error.message).not.toContain('staging');
    }
    const batch = await post('/v1/decisions', {
      targets: [
        { entity: 'component:default/complaints' },
        { entity: 'system:default/noipm', environment: 'ci' },
      ],
    });
    expect(
      batch.body.results.map(({ error, decision }: any) => error?.code ?? decision.outcome),
    ).toEqual(['UNKNOWN_TARGET', 'allowed']);
    const fleet = await get('/v1/fleet');
    expect(fleet.body.rows.map(({ entityRef }: any) => entityRef)).not.toContain(
      'component:default/complaints',
    );
    expect(fleet.body.total).toBe(3);
  });

  it('refuses a stranger and says what is missing and whose it is', async () => {
    const { get } = await portal({
      policy: name =>
        name === 'deploy-windows.decision.read' ? onlyOwnedBy('group:default/others') : undefined,
    });
    const { status, body } = await get(`/v1/decision?${PRODUCTION}`);
    expect(status).toBe(403);
    expect(body.error.message).toBe(
      'You need deploy-windows.decision.read for component:default/complaints in production. It is owned by group:default/noipm-core-team',
    );
  });

  it.each`
    policy                                          | expected
    ${onlyOwnedBy('group:default/noipm-core-team')} | ${['production', 'staging', 'ci']}
    ${onlyOwnedBy('group:default/others')}          | ${[]}
    ${onlyStages('production')}                     | ${['staging', 'ci']}
    ${{ result: AuthorizeResult.DENY }}             | ${[]}
  `('applies conditions to each target: $expected', async ({ policy, expected }) => {
    const { get } = await portal({ policy: () => policy });
    const { body } = await get('/v1/fleet?text=complaints');
    expect(body.rows.map(({ environment }: any) => environment)).toEqual(expected);
  });

  it('asks catalog and policy once in ten seconds, whatever a page shows', async () => {
    const { get, post, permissionCalls, catalogCalls, turnTo } = await portal();
    await post('/v1/decisions', {
      targets: [{ entity: 'component:default/complaints' }, { entity: 'system:default/noipm' }],
    });
    await get(`/v1/decision?${PRODUCTION}`);
    expect([permissionCalls.length, catalogCalls.length]).toEqual([1, 1]);
    turnTo(NOW + 11_000);
    await get(`/v1/decision?${PRODUCTION}`);
    expect([permissionCalls.length, catalogCalls.length]).toEqual([2, 2]);
  });
});

describe('the other questions', () => {
  let shared: Portal;
  beforeAll(async () => {
    shared = await portal();
  });

  it('answers for all environments of an entity', async () => {
    const { body } = await shared.post('/v1/decisions', {
      targets: [{ entity: 'component:default/complaints' }],
    });
    expect(
      body.results.map(({ environment, decision }: any) => [environment, decision.state]),
    ).toEqual([
      ['production', 'notice-needed'],
      ['staging', 'open'],
      ['ci', 'open'],
    ]);
  });

  it('explains every window', async () => {
    const { body } = await shared.get(`/v1/explain?${PRODUCTION}`);
    expect(body.outcome).toBe('blocked');
    expect(body.steps).toEqual([
      expect.objectContaining({
        window: 'system:default/noipm#production/ipm-tuesdays',
        governs: true,
        active: false,
        nextStart: '2026-12-01T15:00:00Z',
        text: 'Agreed with IPM: no agreed time now, next Tue 1 Dec, 09:00',
      }),
    ]);
  });

  it('finds the next openings', async () => {
    const { body } = await shared.get(`/v1/next?${PRODUCTION}&count=2`);
    expect(body).toMatchObject({
      zone: 'America/Chicago',
      openings: [
        {
          at: '2026-12-01T15:00:00Z',
          closes: '2026-12-01T16:00:00Z',
          text: 'Tue 1 Dec, 09:00–10:00',
          reason: 'Agreed with IPM',
        },
        { at: '2026-12-08T15:00:00Z', text: 'Tue 8 Dec, 09:00–10:00' },
      ],
    });
  });

  it('shows the times of another zone', async () => {
    const { body } = await shared.get(`/v1/next?${PRODUCTION}&count=1&zone=Europe/Berlin`);
    expect([body.zone, body.openings[0].text]).toEqual(['Europe/Berlin', 'Tue 1 Dec, 16:00–17:00']);
    const decision = await shared.get(`/v1/decision?${PRODUCTION}&zone=Europe/Berlin`);
    expect(decision.body).toMatchObject({
      zone: 'Europe/Berlin',
      projectZone: 'America/Chicago',
      nextOpen: { text: 'Tue 1 Dec, 16:00' },
    });
  });

  it('plans several services', async () => {
    const targets = [
      { entity: 'component:default/complaints', environment: 'staging' },
      { entity: 'component:default/complaints', environment: 'production' },
    ];
    const { body } = await shared.post('/v1/plan', {
      targets,
      order: 'together',
      duration: 'PT30M',
    });
    expect(body).toEqual({
      outcome: 'planned',
      zone: 'America/Chicago',
      slots: targets.map(({ environment }) => ({
        target: `component:default/complaints#${environment}`,
        start: '2026-12-01T15:00:00Z',
        end: '2026-12-01T15:30:00Z',
        text: 'Tue 1 Dec, 09:00–09:30',
      })),
    });
  });

  it('draws four weeks of days and segments', async () => {
    const { body } = await shared.get('/v1/timeline?entity=component:default/complaints');
    expect(body.days).toHaveLength(28);
    expect(body.days[0]).toEqual({
      date: '2026-11-24',
      label: 'Tue 24 Nov',
      start: '2026-11-24T06:00:00Z',
      end: '2026-11-25T06:00:00Z',
    });
    expect(body.targets.map(({ environment }: any) => environment)).toEqual([
      'production',
      'staging',
      'ci',
    ]);
    expect(body.targets[0].segments.slice(0, 3)).toEqual([
      expect.objectContaining({
        start: '2026-11-24T06:00:00Z',
        end: '2026-11-24T15:00:00Z',
        state: 'notice-needed',
      }),
      expect.objectContaining({ state: 'open', rules: [], text: 'Tue 24 Nov, 09:00–10:00' }),
      expect.objectContaining({
        rules: [{ rule: 'notice:system:default/noipm/ipm', title: 'IPM staff must be told first' }],
      }),
    ]);
    expect(body.targets[0].lanes[0].ranges).toHaveLength(4);
  });

  it('marks the day on which the clocks change', async () => {
    const { body } = await shared.get(
      `/v1/timeline?${PRODUCTION}&start=2027-03-13T12:00:00Z&end=2027-03-16T12:00:00Z`,
    );
    expect(body.days.map(({ date, clockChange }: any) => [date, clockChange])).toEqual([
      ['2027-03-13', undefined],
      ['2027-03-14', expect.stringContaining('23 hours')],
      ['2027-03-15', undefined],
      ['2027-03-16', undefined],
    ]);
  });

  it('lists the fleet', async () => {
    const { body } = await shared.get('/v1/fleet?days=7&zone=America/Chicago');
    expect(body.total).toBe(6);
    expect(body.days).toHaveLength(7);
    expect(body.facets).toEqual({
      owners: ['group:default/noipm-core-team'],
      systems: ['system:default/noipm'],
      domains: ['domain:default/city'],
      environments: ['ci', 'production', 'staging'],
      stages: ['ci', 'production', 'staging'],
    });
    expect(body.rows[0]).toMatchObject({
      target: 'component:default/complaints#production',
      state: 'notice-needed',
      nextChange: { at: '2026-12-01T15:00:00Z', to: 'open' },
      domain: 'domain:default/city',
    });
    expect(body.today.map(({ time, to }: any) => [time, to])).toEqual([
      ['09:00', 'open'],
      ['09:00', 'open'],
      ['10:00', 'notice-needed'],
      ['10:00', 'notice-needed'],
    ]);
  });

  it.each`
    query                                  | targets
    ${'state=open&stage=staging'}          | ${['component:default/complaints#staging', 'system:default/noipm#staging']}
    ${'state=blocked'}                     | ${['component:default/complaints#production', 'system:default/noipm#production']}
    ${'state=never-opens'}                 | ${[]}
    ${'state=no-permit'}                   | ${[]}
    ${'owner=group:default/nobody'}        | ${[]}
    ${'text=NOIPM%20ci&days=0'}            | ${['system:default/noipm#ci']}
    ${'environment=ci,production&limit=1'} | ${['component:default/complaints#production']}
  `('filters the fleet by $query', async ({ query, targets }) => {
    const { body } = await shared.get(`/v1/fleet?${query}`);
    expect(body.rows.map(({ target }: any) => target)).toEqual(targets);
  });

  it('pages the fleet', async () => {
    const first = await shared.get('/v1/fleet?limit=4&days=0');
    const second = await shared.get(
      `/v1/fleet?limit=4&days=0&cursor=${encodeURIComponent(first.body.nextCursor)}`,
    );
    expect([first.body.rows.length, second.body.rows.length, second.body.nextCursor]).toEqual([
      4,
      2,
      undefined,
    ]);
  });

  it('shows the windows with what they come from', async () => {
    const { body } = await shared.get(`/v1/windows?${PRODUCTION}&zone=Europe/Berlin`);
    expect(body.windows).toEqual([
      expect.objectContaining({
        key: 'system:default/noipm#production/ipm-tuesdays',
        kind: 'notice',
        sentence: 'Every Tuesday 09:00–10:00 (America/Chicago)',
        level: 'system:default/noipm#production',
        origin: 'catalog',
        governs: true,
        audience: { key: 'system:default/noipm/ipm', title: 'IPM staff', lead: 'PT24H' },
      }),
    ]);
    expect(body.windows[0].next).toHaveLength(5);
    expect(body.windows[0].next[0]).toMatchObject({
      text: 'Tue 1 Dec, 09:00–10:00',
      inYourZone: 'Tue 1 Dec, 16:00–17:00',
    });
    expect(body.policy).toMatchObject({
      openByDefault: { open: true, level: 'system:default/noipm#production' },
      expectedDuration: 'PT20M',
      impact: 'brief',
      timeZone: 'America/Chicago',
    });
    expect(body.lint.map(({ code }: any) => code)).toEqual(['LOW_AVAILABILITY']);
  });

  it('says how well it knows', async () => {
    const { body } = await shared.get('/v1/status');
    expect(body).toMatchObject({
      tzdata: { version: '2026b', isOld: false, disputedZones: [] },
      policy: { state: 'fresh', targets: 6, readAt: '2026-11-24T17:00:00Z' },
      clockSkew: { state: 'fine' },
      problems: [],
    });
  });
});

describe('faults', () => {
  const decide = async ({ get }: Portal, environment = 'production') =>
    (
      await get(
        `/v1/decision?entity=system:default/noipm&environment=${environment}&at=2026-12-01T15:10:00Z`,
        CI,
      )
    ).body;

  it.each`
    minutes | environment     | outcome      | codes
    ${4}    | ${'production'} | ${'allowed'} | ${[]}
    ${6}    | ${'production'} | ${'allowed'} | ${['CATALOG_STALE']}
    ${16}   | ${'production'} | ${'blocked'} | ${['INPUT_UNAVAILABLE', 'CATALOG_STALE']}
    ${16}   | ${'staging'}    | ${'allowed'} | ${['INPUT_UNAVAILABLE', 'CATALOG_STALE']}
  `(
    'the catalog does not answer for $minutes minutes: $environment is $outcome',
    async ({ minutes, environment, outcome, codes }) => {
      const one = await portal();
      one.turnTo(NOW + minutes * MINUTE);
      const body = await decide(one, environment);
      expect(body.outcome).toBe(outcome);
      const found = [...body.reasons, ...body.warnings].map(({ code }: any) => code);
      expect(found.filter((code: string) => !['CLOSES_SOON'].includes(code))).toEqual(codes);
    },
  );

  it('does not answer from memory when the database is gone', async () => {
    const one = await portal();
    expect((await decide(one)).outcome).toBe('allowed');
    await one.knex.destroy();
    const { status, body } = await one.get(`/v1/decision?${PRODUCTION}`, CI);
    expect([status, body.error.code]).toEqual([503, 'DATABASE_UNAVAILABLE']);
  });

  it('holds while a document is unreadable, whatever was asked', async () => {
    const broken: Entity = {
      ...noipm,
      spec: { ...noipm.spec, infra: { schema: 'infra-overview.io/v9' } },
    };
    const one = await portal({ entities: [city, broken, complaints, lonely] });
    const { body } = await one.get(
      '/v1/decision?entity=component:default/complaints&environment=production',
      CI,
    );
    expect(body).toMatchObject({
      outcome: 'blocked',
      state: 'unknown',
      reasons: [{ code: 'INPUT_INVALID' }],
    });
  });

  it('keeps the last good document and says so', async () => {
    const one = await portal();
    one.put([
      city,
      { ...noipm, spec: { ...noipm.spec, infra: { schema: 'infra-overview.io/v9' } } },
      complaints,
      lonely,
    ]);
    await one.refresh();
    expect((await decide(one)).outcome).toBe('allowed');
    const { body } = await one.get(
      '/v1/windows?entity=system:default/noipm&environment=production',
    );
    expect(body.policy.problems[0].message).toContain('the one before it is in force');
    expect((await one.get('/v1/status')).body.problems).toEqual([
      expect.objectContaining({ source: 'system:default/noipm' }),
    ]);
  });

  it('follows a document that changes', async () => {
    const one = await portal();
    const closed = aSystem(
      'noipm',
      { environments: [{ name: 'production', deploy: { openByDefault: false } }] },
      { domain: 'city' },
    );
    one.put([city, closed, complaints, lonely]);
    await one.refresh();
    expect(await decide(one)).toMatchObject({
      outcome: 'blocked',
      reasons: [{ code: 'CLOSED_BY_DEFAULT' }],
      horizonExceeded: true,
    });
    expect((await one.get('/v1/fleet?state=never-opens')).body.rows).toHaveLength(2);
  });

  it('answers 503 before the catalog was ever read', async () => {
    const one = await portal({ entities: [] });
    await one.knex('policy_epoch').update({ read_at: null });
    const { status, body } = await one.get(`/v1/decision?${PRODUCTION}`, CI);
    expect([status, body.error.code]).toEqual([503, 'CATALOG_NEVER_READ']);
  });

  it('finds a freeze of the last second', async () => {
    const one = await portal({
      entities: [...organisation, aComponent('web', { environments: [{ name: 'production' }] })],
    });
    const ask = async () =>
      (await one.get('/v1/decision?entity=component:default/web&environment=production', CI)).body;
    expect((await ask()).outcome).toBe('allowed');
    const made = await one.post('/v1/incident-freezes', {
      level: 'component:default/web#production',
      reason: 'The database is on fire',
    });
    expect(made.status).toBe(201);
    expect(await ask()).toMatchObject({ outcome: 'blocked', state: 'freeze' });
  });

  it('warns of what its neighbours do', async () => {
    const environments = [{ name: 'production' }];
    const one = await portal({
      entities: [
        aComponent('web', { environments }, { dependsOn: ['component:database'] }),
        aComponent('database', { environments }),
        aComponent('other', { environments }),
      ],
    });
    const held = await one.post('/v1/locks', {
      entity: 'component:default/database',
      environment: 'production',
      reason: 'A migration is running',
    });
    expect(held.status).toBe(201);
    const warnings = async (name: string) =>
      (
        await one.get(`/v1/decision?entity=component:default/${name}&environment=production`, CI)
      ).body.warnings.map(({ code, text }: any) => [code, text]);
    expect(await warnings('web')).toEqual([
      ['RELATED_DEPLOY', 'database is locked by user:default/ann (A migration is running)'],
    ]);
    expect(await warnings('other')).toEqual([]);
  });

  it('replays a decision that gave a permit', async () => {
    const one = await portal();
    const permit = await one.post(
      '/v1/permits',
      { entity: 'system:default/noipm', environment: 'staging', artifact: '1.2.3' },
      CI,
    );
    expect(permit.status).toBe(201);
    const { body } = await one.get('/v1/decisions?entity=system:default/noipm');
    expect(body.items).toEqual([
      expect.objectContaining({ purpose: 'permit', outcome: 'allowed', replayable: true }),
    ]);
    one.put([city, lonely]);
    await one.refresh();
    const replay = await one.post(`/v1/decisions/${permit.body.decision.decisionId}/replay`);
    // Its entity is gone, and with it the right to read about it.
    expect(replay.status).toBe(404);
    one.put(organisation);
    await one.refresh();
    const again = await one.post(`/v1/decisions/${permit.body.decision.decisionId}/replay`);
    expect(again.body).toMatchObject({ same: true, differences: [] });
    const gate = await one.get(`/v1/decision?${PRODUCTION}`, CI);
    expect((await one.post(`/v1/decisions/${gate.body.decisionId}/replay`)).body.error.code).toBe(
      'INPUTS_EXPIRED',
    );
  });
});
