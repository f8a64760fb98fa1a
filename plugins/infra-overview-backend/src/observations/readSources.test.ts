import { mockServices } from '@backstage/backend-test-utils';
import { aFakeSource, aFakeWorld } from '../__testUtils__/aFakeSource';
import { maxAgeOf, readSources } from './readSources';

const kind = (id: string) => ({ ...aFakeSource(aFakeWorld(), () => 0), id });
const read = (sources: object) =>
  readSources(
    mockServices.rootConfig({ data: { infraOverview: { sources } } as {} }),
    [kind('fake'), kind('other')],
    {
      logger: mockServices.logger.mock({ child: () => mockServices.logger.mock() }),
      urlReader: mockServices.urlReader.mock(),
      now: () => 0,
      random: () => 0.5,
    },
  );

it('makes the sources that are configured, with their schedules', () => {
  const { configured } = read({
    fake: { schedule: { frequency: { hours: 12 }, timeout: { minutes: 1 } } },
    other: {},
  });
  expect(configured.map(({ maxAge }) => maxAge / 3_600_000)).toEqual([36, 24]);
  expect(configured.map(({ schedule }) => schedule.initialDelay)).toEqual([
    { seconds: 60 },
    { seconds: 60 },
  ]);
  expect(readSources(mockServices.rootConfig(), [], {} as never).configured).toEqual([]);
});

it.each([
  ['a source that there is not', { herokuu: {} }, 'herokuu'],
  ['a name to push by that is none', { pushed: ['My Tool'] }, 'pushed'],
  ['a name to push by that is taken', { pushed: ['fake'] }, 'fake'],
])('refuses %s', (_, sources, named) => {
  expect(() => read(sources)).toThrow(named);
});

it.each([
  [{ minutes: 15 }, 24],
  [{ days: 2 }, 144],
  [{ cron: '0 * * * *' }, 24],
])('lets %j grow old after %d hours', (frequency, hours) => {
  expect(maxAgeOf({ frequency, timeout: { minutes: 1 } }) / 3_600_000).toBe(hours);
});
