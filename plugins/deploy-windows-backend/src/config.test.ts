import { mockServices } from '@backstage/backend-test-utils';
import type { JsonObject } from '@backstage/types';
import { DAY, HOUR, MINUTE } from 'backstage-plugin-deploy-windows-common/evaluator';
import { readDeployWindowsConfig } from './config';

const read = (deployWindows?: JsonObject) =>
  readDeployWindowsConfig(
    mockServices.rootConfig({
      data: {
        backend: { baseUrl: 'https://portal.example.org/' },
        ...(deployWindows && { deployWindows }),
      },
    }),
  );

describe('readDeployWindowsConfig', () => {
  it('needs nothing', () => {
    const config = read();
    expect(config).toMatchObject({
      horizon: 400 * DAY,
      decisionMaxAge: 15 * MINUTE,
      snapshot: { refresh: { minutes: 1 }, staleAfter: 5 * MINUTE, maxAge: 15 * MINUTE },
      incidentFreeze: { defaultDuration: 4 * HOUR },
      notifications: { enabled: false, platform: [] },
      signals: { enabled: false },
      lint: { minimumOpen: 48 * HOUR, per: 32 * DAY },
      retention: { decisions: 400 * DAY },
      publicUrl: 'https://portal.example.org/api/deploy-windows',
      feeds: [],
      holidays: [],
    });
    expect(config.defaultsOf('production')).toMatchObject({
      openByDefault: true,
      onUnavailable: 'block',
      mustFit: 'warn',
      lead: 'PT24H',
      override: { twoPerson: true, maxDuration: DAY },
    });
    expect(config.defaultsOf('staging')).toMatchObject({
      openByDefault: true,
      onUnavailable: 'allow',
      override: { twoPerson: false },
    });
  });

  it('has one default for all stages, or one for some of them', () => {
    const { defaultsOf } = read({
      defaults: {
        openByDefault: { production: false, default: true },
        mustFit: 'enforce',
        onUnavailable: { staging: 'block' },
      },
      override: { twoPerson: ['production', 'staging'], maxDuration: 'PT2H' },
      notice: { defaultLead: '2bd' },
    });
    expect(defaultsOf('production')).toMatchObject({
      openByDefault: false,
      mustFit: 'enforce',
      onUnavailable: 'block',
      lead: '2bd',
      override: { twoPerson: true, maxDuration: 2 * HOUR },
    });
    expect(defaultsOf('staging')).toMatchObject({
      openByDefault: true,
      mustFit: 'enforce',
      onUnavailable: 'block',
      override: { twoPerson: true },
    });
    expect(defaultsOf('ci')).toMatchObject({
      onUnavailable: 'allow',
      override: { twoPerson: false },
    });
  });

  it('lets exceptions only get shorter', () => {
    const { defaultsOf } = read({ override: { maxDuration: 'P7D', emergencyMax: 'PT48H' } });
    expect(defaultsOf('production')).toMatchObject({
      override: { maxDuration: DAY },
      emergency: { maxDuration: 4 * HOUR },
    });
  });

  it('reads calendars and holiday sets', () => {
    const { feeds, holidays } = read({
      feeds: [
        {
          id: 'marketing',
          url: 'https://calendars.example.org/launches.ics',
          maxAge: 'P2D',
          timeZone: 'America/Chicago',
        },
      ],
      holidays: [
        { id: 'us', country: 'US', state: 'IL' },
        {
          id: 'own',
          title: 'Company days',
          dates: ['2026-12-24', { date: '2026-12-31', title: "New Year's Eve" }],
        },
        { id: 'school', feed: 'marketing', match: 'holiday' },
      ],
    });
    expect(feeds).toEqual([
      {
        id: 'marketing',
        url: 'https://calendars.example.org/launches.ics',
        maxAge: 2 * DAY,
        timeZone: 'America/Chicago',
      },
    ]);
    expect(holidays.map(({ source }) => source)).toEqual([
      { type: 'country', country: 'US', state: 'IL' },
      {
        type: 'dates',
        dates: [{ date: '2026-12-24' }, { date: '2026-12-31', title: "New Year's Eve" }],
      },
      { type: 'feed', feed: 'marketing', match: 'holiday' },
    ]);
  });

  it.each<[JsonObject, string]>([
    [{ horizon: 'PT1H' }, 'horizon'],
    [{ decision: { maxAge: 'PT1H' } }, 'decision.maxAge'],
    [{ defaults: { mustFit: 'maybe' } }, 'defaults.mustFit'],
    [{ defaults: { openByDefault: { production: 'no' } } }, 'openByDefault for production'],
    [{ notice: { defaultLead: 'a day' } }, 'defaultLead'],
    [{ feeds: [{ id: 'a', url: 'x', timeZone: 'EST' }] }, 'EST'],
    [
      {
        feeds: [
          { id: 'a', url: 'x' },
          { id: 'a', url: 'y' },
        ],
      },
      'two with id a',
    ],
    [{ holidays: [{ id: 'us' }] }, 'one of country, dates or feed'],
    [{ holidays: [{ id: 'own', dates: ['24 December'] }] }, 'a date that is none'],
  ])('stops the start: %j', (config, message) => {
    expect(() => read(config)).toThrow(message);
  });
});
