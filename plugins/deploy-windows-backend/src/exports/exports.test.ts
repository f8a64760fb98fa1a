import { TestDatabases } from '@backstage/backend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { aPortal } from '../__testUtils__/aPortal';
import { organisation } from '../__testUtils__/entities';
import { csv } from './csv';
import { timeColumns } from './localTexts';

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_15'], disableDocker: true });
const SYSTEM = 'system:default/noipm';

describe('cells', () => {
  it.each([
    ['a formula is text', '=HYPERLINK("x")', `"'=HYPERLINK(""x"")"`],
    ['a plus', '+1', "'+1"],
    ['a minus', '-1+2', "'-1+2"],
    ['an at', '@SUM(A1)', "'@SUM(A1)"],
    ['a formula behind a space', ' =1', "' =1"],
    ['a tab', '\t=1', "'\t=1"],
    ['a comma and quotes', 'a, "b"', '"a, ""b"""'],
    ['two lines', 'a\nb', '"a\nb"'],
    ['a number of ours stays one', -5, '-5'],
    ['nothing', undefined, ''],
  ])('%s', (_, value, expected) => {
    expect(csv(['value'], [{ value }])).toBe(`value\r\n${expected}\r\n`);
  });

  it.each([
    ['summer', '2026-07-01T12:00Z', '2026-07-01 07:00:00'],
    ['winter', '2026-12-01T12:00Z', '2026-12-01 06:00:00'],
    ['the hour that comes twice', '2026-11-01T07:30Z', '2026-11-01 01:30:00'],
  ])('local times in %s', (_, at, local) => {
    expect(
      timeColumns(Date.parse('2026-11-24T00:00Z'))('at', Date.parse(at), 'America/Chicago'),
    ).toMatchObject({ at_local: local });
  });
});

describe.each(databases.eachSupportedId())('tables for auditors (%s)', id => {
  const portalWith = async (wish: Partial<Parameters<typeof aPortal>[0]> = {}) =>
    aPortal({ knex: await databases.init(id), entities: organisation, ...wish });

  async function eventful(wish: Partial<Parameters<typeof aPortal>[0]> = {}) {
    const portal = await portalWith(wish);
    await portal.get(`/v1/decision?entity=${SYSTEM}&environment=production`).expect(200);
    await portal
      .post('/v1/deployments', {
        entity: SYSTEM,
        environment: 'production',
        version: '=cmd',
        result: 'succeeded',
        startedAt: '2026-11-24T16:00:00Z',
        finishedAt: '2026-11-24T16:20:00Z',
      })
      .expect(201);
    await portal.rooms.close();
    return portal;
  }

  it('decisions and deployments, in UTC and as the clocks of the project show it', async () => {
    const portal = await eventful();
    const decisions = await portal.get('/v1/exports/decisions.csv').expect(200);
    expect(decisions.headers['content-type']).toBe('text/csv; charset=utf-8');
    expect(decisions.headers['content-disposition']).toBe('attachment; filename="decisions.csv"');
    expect(decisions.text).toContain(
      `2026-11-24T17:00:00Z,2026-11-24 11:00:00,America/Chicago,${SYSTEM}#production,deploy,user:default/ann,gate,blocked,NOTICE_REQUIRED`,
    );
    const deployments = await portal.get('/v1/exports/deployments.csv').expect(200);
    expect(deployments.text).toContain(
      `2026-11-24T16:00:00Z,2026-11-24 10:00:00,2026-11-24T16:20:00Z,2026-11-24 10:20:00,America/Chicago,${SYSTEM}#production,deploy,'=cmd,succeeded`,
    );
    const madrid = await portal.get('/v1/exports/deployments.csv?zone=Europe/Madrid').expect(200);
    expect(madrid.text).toContain('2026-11-24T16:00:00Z,2026-11-24 17:00:00');
    expect(
      (
        await portal.get(`/v1/exports/deployments.csv?entity=${SYSTEM}&environment=staging`)
      ).text.split('\r\n'),
    ).toHaveLength(2);
    expect(portal.auditEvents.filter(({ eventId }) => eventId === 'log-export')[0]).toMatchObject({
      outcome: 'success',
      meta: { name: 'decisions', rows: 1 },
    });
  });

  it('windows of all levels, and overrides', async () => {
    const portal = await eventful();
    await portal
      .post('/v1/overrides', {
        entity: SYSTEM,
        environment: 'production',
        rules: [`notice:${SYSTEM}/ipm`],
        end: '2026-11-24T20:00:00Z',
        reason: 'The customer called and asked for it',
      })
      .expect(201);
    const windows = await portal.get('/v1/exports/windows.csv').expect(200);
    expect(windows.text).toContain(
      `${SYSTEM}#production/ipm-tuesdays,${SYSTEM}#production,notice,Agreed with IPM,,,catalog,Every Tuesday 09:00–10:00 (America/Chicago),America/Chicago`,
    );
    const overrides = await portal.get('/v1/exports/overrides.csv').expect(200);
    expect(overrides.text).toContain('2026-11-24T20:00:00Z,2026-11-24 14:00:00');
    expect(overrides.text).toContain('The customer called and asked for it');
  });

  it('nothing of entities that the caller does not see', async () => {
    const portal = await eventful();
    const hidden = await aPortal({ knex: portal.knex, entities: organisation, hidden: [SYSTEM] });
    for (const name of ['decisions', 'deployments', 'windows']) {
      expect((await hidden.get(`/v1/exports/${name}.csv`).expect(200)).text).not.toContain(SYSTEM);
    }
  });

  it('needs a permission', async () => {
    const portal = await portalWith({
      policy: name =>
        name === 'deploy-windows.log.export' ? { result: AuthorizeResult.DENY } : undefined,
    });
    for (const name of ['decisions', 'deployments', 'overrides', 'windows'])
      expect((await portal.get(`/v1/exports/${name}.csv`)).status).toBe(403);
    expect((await portal.get('/v1/exports/permits.csv')).status).toBe(404);
  });
});
