import { TestDatabases } from '@backstage/backend-test-utils';
import { decide, type ChangeType } from 'backstage-plugin-deploy-windows-common/evaluator';
import { NOW, WEB, aWorld, type World } from '../schedule/__testUtils__/world';

const databases = TestDatabases.create({ ids: ['SQLITE_3'], disableDocker: true });
jest.setTimeout(60_000);

const HOUR = 3_600_000;
const IPM = 'notice:system:default/noipm/ipm';
const wish = (fields: object = {}): Record<string, unknown> => ({
  entity: 'component:default/web',
  environment: 'production',
  rules: [IPM],
  end: '2026-11-24T19:00:00Z',
  usableBy: ['external:ci'],
  reason: 'The report shows wrong sums',
  ticket: 'OPS-7',
  ...fields,
});
const staging = { rules: ['default:'], environment: 'staging' };

describe('overrides', () => {
  let world: World;
  beforeEach(async () => {
    world = await aWorld(databases);
    // The Domain gives overrides to this group.
    for (const name of ['ann', 'bob'])
      world.groups.set(`user:default/${name}`, ['group:default/release']);
    world.access.granted.set('user:default/bob', ['deploy-windows.override.approve']);
  });

  const outcome = async (changeType: ChangeType = 'deploy', at = NOW) => {
    const { input } = await world.loader.load(
      { target: WEB, changeType, principal: 'external:ci' },
      NOW,
    );
    return decide(input, at).outcome;
  };
  const ask = async (fields: object = {}) =>
    (await world.as('ann').post('/overrides', wish(fields)).expect(201)).body as { id: string };

  it('waits for a second person, and counts then', async () => {
    const asked = await world.as('ann').post('/overrides', wish()).expect(201);
    expect(asked.body).toMatchObject({
      target: WEB,
      rules: [{ rule: IPM, title: 'the notice to IPM staff' }],
      start: '2026-11-24T17:00:00Z',
      use: 'single',
      requestedBy: 'user:default/ann',
      requestedAt: '2026-11-24T17:00:00Z',
      twoPerson: true,
      state: 'waiting',
      ticket: 'OPS-7',
    });
    expect(await outcome()).toBe('blocked');
    const approved = await world.as('bob').post(`/overrides/${asked.body.id}/approve`).expect(200);
    expect(approved.body).toMatchObject({ approvedBy: 'user:default/bob', state: 'active' });
    expect(await outcome()).toBe('allowed');
    expect(
      world
        .audited()
        .map(({ eventId, severityLevel, meta }) => [eventId, severityLevel, meta.actionType]),
    ).toEqual([
      ['override-mutate', 'high', 'request'],
      ['override-mutate', 'high', 'approve'],
    ]);
    expect(world.audited()[0]?.meta).toMatchObject({
      rules: [IPM],
      reason: 'The report shows wrong sums',
      ticket: 'OPS-7',
      end: '2026-11-24T19:00:00Z',
    });
  });

  it('asks those who may agree, and tells whoever asked', async () => {
    const { id } = await ask();
    await world.as('bob').post(`/overrides/${id}/approve`).expect(200);
    const messages = new Map((await world.messages()).map(({ key, body }) => [key, body]));
    expect(messages.get(`override:${id}:requested`)).toMatchObject({
      notify: {
        recipients: ['group:default/release'],
        severity: 'high',
        except: 'user:default/ann',
        title: 'An override waits for your approval: web production',
      },
    });
    expect(messages.get(`override:${id}:approved`)).toMatchObject({
      notify: { recipients: ['user:default/ann', 'group:default/web'], severity: 'normal' },
    });
  });

  it('counts at once where no second person is wanted, for whoever asked where nobody is named', async () => {
    const { usableBy: _, ...rest } = wish({
      entity: 'component:default/alone',
      environment: 'staging',
      rules: ['fit:'],
    });
    const { body } = await world.as('ann').post('/overrides', rest).expect(201);
    expect(body).toMatchObject({ state: 'active', usableBy: ['user:default/ann'] });
    expect(body.twoPerson).toBeUndefined();
    const production = await world
      .as('ann')
      .post('/overrides', { ...rest, environment: 'production' })
      .expect(201);
    expect(production.body.state).toBe('waiting');
  });

  describe('who may', () => {
    it('refuses a stranger and a service each write', async () => {
      const { id } = await ask();
      for (const who of ['stranger', 'external:ci']) {
        await world.as(who).post('/overrides', wish()).expect(403);
        await world
          .as(who)
          .post('/overrides', wish({ emergency: true }))
          .expect(403);
        await world.as(who).post(`/overrides/${id}/approve`).expect(403);
        await world
          .as(who)
          .post(`/overrides/${id}/revoke`, { why: 'no longer needed' })
          .expect(403);
        await world
          .as(who)
          .post(`/overrides/${id}/review`, { why: 'that was right so' })
          .expect(403);
      }
      expect((await world.stores.overrides.find(id))?.override).not.toHaveProperty('approvedBy');
    });

    it('is never approved by whoever asked', async () => {
      const { id } = await ask();
      const refused = await world.as('ann').post(`/overrides/${id}/approve`).expect(409);
      expect(refused.body.error).toMatchObject({ name: 'ConflictError', code: 'SAME_PERSON' });
    });

    it('is for those the Domain names, whatever the permission', async () => {
      world.groups.set('user:default/ann', []);
      const refused = await world.as('ann').post('/overrides', wish()).expect(403);
      expect(refused.body.error).toMatchObject({
        code: 'NOT_PERMITTED',
        message: expect.stringContaining('group:default/release'),
      });
    });

    it('does not approve for somebody whom the Domain does not name', async () => {
      const { id } = await ask();
      world.groups.set('user:default/bob', []);
      expect(
        (await world.as('bob').post(`/overrides/${id}/approve`).expect(403)).body.error.code,
      ).toBe('NOT_PERMITTED');
    });

    it('hides what the caller may not see', async () => {
      const { id } = await ask();
      world.access.hidden.add('component:default/web');
      await world.as('bob').post(`/overrides/${id}/approve`).expect(404);
      await world.as('bob').post('/overrides', wish()).expect(404);
      expect((await world.as('bob').get('/overrides').expect(200)).body.items).toEqual([]);
    });
  });

  it.each<readonly [string, object, number, string]>([
    ['an unknown rule', { rules: ['lock:system:default/noipm'] }, 400, 'UNKNOWN_RULE'],
    [
      'an end that is over',
      { start: '2026-11-24T10:00:00Z', end: '2026-11-24T16:00:00Z' },
      400,
      'ALREADY_OVER',
    ],
    ['an end before the start', { start: '2026-11-24T20:00:00Z' }, 400, 'END_NOT_AFTER_START'],
    ['more than a day', { end: '2026-11-25T17:00:01Z' }, 400, 'TOO_LONG'],
    ['nobody to use it', { usableBy: [] }, 400, 'NOBODY_MAY_USE_IT'],
    ['an unknown environment', { environment: 'moon' }, 404, 'UNKNOWN_TARGET'],
    ['an unknown entity', { entity: 'component:default/nobody' }, 404, 'UNKNOWN_TARGET'],
    ['a secret', { reason: ['The pass', 'word=correcthorse1'].join('') }, 400, 'SECRET_IN_TEXT'],
  ])('refuses %s', async (_, fields, status, code) => {
    const refused = await world.as('ann').post('/overrides', wish(fields)).expect(status);
    expect(refused.body.error.code).toBe(code);
  });

  it('names the environments there are', async () => {
    const refused = await world
      .as('ann')
      .post('/overrides', wish({ environment: 'moon' }))
      .expect(404);
    expect(refused.body.error.message).toContain('production, staging');
  });

  it('does not set a hard freeze aside, except by those it names', async () => {
    const freeze = async (overridableBy: readonly string[]) =>
      (
        await world
          .as('ann')
          .post('/incident-freezes', {
            level: 'system:default/noipm#production',
            reason: 'Payments are failing',
            overridableBy,
          })
          .expect(201)
      ).body.key as string;
    const { id } = await ask({ rules: [IPM, await freeze([])] });
    const refused = await world.as('bob').post(`/overrides/${id}/approve`).expect(409);
    expect(refused.body.error).toMatchObject({
      code: 'FREEZE_IS_HARD',
      message: expect.stringContaining('nobody'),
    });

    const other = await aWorldWithNamedFreeze();
    await world.as('bob').post(`/overrides/${other}/approve`).expect(200);
  });

  async function aWorldWithNamedFreeze() {
    for (const window of await world.stores.windows.current(NOW)) {
      await world
        .as('ann')
        .post(`/windows/${window.key.slice(3)}/withdraw`, { why: 'make room for the next' })
        .expect(200);
    }
    const { body } = await world
      .as('ann')
      .post('/incident-freezes', {
        level: 'system:default/noipm#production',
        reason: 'Payments are failing',
        overridableBy: ['user:default/bob'],
      })
      .expect(201);
    return (await ask({ rules: [IPM, body.key] })).id;
  }

  describe('once it is used, revoked or over', () => {
    it('is not approved or revoked any more', async () => {
      const { id } = await ask();
      await world.as('bob').post(`/overrides/${id}/approve`).expect(200);
      expect(
        (await world.as('bob').post(`/overrides/${id}/approve`).expect(409)).body.error.code,
      ).toBe('ALREADY_APPROVED');
      await world.consume(id);
      expect(
        (
          await world
            .as('ann')
            .post(`/overrides/${id}/revoke`, { why: 'no longer needed' })
            .expect(409)
        ).body.error.code,
      ).toBe('OVERRIDE_CONSUMED');
      expect(await outcome()).toBe('blocked');
      expect((await world.as('bob').get('/overrides').expect(200)).body.items[0]).toMatchObject({
        state: 'used',
        consumedAt: '2026-11-24T17:00:00Z',
      });
    });

    it('may be taken back by whoever asked', async () => {
      world.access.granted.set('user:default/carl', ['deploy-windows.override.request']);
      world.groups.set('user:default/carl', ['group:default/release']);
      const { body } = await world.as('carl').post('/overrides', wish()).expect(201);
      const revoked = await world
        .as('carl')
        .post(`/overrides/${body.id}/revoke`, { why: 'no longer needed' })
        .expect(200);
      expect(revoked.body).toMatchObject({ state: 'revoked', revokedAt: '2026-11-24T17:00:00Z' });
      expect(
        (await world.as('bob').post(`/overrides/${body.id}/approve`).expect(409)).body.error.code,
      ).toBe('OVERRIDE_REVOKED');
    });

    it('is not approved', async () => {
      const { id } = await ask();
      world.clock.now = NOW + 2 * HOUR;
      expect(
        (await world.as('bob').post(`/overrides/${id}/approve`).expect(400)).body.error.code,
      ).toBe('ALREADY_OVER');
      expect((await world.as('bob').get('/overrides').expect(200)).body.items[0].state).toBe(
        'over',
      );
    });
  });

  describe('in an emergency', () => {
    const now = { emergency: true, rules: [IPM] };
    beforeEach(() => {
      world.groups.set('user:default/ann', ['group:default/on-call']);
    });

    it('counts at once, for a hotfix, and is reviewed by somebody else', async () => {
      const made = await world.as('ann').post('/overrides', wish(now)).expect(201);
      expect(made.body).toMatchObject({
        emergency: true,
        state: 'active',
        reviewDueAt: '2026-12-01T19:00:00Z',
      });
      expect(made.body.twoPerson).toBeUndefined();
      expect(await outcome('hotfix')).toBe('allowed');
      expect(await outcome('deploy')).toBe('blocked');
      expect(world.audited().at(-1)).toMatchObject({
        eventId: 'override-mutate',
        severityLevel: 'critical',
        meta: { emergency: true },
      });

      const { id } = made.body;
      expect(
        (await world.as('bob').post(`/overrides/${id}/approve`).expect(409)).body.error.code,
      ).toBe('NO_APPROVAL_NEEDED');
      expect(
        (
          await world
            .as('ann')
            .post(`/overrides/${id}/review`, { why: 'I think it was right' })
            .expect(409)
        ).body.error.code,
      ).toBe('SAME_PERSON');
      const reviewed = await world
        .as('bob')
        .post(`/overrides/${id}/review`, { why: 'It was right; add a test' })
        .expect(200);
      expect(reviewed.body.reviewedBy).toBe('user:default/bob');
      expect(
        (
          await world
            .as('bob')
            .post(`/overrides/${id}/review`, { why: 'It was right; add a test' })
            .expect(409)
        ).body.error.code,
      ).toBe('ALREADY_REVIEWED');
    });

    it('is asked for with a permission of its own', async () => {
      world.access.granted.set('user:default/carl', ['deploy-windows.override.request']);
      world.groups.set('user:default/carl', ['group:default/on-call']);
      expect((await world.as('carl').post('/overrides', wish(now))).status).toBe(403);
      world.access.granted.set('user:default/carl', ['deploy-windows.override.emergency']);
      expect((await world.as('carl').post('/overrides', wish(now))).status).toBe(201);
    });

    it.each<readonly [string, object, number, string]>([
      ['for more than four hours', { end: '2026-11-24T21:00:01Z' }, 400, 'TOO_LONG'],
      ['for later', { start: '2026-11-24T18:00:00Z' }, 400, 'EMERGENCY_STARTS_NOW'],
      ['for several uses', { use: 'timed' }, 400, 'EMERGENCY_IS_SINGLE'],
    ])('is refused %s', async (_, fields, status, code) => {
      expect(
        (
          await world
            .as('ann')
            .post('/overrides', wish({ ...now, ...fields }))
            .expect(status)
        ).body.error.code,
      ).toBe(code);
    });

    it('does not set a hard freeze aside', async () => {
      const { body } = await world
        .as('ann')
        .post('/incident-freezes', { level: 'domain:default/city', reason: 'Payments are failing' })
        .expect(201);
      const refused = await world
        .as('ann')
        .post('/overrides', wish({ ...now, rules: [IPM, body.key] }))
        .expect(409);
      expect(refused.body.error.code).toBe('FREEZE_IS_HARD');
    });

    it('is for those on call', async () => {
      world.groups.set('user:default/ann', ['group:default/release']);
      const refused = await world.as('ann').post('/overrides', wish(now)).expect(403);
      expect(refused.body.error).toMatchObject({
        code: 'NOT_ON_CALL',
        message: expect.stringContaining('group:default/on-call'),
      });
    });
  });

  it('answers a repeated call with the first override', async () => {
    const send = () =>
      world.as('ann').post('/overrides', wish(), { 'Idempotency-Key': 'k' }).expect(201);
    const [first, second] = [await send(), await send()];
    expect(second.body.id).toBe(first.body.id);
  });

  it('lists by entity, newest first', async () => {
    await ask();
    await ask({ ...staging, rules: ['fit:'] });
    const all = await world.as('bob').get('/overrides?entity=component:default/web').expect(200);
    expect(all.body.items).toHaveLength(2);
    const some = await world
      .as('bob')
      .get('/overrides?entity=component:default/web&environment=staging')
      .expect(200);
    expect(some.body.items).toEqual([
      expect.objectContaining({ target: 'component:default/web#staging' }),
    ]);
  });
});
