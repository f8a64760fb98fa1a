import { TestDatabases } from '@backstage/backend-test-utils';
import { NOW, WEB, aWorld, type World } from './__testUtils__/world';

const databases = TestDatabases.create({ ids: ['SQLITE_3'], disableDocker: true });
jest.setTimeout(60_000);

const HOUR = 3_600_000;
const NOIPM = 'system:default/noipm#production';
const REASON = 'The reports of the year are made';

const freeze = (fields: object = {}) => ({
  kind: 'freeze',
  level: NOIPM,
  title: 'Report week',
  reason: REASON,
  schedule: { type: 'weekly', days: ['wed'], from: '08:00', to: '18:00' },
  timeZone: 'America/Chicago',
  expiresAt: '2026-12-31T00:00:00-06:00',
  ...fields,
});
const allow = (fields: object = {}) => ({
  kind: 'allow',
  level: 'component:default/night#production',
  title: 'Night shift',
  schedule: {
    type: 'weekly',
    days: ['mon', 'tue', 'wed', 'thu', 'fri'],
    from: '22:00',
    to: '04:00',
  },
  timeZone: 'America/Chicago',
  ...fields,
});

describe('windows', () => {
  let world: World;
  beforeEach(async () => {
    world = await aWorld(databases);
  });

  const outcomeAt = async (at: string, target = WEB) => {
    const { input } = await world.loader.load(
      { target, changeType: 'deploy', principal: 'external:ci' },
      NOW,
    );
    const { decide } = jest.requireActual<
      typeof import('backstage-plugin-deploy-windows-common/evaluator')
    >('backstage-plugin-deploy-windows-common/evaluator');
    const decision = decide(input, Date.parse(at));
    return decision.outcome === 'blocked' ? decision.reasons.map(({ code }) => code) : 'allowed';
  };

  it('adds a freeze that holds from the next request on', async () => {
    const added = await world.as('ann').post('/windows?zone=Europe/Chisinau', freeze()).expect(201);
    expect(added.body).toMatchObject({
      kind: 'freeze',
      version: 1,
      origin: 'database',
      owner: 'user:default/ann',
      level: NOIPM,
      sentence: 'Every Wednesday 08:00–18:00 (America/Chicago)',
      active: false,
      governs: true,
      expiresAt: '2026-12-31T06:00:00Z',
    });
    expect(added.body.key).toBe(`db:${added.body.id}`);
    expect(added.body.next).toHaveLength(5);
    expect(added.body.next[0]).toMatchObject({
      start: '2026-11-25T14:00:00Z',
      end: '2026-11-26T00:00:00Z',
    });
    expect(added.body.next[0].inYourZone).toContain('16:00');
    expect(await outcomeAt('2026-11-25T15:00Z')).toContain('FREEZE_ACTIVE');
    expect(await outcomeAt('2026-11-27T15:00Z')).not.toContain('FREEZE_ACTIVE');
  });

  it.each<readonly [string, object, string, string]>([
    ['an unknown zone', { timeZone: 'America/Chicagoo' }, 'UNKNOWN_ZONE', 'timeZone'],
    ['an offset', { timeZone: '-06:00' }, 'OFFSET_NOT_ALLOWED', 'timeZone'],
    ['an offset with a name', { timeZone: 'Etc/GMT+6' }, 'OFFSET_NOT_ALLOWED', 'timeZone'],
    ['an abbreviation', { timeZone: 'CST' }, 'ABBREVIATION_NOT_ALLOWED', 'timeZone'],
    ['no zone', { timeZone: undefined }, 'ZONE_MISSING', 'timeZone'],
    [
      'the same time twice',
      { schedule: { type: 'weekly', days: ['wed'], from: '08:00', to: '08:00' } },
      'END_NOT_AFTER_START',
      'schedule',
    ],
    [
      'no end of the day',
      { schedule: { type: 'weekly', days: ['wed'], from: '08:00' } },
      'END_MISSING',
      'schedule',
    ],
    [
      'an end before the start',
      { schedule: { type: 'once', start: '2026-12-21T00:00', end: '2026-12-20T00:00' } },
      'END_NOT_AFTER_START',
      'schedule',
    ],
    [
      'a freeze of a hundred days',
      { schedule: { type: 'once', start: '2026-12-21T00:00', end: '2027-04-01T00:00' } },
      'OUT_OF_RANGE',
      'schedule',
    ],
    [
      'an opening of five weeks',
      {
        kind: 'allow',
        schedule: { type: 'once', start: '2026-12-01T00:00', end: '2027-01-06T00:00' },
      },
      'OUT_OF_RANGE',
      'schedule',
    ],
    [
      'a flood of days',
      {
        schedule: {
          type: 'rrule',
          rule: 'FREQ=DAILY;COUNT=9999',
          firstDate: '2026-01-01',
          from: '08:00',
          to: '09:00',
        },
      },
      'TOO_MANY',
      'schedule',
    ],
    [
      'a rule that is none',
      {
        schedule: {
          type: 'rrule',
          rule: 'FREQ=WEEKLY;BYDAY=XX',
          firstDate: '2026-01-01',
          from: '08:00',
          to: '09:00',
        },
      },
      'BAD_RULE',
      'schedule.rule',
    ],
    ['a freeze without end and review', { expiresAt: undefined }, 'FREEZE_NEEDS_END', 'expiresAt'],
    [
      'an end that is over',
      { expiresAt: '2026-11-01T00:00:00Z' },
      'END_NOT_AFTER_START',
      'expiresAt',
    ],
    ['a review that is over', { reviewAt: '2026-11-01T00:00:00Z' }, 'OUT_OF_RANGE', 'reviewAt'],
    [
      'holidays nobody knows',
      { holidays: { set: 'mars', on: 'skip' } },
      'HOLIDAYS_MISSING',
      'holidays.set',
    ],
    [
      'a calendar nobody read',
      { schedule: { type: 'feed', feed: 'ops' } },
      'FEED_MISSING',
      'schedule.feed',
    ],
    [
      'an operator nobody knows',
      { scope: { 'metadata.tags': { $startsWith: 'ruby' } } },
      'UNKNOWN_OPERATOR',
      'scope',
    ],
    ['a bare word as scope', { scope: 'web' }, 'UNKNOWN_OPERATOR', 'scope'],
    ['agreed times of nobody', { kind: 'notice' }, 'AUDIENCE_MISSING', 'audience'],
    ['an unknown audience', { kind: 'notice', audience: 'press' }, 'AUDIENCE_MISSING', 'audience'],
    [
      'an environment that is not there',
      { level: 'system:default/noipm#moon' },
      'UNKNOWN_LEVEL',
      'level',
    ],
    [
      'an environment of a Domain',
      { level: 'domain:default/city#production' },
      'UNKNOWN_LEVEL',
      'level',
    ],
    [
      'a Component without environment',
      { level: 'component:default/web' },
      'UNKNOWN_LEVEL',
      'level',
    ],
  ])('refuses %s, in the preview as well', async (_, fields, code, path) => {
    for (const address of ['/windows', '/windows/preview']) {
      const refused = await world.as('ann').post(address, freeze(fields)).expect(400);
      expect(refused.body.error).toMatchObject({ name: 'InputError', code });
      expect(refused.body.error.problems).toEqual(
        expect.arrayContaining([{ code, path, message: expect.any(String) }]),
      );
    }
    expect(await world.stores.windows.current(NOW)).toEqual([]);
  });

  it('says everything that is wrong at once', async () => {
    const refused = await world
      .as('ann')
      .post(
        '/windows',
        freeze({
          timeZone: 'CET',
          expiresAt: undefined,
          scope: 'web',
          level: 'system:default/noipm#moon',
        }),
      )
      .expect(400);
    expect(refused.body.error.problems.map(({ code }: { code: string }) => code)).toEqual([
      'UNKNOWN_LEVEL',
      'ABBREVIATION_NOT_ALLOWED',
      'FREEZE_NEEDS_END',
      'UNKNOWN_OPERATOR',
    ]);
  });

  it.each([
    ['an instant without offset', freeze({ expiresAt: '2026-12-31T00:00:00' }), /offset/],
    ['a field nobody knows', freeze({ tiemZone: 'UTC' }), /tiemZone/],
    ['no schedule', freeze({ schedule: undefined }), /schedule/],
  ])('refuses %s when it is read', async (_, body, message) => {
    const refused = await world.as('ann').post('/windows', body).expect(400);
    expect(refused.body.error.message).toMatch(message);
  });

  it('refuses a secret in the reason and repeats nothing of it', async () => {
    const secret = ['pass', 'word=', 'correcthorse1'].join('');
    const refused = await world
      .as('ann')
      .post('/windows', freeze({ reason: `${REASON}: ${secret}` }))
      .expect(400);
    expect(refused.body.error.code).toBe('SECRET_IN_TEXT');
    expect(JSON.stringify(refused.body.error)).not.toContain('correcthorse1');
  });

  it('knows nothing of an entity that is not there or that the caller may not see', async () => {
    await world
      .as('ann')
      .post('/windows', freeze({ level: 'system:default/nobody' }))
      .expect(404);
    world.access.hidden.add('system:default/noipm');
    world.access.granted.set('user:default/bob', ['deploy-windows.window.create']);
    await world
      .as('bob')
      .post('/windows', freeze({ level: 'system:default/noipm#moon' }))
      .expect(404);
    await world.as('bob').post('/windows/preview', freeze()).expect(404);
    expect(await world.stores.windows.current(NOW)).toEqual([]);
  });

  it('keeps a one-off freeze without an expiry, and forgets it a day after it is over', async () => {
    const added = await world
      .as('ann')
      .post(
        '/windows',
        freeze({
          schedule: { type: 'once', start: '2026-12-01T00:00', end: '2026-12-02T00:00' },
          expiresAt: undefined,
        }),
      )
      .expect(201);
    expect(added.body.expiresAt).toBeUndefined();
    const over = Date.parse('2026-12-02T06:00Z');
    expect(await world.stores.windows.current(over)).toHaveLength(1);
    expect(await world.stores.windows.current(over + 27 * HOUR)).toHaveLength(0);
  });

  it('answers a repeated call with the first window', async () => {
    const send = () =>
      world.as('ann').post('/windows', freeze(), { 'Idempotency-Key': 'k-1' }).expect(201);
    const [first, second] = await Promise.all([send(), send()]);
    const third = await send();
    expect([second.body.id, third.body.id]).toEqual([first.body.id, first.body.id]);
    expect(await world.stores.windows.current(NOW)).toHaveLength(1);
  });

  describe('who may', () => {
    const add = async () =>
      (await world.as('ann').post('/windows', freeze()).expect(201)).body.id as string;
    const change = (id: string, who: string, fields: object = {}) =>
      world
        .as(who)
        .patch(`/windows/${id}`, { window: freeze(fields), version: 1, why: 'The week has moved' });

    it('refuses a stranger each write, and a service', async () => {
      const id = await add();
      for (const [who, status] of [
        ['stranger', 403],
        ['external:ci', 403],
      ] as const) {
        await world.as(who).post('/windows', freeze()).expect(status);
        await change(id, who).expect(status);
        await world
          .as(who)
          .post(`/windows/${id}/withdraw`, { why: 'no longer needed' })
          .expect(status);
      }
      await world
        .as('stranger')
        .post('/incident-freezes', { level: NOIPM, reason: REASON })
        .expect(403);
      expect(await world.stores.windows.current(NOW)).toEqual([
        expect.objectContaining({ version: 1 }),
      ]);
    });

    it('asks at the level of the window', async () => {
      world.access.asked.length = 0;
      await world.as('ann').post('/windows', allow()).expect(201);
      expect(world.access.asked).toEqual([
        'deploy-windows.window.create component:default/night#production',
      ]);
    });

    it.each([
      ['with a scope', freeze({ scope: { kind: 'Component' } })],
      ['at a Domain', freeze({ level: 'domain:default/city' })],
    ])('needs more for a freeze %s', async (_, body) => {
      world.access.granted.set('user:default/bob', [
        'deploy-windows.window.create',
        'deploy-windows.window.update',
      ]);
      const refused = await world.as('bob').post('/windows', body).expect(403);
      expect(refused.body.error.message).toContain('freeze.create-broad');
      const id = await add();
      await change(id, 'bob', { scope: { kind: 'Component' } }).expect(403);
      world.access.granted.set('user:default/bob', [
        'deploy-windows.window.create',
        'deploy-windows.freeze.create-broad',
      ]);
      await world.as('bob').post('/windows', body).expect(201);
      expect(
        world
          .audited()
          .filter(({ outcome }) => outcome === 'success')
          .at(-1),
      ).toMatchObject({
        eventId: 'window-mutate',
        severityLevel: 'high',
        meta: { broad: true, matchedTargets: expect.any(Number) },
      });
    });
  });

  describe('changing', () => {
    const add = async (fields: object = {}) =>
      (await world.as('ann').post('/windows', freeze(fields)).expect(201)).body as {
        id: string;
        key: string;
      };
    const change = (id: string, fields: object = {}, version = 1) =>
      world
        .as('ann')
        .patch(`/windows/${id}`, { window: freeze(fields), version, why: 'The week has moved' });

    it('writes a new version, keeps the old one and its owner', async () => {
      const { id } = await add({ owner: 'group:default/noipm' });
      const changed = await change(id, { title: 'Another week' }).expect(200);
      expect(changed.body).toMatchObject({
        id,
        version: 2,
        title: 'Another week',
        owner: 'group:default/noipm',
      });
      expect(await world.stores.windows.revisions(id)).toEqual([
        expect.objectContaining({
          version: 1,
          why: REASON,
          window: expect.objectContaining({ title: 'Report week' }),
        }),
        expect.objectContaining({ version: 2, why: 'The week has moved', by: 'user:default/ann' }),
      ]);
    });

    it('tells the second editor the current version', async () => {
      const { id } = await add();
      await change(id).expect(200);
      const late = await change(id).expect(409);
      expect(late.body.error).toMatchObject({
        name: 'ConflictError',
        code: 'VERSION_MISMATCH',
        version: 2,
      });
    });

    it('keeps kind and level', async () => {
      const { id } = await add();
      await change(id, { level: 'system:default/noipm' }).expect(400);
      await change(id, { kind: 'allow', expiresAt: undefined }).expect(400);
      expect((await world.stores.windows.find(id))?.window.version).toBe(1);
    });

    it('withdraws and never deletes', async () => {
      const { id } = await add();
      const withdrawn = await world
        .as('ann')
        .post(`/windows/${id}/withdraw`, { why: 'The reports are done' })
        .expect(200);
      expect(withdrawn.body.version).toBe(2);
      expect(await outcomeAt('2026-11-25T15:00Z')).not.toContain('FREEZE_ACTIVE');
      expect(await world.stores.windows.find(id)).toMatchObject({
        withdrawnBy: 'user:default/ann',
        withdrawnAt: NOW,
      });
      expect(await world.stores.windows.revisions(id)).toHaveLength(2);
      const again = await world
        .as('ann')
        .post(`/windows/${id}/withdraw`, { why: 'The reports are done' })
        .expect(409);
      expect(again.body.error.code).toBe('WITHDRAWN');
      expect((await change(id, {}, 2).expect(409)).body.error.code).toBe('WITHDRAWN');
    });

    it('withdraws only the version that was read, where one is named', async () => {
      const { id } = await add();
      await change(id).expect(200);
      const late = await world
        .as('ann')
        .post(`/windows/${id}/withdraw`, { why: 'The reports are done', version: 1 })
        .expect(409);
      expect(late.body.error).toMatchObject({ code: 'VERSION_MISMATCH', version: 2 });
    });

    it('sends whoever wants to change a declared one to its file', async () => {
      const key = encodeURIComponent('system:default/noipm#production/year-end');
      for (const refused of [
        await change(key).expect(409),
        await world
          .as('ann')
          .post(`/windows/${key}/withdraw`, { why: 'no longer needed' })
          .expect(409),
      ]) {
        expect(refused.body.error).toMatchObject({
          code: 'DECLARED_IN_CATALOG',
          sourceUrl: 'https://git.example.org/noipm/catalog-info.yaml',
        });
      }
      await world
        .as('stranger')
        .patch(`/windows/${key}`, { window: freeze(), version: 1, why: 'The week has moved' })
        .expect(403);
      await change(encodeURIComponent('system:default/noipm#production/nothing')).expect(404);
      await change('00000000-0000-4000-8000-000000000000').expect(404);
    });
  });

  describe('incident freezes', () => {
    const press = (fields: object = {}, who = 'ann') =>
      world
        .as(who)
        .post('/incident-freezes', {
          level: 'domain:default/city',
          reason: 'Payments are failing',
          ...fields,
        });

    it('holds everything below at once, and lifts itself after four hours', async () => {
      const made = await press().expect(201);
      expect(made.body).toMatchObject({
        kind: 'freeze',
        hard: true,
        active: true,
        title: 'Incident at city',
        expiresAt: '2026-11-24T21:00:00Z',
      });
      expect(await outcomeAt('2026-11-24T20:59Z')).toContain('FREEZE_ACTIVE');
      expect(await outcomeAt('2026-11-24T21:00Z')).not.toContain('FREEZE_ACTIVE');
      expect(await outcomeAt('2026-11-24T20:00Z', 'component:default/alone#production')).toBe(
        'allowed',
      );
      expect(world.audited().at(-1)).toMatchObject({
        eventId: 'incident-freeze',
        severityLevel: 'critical',
        outcome: 'success',
        meta: { end: '2026-11-24T21:00:00Z' },
      });
    });

    it('is pressed by whoever has that permission, an alarm as well, and is let go by people', async () => {
      for (const who of ['user:default/bob', 'external:pager'])
        world.access.granted.set(who, ['deploy-windows.incident-freeze.create']);
      await press({}, 'bob').expect(201);
      const made = await press(
        { duration: 'PT30M', overridableBy: ['group:default/On-Call'] },
        'external:pager',
      ).expect(201);
      expect(made.body).toMatchObject({
        expiresAt: '2026-11-24T17:30:00Z',
        overridableBy: ['group:default/on-call'],
        owner: 'external:pager',
      });
      const lift = { why: 'Payments work again' };
      await world.as('external:pager').post(`/windows/${made.body.id}/withdraw`, lift).expect(403);
      await world.as('stranger').post(`/windows/${made.body.id}/withdraw`, lift).expect(403);
      await world.as('bob').post(`/windows/${made.body.id}/withdraw`, lift).expect(200);
    });

    it('is not changed into something else', async () => {
      const made = await press().expect(201);
      const refused = await world
        .as('ann')
        .patch(`/windows/${made.body.id}`, {
          window: freeze({ level: 'domain:default/city' }),
          version: 1,
          why: 'longer please',
        })
        .expect(409);
      expect(refused.body.error.code).toBe('INCIDENT_FREEZE');
    });

    it.each([
      ['longer than a week', { duration: 'P8D' }, 'TOO_LONG'],
      ['for no time', { duration: 'PT0S' }, 'END_NOT_AFTER_START'],
      ['by a filter nobody knows', { scope: { $glob: 'x' } }, 'UNKNOWN_OPERATOR'],
    ])('is refused %s', async (_, fields, code) => {
      expect((await press(fields).expect(400)).body.error.code).toBe(code);
    });

    it('needs a reason', async () => {
      expect((await press({ reason: 'help' })).body.error.message).toContain(
        'reason of at least 10 characters',
      );
    });
  });

  describe('previews', () => {
    const preview = (body: object, zone = '') =>
      world.as('ann').post(`/windows/preview${zone}`, body);

    it('shows what a freeze would hold', async () => {
      world.notices.push(
        {
          id: 'n1',
          audience: 'system:default/noipm/ipm',
          target: WEB,
          from: Date.parse('2026-11-25T15:00Z'),
          to: Date.parse('2026-11-25T16:00Z'),
          state: 'sent',
          effectiveAt: NOW - HOUR,
        },
        {
          id: 'n2',
          audience: 'system:default/noipm/ipm',
          target: WEB,
          from: Date.parse('2026-11-27T15:00Z'),
          to: Date.parse('2026-11-27T16:00Z'),
          state: 'sent',
          effectiveAt: NOW - HOUR,
        },
        {
          id: 'n3',
          audience: 'system:default/noipm/ipm',
          target: WEB,
          from: Date.parse('2026-11-25T15:00Z'),
          to: Date.parse('2026-11-25T16:00Z'),
          state: 'withdrawn',
        },
        {
          id: 'n4',
          audience: 'system:default/noipm/ipm',
          target: 'component:default/night#production',
          from: Date.parse('2026-11-25T15:00Z'),
          to: Date.parse('2026-11-25T16:00Z'),
          state: 'queued',
        },
      );
      world.planned.push(
        {
          what: 'permit',
          id: 'p1',
          target: WEB,
          changeType: 'deploy',
          by: 'external:ci',
          from: NOW,
          to: Date.parse('2026-11-25T14:30Z'),
        },
        {
          what: 'permit',
          id: 'p2',
          target: WEB,
          changeType: 'deploy',
          by: 'external:ci',
          from: NOW,
          to: NOW + HOUR,
        },
        {
          what: 'permit',
          id: 'p3',
          target: WEB,
          changeType: 'rollback',
          by: 'external:ci',
          from: NOW,
          to: Date.parse('2026-11-25T14:30Z'),
        },
        {
          what: 'running',
          id: 'd1',
          target: WEB,
          changeType: 'deploy',
          by: 'external:ci',
          from: NOW - HOUR,
        },
      );
      const { body } = await preview(freeze(), '?zone=Europe/Chisinau').expect(200);
      expect(body.sentence).toBe('Every Wednesday 08:00–18:00 (America/Chicago)');
      expect(body.next).toHaveLength(5);
      expect(
        body.affected.map(({ what, id }: { what: string; id: string }) => `${what} ${id}`),
      ).toEqual(['notice n1', 'notice n4', 'permit p1', 'running d1']);
      expect(body.impact).toBe(
        'This freeze will block 3 planned deployments of 2 services. 1 deployment runs already and will not be stopped.',
      );
      expect(body.targets.map(({ target }: { target: string }) => target).sort()).toEqual([
        'component:default/night#production',
        WEB,
        'system:default/noipm#production',
      ]);
      expect(body).toMatchObject({ targetCount: 3, closesOtherTimes: false, hasNoEffect: false });
      expect(await world.stores.windows.current(NOW)).toEqual([]);
    });

    it('names only what the caller may see, and counts all', async () => {
      world.access.hidden.add('component:default/night');
      const { body } = await world.as('bob').post('/windows/preview', freeze()).expect(200);
      expect(body.targetCount).toBe(3);
      expect(JSON.stringify(body.targets)).not.toContain('night');
    });

    it('marks occurrences near a change of the clocks', async () => {
      const { body } = await preview(
        freeze({
          schedule: { type: 'once', start: '2027-03-14T01:30', end: '2027-03-14T04:00' },
          expiresAt: undefined,
        }),
      ).expect(200);
      expect(body.next).toEqual([
        expect.objectContaining({
          start: '2027-03-14T07:30:00Z',
          clockChange: expect.stringContaining('UTC'),
        }),
      ]);
      expect(body.lint).toEqual(
        expect.arrayContaining([expect.objectContaining({ code: 'CROSSES_CLOCK_CHANGE' })]),
      );
    });

    it('says that a scope matches nothing', async () => {
      const { body } = await preview(freeze({ scope: { kind: 'API' } })).expect(200);
      expect(body).toMatchObject({
        targetCount: 0,
        hasNoEffect: true,
        impact: 'Nothing is governed by it: no target matches.',
      });
      expect(body.lint).toEqual(
        expect.arrayContaining([expect.objectContaining({ code: 'SCOPE_MATCHES_NOTHING' })]),
      );
    });

    it('says that a service would never open', async () => {
      const { body } = await preview(
        freeze({
          schedule: { type: 'always' },
          timeZone: undefined,
          expiresAt: undefined,
          reviewAt: '2026-12-31T00:00:00Z',
        }),
      ).expect(200);
      const never = body.lint
        .filter(({ code }: { code: string }) => code === 'NEVER_OPENS')
        .map(({ text }: { text: string }) => text);
      expect(never).toEqual(expect.arrayContaining([expect.stringContaining('web production')]));
      // It was closed before: that is not news.
      expect(never.join()).not.toContain('night production');
      expect(body.next).toEqual([{ start: '2026-11-24T17:00:00Z', text: expect.any(String) }]);
    });

    it.each([
      [
        'an opening where the default is closed',
        allow(),
        { hasNoEffect: false, closesOtherTimes: false },
      ],
      [
        'a freeze that ends before it begins',
        freeze({ expiresAt: '2026-11-24T18:00:00Z' }),
        { hasNoEffect: true, closesOtherTimes: false },
      ],
      [
        'an opening where everything is open',
        allow({ level: 'component:default/alone#production' }),
        { hasNoEffect: true, closesOtherTimes: false },
      ],
      [
        'first agreed times of an audience',
        { ...allow({ level: 'system:default/noipm#staging' }), kind: 'notice', audience: 'ipm' },
        { hasNoEffect: false, closesOtherTimes: true },
      ],
      [
        'further agreed times of an audience',
        { ...allow({ level: 'system:default/noipm#production' }), kind: 'notice', audience: 'ipm' },
        { hasNoEffect: false, closesOtherTimes: false },
      ],
    ])('tells %s from others', async (_, body, expected) => {
      expect((await preview(body).expect(200)).body).toMatchObject(expected);
    });

    it('shows what an incident freeze would hold, to a service as well', async () => {
      world.planned.push({
        what: 'permit',
        id: 'p1',
        target: WEB,
        changeType: 'hotfix',
        from: NOW,
        to: NOW + HOUR,
      });
      const { body } = await world
        .as('external:pager')
        .post('/incident-freezes/preview', {
          level: 'domain:default/city',
          reason: 'Payments are failing',
        })
        .expect(200);
      expect(body).toMatchObject({
        targetCount: 6,
        impact: 'This freeze will block 1 planned deployment of 1 service.',
      });
    });
  });

  describe('messages', () => {
    it('tells the owners of what a freeze holds at each step, once', async () => {
      const { body } = await world.as('ann').post('/windows', freeze()).expect(201);
      await world
        .as('ann')
        .post(`/windows/${body.id}/withdraw`, { why: 'The reports are done' })
        .expect(200);
      const messages = await world.messages();
      expect(messages.map(({ key }) => key).sort()).toEqual([
        `freeze-changed:${body.id}:1`,
        `freeze-changed:${body.id}:2`,
      ]);
      const first = messages.find(({ key }) => key.endsWith(':1'));
      expect(first).toMatchObject({
        topic: 'deploy-windows.freeze-changed',
        body: {
          payload: { step: 'created', targetCount: 3 },
          notify: {
            recipients: ['group:default/night', 'group:default/noipm', 'group:default/web'],
            severity: 'normal',
            title: 'Freeze: Report week',
            except: 'user:default/ann',
          },
        },
      });
    });

    it('is critical for an incident, and silent for an opening', async () => {
      await world
        .as('ann')
        .post('/incident-freezes', { level: 'domain:default/city', reason: 'Payments are failing' })
        .expect(201);
      await world.as('ann').post('/windows', allow()).expect(201);
      expect(await world.messages()).toEqual([
        expect.objectContaining({
          body: expect.objectContaining({
            notify: expect.objectContaining({ severity: 'critical' }),
          }),
        }),
      ]);
    });

    it('reminds once of a freeze within a day, and once that it is over', async () => {
      const { body } = await world
        .as('ann')
        .post(
          '/windows',
          freeze({
            schedule: { type: 'once', start: '2026-11-25T08:00', end: '2026-11-25T18:00' },
            expiresAt: undefined,
          }),
        )
        .expect(201);
      const task = world.tasks.find(({ id }) => id === 'remind-freezes');
      const run = (at: string) => task?.run(Date.parse(at), new AbortController().signal);
      const keys = async () =>
        (await world.messages())
          .map(({ key }) => key)
          .filter(key => !key.startsWith('freeze-changed'))
          .sort();
      await run('2026-11-24T08:00Z');
      expect(await keys()).toEqual([]);
      for (const at of ['2026-11-24T18:00Z', '2026-11-24T19:00Z', '2026-11-25T16:00Z'])
        await run(at);
      expect(await keys()).toEqual([`freeze-starts:db:${body.id}:1`]);
      for (const at of ['2026-11-26T00:00Z', '2026-11-26T09:00Z']) await run(at);
      expect(await keys()).toEqual([
        `freeze-lifted:db:${body.id}:1`,
        `freeze-starts:db:${body.id}:1`,
      ]);
    });
  });
});
