import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import type { FeedEvent } from 'backstage-plugin-deploy-windows-common/evaluator';
import type { Knex } from 'knex';
import type { HolidaySetConfig } from '../../config';
import { migrate } from '../../database/migrate';
import { readEpoch } from '../../database/write';
import { ConfiguredHolidaySource } from './ConfiguredHolidaySource';
import { countryDays } from './countryDays';
import { DatabaseHolidayStore } from './DatabaseHolidayStore';
import { DefaultHolidayService } from './DefaultHolidayService';
import { feedDays } from './feedDays';
import { refreshHolidays } from './refreshHolidays';

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_15'], disableDocker: true });
const logger = mockServices.logger.mock();
const NOW = Date.parse('2026-11-24T12:00Z');
const wall = (text: string) => Date.parse(`${text}Z`);

describe('the days of a country', () => {
  it.each([
    ['Thanksgiving', { country: 'US' }, 2026, '2026-11-26', true],
    ['of a state', { country: 'US', state: 'IL' }, 2026, '2026-02-12', true],
    ['of another state', { country: 'US', state: 'NY' }, 2026, '2026-03-04', false],
    ['an observance is a working day', { country: 'US' }, 2026, '2026-02-14', false],
    ['the new year of Moldova', { country: 'MD' }, 2027, '2027-01-01', true],
  ] as const)('%s', (_, place, year, date, isOne) => {
    expect(countryDays(place, year)?.some(day => day.date === date)).toBe(isOne);
  });

  it.each([{ country: 'XX' }, { country: 'US', state: 'ZZ' }, { country: 'US', region: 'IL' }])(
    'a place that is none has no days: %j',
    place => {
      expect(countryDays(place, 2026)).toBeUndefined();
    },
  );
});

describe('the days of a calendar', () => {
  const events: readonly FeedEvent[] = [
    { title: 'Holiday: bridge', from: wall('2026-12-24T00:00'), to: wall('2026-12-27T00:00') },
    { title: 'Holiday: afternoon', from: wall('2026-12-31T14:00'), to: wall('2027-01-01T00:00') },
    { title: 'Party', from: wall('2026-12-18T00:00'), to: wall('2026-12-19T00:00') },
    // The third of December in Chicago, from midnight to midnight.
    {
      title: 'Holiday: local',
      start: Date.parse('2026-12-03T06:00Z'),
      end: Date.parse('2026-12-04T06:00Z'),
    },
  ];
  it('are those whose noon it covers, of events with the words', () => {
    expect(
      feedDays(events, { match: 'holiday', timeZone: 'America/Chicago' }).map(({ date }) => date),
    ).toEqual(['2026-12-03', '2026-12-24', '2026-12-25', '2026-12-26']);
  });
});

describe.each(databases.eachSupportedId())('holiday sets (%s)', id => {
  let knex: Knex;
  let store: DatabaseHolidayStore;
  beforeEach(async () => {
    knex = await databases.init(id);
    await migrate(knex, logger);
    store = new DatabaseHolidayStore({ knex });
  });
  const own: HolidaySetConfig = {
    id: 'own',
    source: { type: 'dates', dates: [{ date: '2026-12-31', title: 'Inventory' }] },
  };
  const us: HolidaySetConfig = { id: 'us', source: { type: 'country', country: 'US' } };
  const fed: HolidaySetConfig = { id: 'fed', source: { type: 'feed', feed: 'ops' } };
  const refresh = (
    sets: readonly HolidaySetConfig[],
    feedEvents: () => Promise<readonly FeedEvent[] | undefined> = async () => undefined,
  ) =>
    refreshHolidays(
      {
        sets,
        store,
        logger,
        source: new ConfiguredHolidaySource({
          feeds: [{ id: 'ops', url: 'https://x', maxAge: 1 }],
          feedEvents,
        }),
      },
      NOW,
    );

  it('are known for whole years around, without a hole', async () => {
    await refresh([own, us]);
    const tables = await store.tables({ start: NOW, end: Date.parse('2027-12-01T00:00Z') });
    expect(tables.own).toEqual({ first: '2026-01-01', last: '2027-12-31', dates: ['2026-12-31'] });
    expect(tables.us?.dates).toEqual(
      expect.arrayContaining(['2026-11-26', '2026-12-25', '2027-07-05']),
    );
  });

  it('change decisions only when they change', async () => {
    await refresh([own]);
    const epoch = await readEpoch(knex);
    await refresh([own]);
    expect(await readEpoch(knex)).toBe(epoch);
    await refresh([{ ...own, source: { type: 'dates', dates: [{ date: '2026-12-30' }] } }]);
    expect(await readEpoch(knex)).toBe(epoch + 1);
    await refresh([]);
    expect(await store.tables({ start: NOW, end: NOW })).toEqual({});
  });

  it('one that cannot be read keeps what it had, and is missing where it had nothing', async () => {
    await refresh([fed], async () => [
      { title: 'Off', from: wall('2026-12-24T00:00'), to: wall('2026-12-25T00:00') },
    ]);
    await refresh(
      [fed, { id: 'no', source: { type: 'country', country: 'XX' } }],
      async () => undefined,
    );
    const service = new DefaultHolidayService({
      sets: [fed, { id: 'no', source: { type: 'country', country: 'XX' } }],
      store,
    });
    expect(await service.list({ now: NOW } as never)).toEqual([
      {
        id: 'fed',
        source: 'calendar ops',
        state: 'known',
        next: [{ date: '2026-12-24', title: 'Off' }],
      },
      { id: 'no', source: 'XX', state: 'missing', next: [] },
    ]);
  });

  it('are listed with their source, from today on', async () => {
    await refresh([us]);
    const [set] = await new DefaultHolidayService({ sets: [us], store }).list({
      now: NOW,
    } as never);
    expect(set?.next[0]).toEqual({ date: '2026-11-26', title: 'Thanksgiving Day' });
    expect(set?.source).toMatch(/^date-holidays \(CC BY 3.0\): US$/);
  });
});
