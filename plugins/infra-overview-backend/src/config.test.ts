import { mockServices } from '@backstage/backend-test-utils';
import { readInfraOverviewConfig } from './config';

const read = (data: object) =>
  readInfraOverviewConfig(mockServices.rootConfig({ data: data as {} }));

it('has an answer for everything', () => {
  expect(read({})).toEqual({
    refresh: { frequency: { seconds: 15 }, timeout: { minutes: 10 }, initialDelay: { seconds: 3 } },
    pageSize: 50,
    cacheSize: 50_000_000,
    notify: false,
  });
});

it('takes what an operator says', () => {
  const config = read({
    infraOverview: {
      fleet: { pageSize: 20, schedule: { frequency: 'PT5M', timeout: { minutes: 2 } } },
    },
  });
  expect(config).toMatchObject({
    pageSize: 20,
    refresh: { frequency: { minutes: 5 }, timeout: { minutes: 2 } },
  });
});

it.each([0, 201, 1.5, -3])('refuses a page of %d rows', pageSize => {
  expect(() => read({ infraOverview: { fleet: { pageSize } } })).toThrow(
    /pageSize must be a whole number/,
  );
});
