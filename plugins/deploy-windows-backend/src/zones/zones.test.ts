import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import { aWindow, someTables } from 'backstage-plugin-deploy-windows-common/testUtils';
import {
  buildZoneTables,
  DAY,
  HOUR,
  type TimeRange,
  type ZoneTables,
} from 'backstage-plugin-deploy-windows-common/evaluator';
import { aPortal, NOW } from '../__testUtils__/aPortal';
import { organisation } from '../__testUtils__/entities';
import { readDeployWindowsConfig } from '../config';
import { IntlDisplays } from '../display/IntlDisplays';
import { checkZones, type CheckZonesDeps } from './checkZones';
import { DatabaseZoneReportStore } from './DatabaseZoneReportStore';
import { movedWindows } from './movedWindows';

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_15'], disableDocker: true });
const logger = mockServices.logger.mock();

/** As if a country had given up its clock changes. */
function withoutChanges(zones: ZoneTables, zone: string): ZoneTables {
  const table = zones[zone];
  return table
    ? { ...zones, [zone]: { ...table, changes: [], offsets: [table.offsets[0] ?? 0] } }
    : zones;
}

describe('windows that move when zone data change', () => {
  const tables = someTables({ zones: ['America/Chicago', 'Europe/Madrid'] });
  const range: TimeRange = {
    start: Date.parse('2026-11-10T00:00Z'),
    end: Date.parse('2027-11-01T00:00Z'),
  };
  const chicago = aWindow({ key: 'a' });
  const madrid = aWindow({ key: 'b', timeZone: 'Europe/Madrid' });
  const afterwards = { ...tables, zones: withoutChanges(tables.zones, 'America/Chicago') };

  it('are those in the zone, with their first difference', () => {
    expect(movedWindows([chicago, madrid], range, tables, afterwards)).toMatchObject([
      {
        window: 'a',
        zone: 'America/Chicago',
        before: { start: Date.parse('2026-11-10T15:00Z') },
        after: { start: Date.parse('2026-11-10T14:00Z') },
      },
    ]);
  });

  it('are none where the difference is out of sight, and none that was not known before', () => {
    const summer = { start: Date.parse('2027-04-01T00:00Z'), end: Date.parse('2027-10-01T00:00Z') };
    expect(movedWindows([chicago], summer, tables, afterwards)).toEqual([]);
    expect(movedWindows([chicago], range, { ...tables, zones: {} }, tables)).toEqual([]);
    const once = aWindow({
      schedule: { type: 'once', start: '2027-07-01T09:00', end: '2027-07-01T10:00' },
    });
    expect(movedWindows([once], range, tables, afterwards)).toEqual([]);
  });
});

describe.each(databases.eachSupportedId())('the check of zone data (%s)', id => {
  async function checker() {
    const knex = await databases.init(id);
    const portal = await aPortal({ knex, entities: organisation });
    const store = new DatabaseZoneReportStore({ knex });
    const config = readDeployWindowsConfig(
      mockServices.rootConfig({
        data: {
          backend: { baseUrl: 'http://x' },
          deployWindows: {
            tzdata: { minimum: '2026c' },
            notifications: { platform: ['group:default/platform'] },
          },
        },
      }),
    );
    const deps = (version: string): CheckZonesDeps => ({
      store,
      directory: portal.rooms.directory,
      runtime: { runtime: async () => ({ windows: [], feeds: {}, holidays: {} }) as never },
      displays: new IntlDisplays({ zone: 'UTC', locale: 'en-GB', now: () => NOW }),
      config,
      logger,
      tzdata: () => version,
    });
    const told = async () =>
      (await knex('outbox').orderBy('created_at')).map(row => [
        row.dedupe_key,
        JSON.parse(row.body).notify?.recipients,
      ]);
    return { store, deps, told };
  }

  it('tells the owner of what moved, once', async () => {
    const { store, deps, told } = await checker();
    await checkZones(deps('2026d'), NOW);
    expect([await store.reports(), await told()]).toEqual([[], []]);
    const changed = {
      ...deps('2027a'),
      tablesOf: (zones: Iterable<string>, range: TimeRange) =>
        withoutChanges(buildZoneTables(zones, range), 'America/Chicago'),
    };
    await checkZones(changed, NOW + DAY);
    await checkZones(changed, NOW + DAY + HOUR);
    const [report, ...rest] = await store.reports();
    expect(rest).toEqual([]);
    expect(report).toMatchObject({
      from: '2026d',
      to: '2027a',
      moved: [{ window: 'system:default/noipm#production/ipm-tuesdays' }],
    });
    expect(await told()).toEqual([
      [
        'zones-changed:system:default/noipm#production/ipm-tuesdays:2026d:2027a',
        ['group:default/noipm-core-team'],
      ],
    ]);
  });

  it('another version with the same clocks moves nothing, however many days later', async () => {
    const { store, deps } = await checker();
    await checkZones(deps('2026d'), NOW);
    await checkZones(deps('2026e'), NOW + 30 * DAY);
    expect(await store.reports()).toMatchObject([{ from: '2026d', to: '2026e', moved: [] }]);
  });

  it('zone data that are too old are said to those who run the portal, once a day', async () => {
    const { deps, told } = await checker();
    await checkZones(deps('2025b'), NOW);
    await checkZones(deps('2025b'), NOW + HOUR);
    expect(await told()).toEqual([
      [`zones-old:2025b:${Math.floor(NOW / DAY)}`, ['group:default/platform']],
    ]);
  });
});
