import { TestDatabases } from '@backstage/backend-test-utils';
import { decide } from 'backstage-plugin-deploy-windows-common/evaluator';
import { NOW, WEB, aWorld, type World } from './__testUtils__/world';

const databases = TestDatabases.create({ ids: ['SQLITE_3'], disableDocker: true });
jest.setTimeout(60_000);

const YEAR_END = 'system:default/noipm#production/year-end';
const exemption = (fields: object = {}) => ({
  freeze: YEAR_END,
  entity: 'component:default/web',
  environment: 'production',
  start: '2026-12-22T10:00:00Z',
  end: '2026-12-22T18:00:00Z',
  reason: 'A fix for the report itself',
  ...fields,
});

describe('exemptions', () => {
  let world: World;
  beforeEach(async () => {
    world = await aWorld(databases);
  });

  const frozen = async (at: string, target = WEB) => {
    const { input } = await world.loader.load(
      { target, changeType: 'deploy', principal: 'external:ci' },
      NOW,
    );
    const decision = decide(input, Date.parse(at));
    return (
      decision.outcome === 'blocked' &&
      decision.reasons.some(({ code }) => code === 'FREEZE_ACTIVE')
    );
  };
  const aFreeze = async (fields: object) =>
    (
      await world
        .as('ann')
        .post('/incident-freezes', {
          level: 'domain:default/city',
          reason: 'Payments are failing',
          ...fields,
        })
        .expect(201)
    ).body.key as string;

  it('lets one target out of one freeze, for its time', async () => {
    const granted = await world.as('ann').post('/exemptions', exemption()).expect(201);
    expect(granted.body).toMatchObject({
      freeze: YEAR_END,
      freezeTitle: 'Year-end reporting',
      target: WEB,
      grantedBy: 'user:default/ann',
      start: '2026-12-22T10:00:00Z',
    });
    expect(await frozen('2026-12-22T09:59Z')).toBe(true);
    expect(await frozen('2026-12-22T10:00Z')).toBe(false);
    expect(await frozen('2026-12-22T18:00Z')).toBe(true);
    expect(await frozen('2026-12-22T10:00Z', 'component:default/night#production')).toBe(true);
    expect(world.audited().at(-1)).toMatchObject({
      eventId: 'exemption-mutate',
      severityLevel: 'high',
      outcome: 'success',
      meta: { freeze: YEAR_END, end: '2026-12-22T18:00:00Z' },
    });
    expect(await world.messages()).toEqual([
      expect.objectContaining({ key: `exemption:${granted.body.id}:exempted` }),
    ]);

    await world
      .as('ann')
      .post(`/exemptions/${granted.body.id}/revoke`, { why: 'the fix is out already' })
      .expect(200);
    expect(await frozen('2026-12-22T10:00Z')).toBe(true);
    const again = await world
      .as('ann')
      .post(`/exemptions/${granted.body.id}/revoke`, { why: 'the fix is out already' })
      .expect(409);
    expect(again.body.error.code).toBe('ALREADY_REVOKED');
  });

  it('is granted where the freeze is kept', async () => {
    world.access.asked.length = 0;
    await world.as('ann').post('/exemptions', exemption()).expect(201);
    expect(world.access.asked).toContain(
      'deploy-windows.exemption.grant system:default/noipm#production',
    );
  });

  it('refuses a stranger and a service', async () => {
    const { body } = await world.as('ann').post('/exemptions', exemption()).expect(201);
    for (const who of ['stranger', 'external:ci']) {
      await world.as(who).post('/exemptions', exemption()).expect(403);
      await world
        .as(who)
        .post(`/exemptions/${body.id}/revoke`, { why: 'the fix is out already' })
        .expect(403);
    }
    expect(await world.stores.exemptions.current(NOW)).toEqual([
      expect.objectContaining({ id: body.id }),
    ]);
  });

  it.each<readonly [string, object, number, string]>([
    ['an end before the start', { end: '2026-12-22T09:00:00Z' }, 400, 'END_NOT_AFTER_START'],
    [
      'one that is over',
      { start: '2026-11-01T00:00:00Z', end: '2026-11-02T00:00:00Z' },
      400,
      'ALREADY_OVER',
    ],
    ['half a year', { end: '2027-06-22T18:00:00Z' }, 400, 'OUT_OF_RANGE'],
    ['a target it does not concern', { entity: 'component:default/alone' }, 400, 'NOT_GOVERNED'],
    ['another environment', { environment: 'staging' }, 400, 'NOT_GOVERNED'],
    [
      'what is no freeze',
      { freeze: 'system:default/noipm#production/ipm-tuesdays' },
      400,
      'NOT_A_FREEZE',
    ],
    ['an unknown freeze', { freeze: 'db:nothing' }, 404, 'UNKNOWN_WINDOW'],
    ['an unknown target', { environment: 'moon' }, 404, 'UNKNOWN_TARGET'],
  ])('refuses %s', async (_, fields, status, code) => {
    const refused = await world.as('ann').post('/exemptions', exemption(fields)).expect(status);
    expect(refused.body.error.code).toBe(code);
  });

  it('does not lift a hard freeze, except by those it names', async () => {
    const times = { start: '2026-11-24T17:00:00Z', end: '2026-11-24T18:00:00Z' };
    const hard = await aFreeze({});
    const refused = await world
      .as('ann')
      .post('/exemptions', exemption({ freeze: hard, ...times }))
      .expect(409);
    expect(refused.body.error).toMatchObject({ code: 'FREEZE_IS_HARD', overridableBy: [] });
    const named = await aFreeze({ overridableBy: ['group:default/on-call'] });
    await world
      .as('ann')
      .post('/exemptions', exemption({ freeze: named, ...times }))
      .expect(409);
    world.groups.set('user:default/ann', ['group:default/on-call']);
    await world
      .as('ann')
      .post('/exemptions', exemption({ freeze: named, ...times }))
      .expect(201);
  });

  it('lists what the caller may see, in pages', async () => {
    for (const hour of [10, 11, 12]) {
      world.clock.now = NOW + hour;
      await world
        .as('ann')
        .post('/exemptions', exemption({ start: `2026-12-22T${hour}:00:00Z` }))
        .expect(201);
    }
    await world
      .as('ann')
      .post('/exemptions', exemption({ entity: 'component:default/night' }))
      .expect(201);
    const first = await world
      .as('bob')
      .get('/exemptions?entity=component:default/web&limit=2')
      .expect(200);
    expect(first.body.items.map(({ start }: { start: string }) => start)).toEqual([
      '2026-12-22T12:00:00Z',
      '2026-12-22T11:00:00Z',
    ]);
    const second = await world
      .as('bob')
      .get(`/exemptions?entity=component:default/web&limit=2&cursor=${first.body.nextCursor}`)
      .expect(200);
    expect(second.body.items).toHaveLength(1);
    expect(second.body.nextCursor).toBeUndefined();
    expect(
      (await world.as('bob').get('/exemptions?owner=group:default/night').expect(200)).body.items,
    ).toHaveLength(1);
    world.access.hidden.add('component:default/night');
    expect((await world.as('bob').get('/exemptions').expect(200)).body.items).toHaveLength(3);
    await world.as('bob').get('/exemptions?limit=1000').expect(400);
  });
});
