import { aWindow, someTables } from '../testUtils/builders';
import { DAY } from '../time';
import { rangeAfter } from './occurrences';
import { sourcesOf } from './sourcesOf';
import type { DeployWindow } from './window';

const tables = someTables({
  zones: ['America/Chicago', 'UTC'],
  holidays: { short: { first: '2026-11-01', last: '2026-12-01', dates: [] } },
  feeds: {
    releases: {
      events: [
        { title: 'Release freeze', start: 100 * DAY, end: 101 * DAY },
        { title: 'Party', start: 102 * DAY, end: 103 * DAY },
      ],
      trustedUntil: 100.5 * DAY,
    },
  },
});

const weekly = { type: 'weekly', days: ['tue'], from: '09:00', to: '10:00' } as const;
const many = Array.from({ length: 401 }, () => '2026-12-01');

describe('a window that cannot be resolved says why, and never throws', () => {
  it.each<[string, Partial<DeployWindow> | { schedule: object }, string]>([
    ['an unknown zone', { timeZone: 'Mars/Olympus' }, 'UNKNOWN_ZONE'],
    ['a zone without a table', { timeZone: 'Europe/Madrid' }, 'UNKNOWN_ZONE'],
    ['a bare offset', { timeZone: '+02:00' }, 'OFFSET_NOT_ALLOWED'],
    ['an offset as a zone', { timeZone: 'Etc/GMT-2' }, 'OFFSET_NOT_ALLOWED'],
    ['an abbreviation', { timeZone: 'EST' }, 'ABBREVIATION_NOT_ALLOWED'],
    ['a name of every object', { timeZone: 'constructor' }, 'ABBREVIATION_NOT_ALLOWED'],
    [
      'end before start',
      { schedule: { type: 'once', start: '2027-01-04T06:00', end: '2026-12-20T00:00' } },
      'END_NOT_AFTER_START',
    ],
    [
      'an exact end before its start',
      { schedule: { type: 'exact', start: 2, end: 1 } },
      'END_NOT_AFTER_START',
    ],
    ['from is to', { schedule: { ...weekly, to: '09:00' } }, 'END_NOT_AFTER_START'],
    ['no end', { schedule: { type: 'weekly', days: ['tue'], from: '09:00' } }, 'END_MISSING'],
    ['two ends', { schedule: { ...weekly, elapsed: 'PT1H' } }, 'OUT_OF_RANGE'],
    ['a time that is none', { schedule: { ...weekly, from: '9am' } }, 'NOT_A_TIME'],
    ['24:00 as a start', { schedule: { ...weekly, from: '24:00' } }, 'NOT_A_TIME'],
    [
      'a day that is none',
      { schedule: { type: 'dates', dates: ['2026-02-30'], from: '09:00', to: '10:00' } },
      'NOT_A_DATE',
    ],
    ['a bound that is none', { schedule: { ...weekly, validUntil: 'soon' } }, 'NOT_A_DATE'],
    [
      'a flood of dates',
      { schedule: { type: 'dates', dates: many, from: '09:00', to: '10:00' } },
      'TOO_MANY',
    ],
    ['a flood of exceptions', { schedule: { ...weekly, except: many } }, 'TOO_MANY'],
    [
      'a flood of moved days',
      { schedule: { ...weekly, moved: many.map(date => ({ date, toDate: date, reason: 'r' })) } },
      'TOO_MANY',
    ],
    [
      'a rule that floods',
      {
        schedule: {
          type: 'rrule',
          rule: 'FREQ=SECONDLY',
          firstDate: '2026-01-01',
          from: '09:00',
          to: '10:00',
        },
      },
      'BAD_RULE',
    ],
    ['two weeks and more', { schedule: { ...weekly, toDayOffset: 14 } }, 'OUT_OF_RANGE'],
    ['half a week', { schedule: { ...weekly, every: 0.5 } }, 'OUT_OF_RANGE'],
    ['weeks without an anchor', { schedule: { ...weekly, every: 2 } }, 'ANCHOR_MISSING'],
    [
      'a year at once',
      { schedule: { type: 'once', start: '2026-01-01T00:00', end: '2027-01-01T00:00' } },
      'OUT_OF_RANGE',
    ],
    [
      'an endless length',
      { schedule: { type: 'weekly', days: ['tue'], from: '09:00', elapsed: 'P400D' } },
      'OUT_OF_RANGE',
    ],
    [
      'no length',
      { schedule: { type: 'weekly', days: ['tue'], from: '09:00', elapsed: 'PT0S' } },
      'OUT_OF_RANGE',
    ],
    ['unknown holidays', { holidays: { set: 'mars', on: 'skip' } }, 'HOLIDAYS_MISSING'],
    [
      'holidays that do not reach far enough',
      { holidays: { set: 'short', on: 'skip' } },
      'HOLIDAYS_MISSING',
    ],
    [
      'a month that is none',
      { schedule: { type: 'yearly', month: 13, on: { day: 1 }, from: '09:00', to: '10:00' } },
      'OUT_OF_RANGE',
    ],
    ['a weekday that is none', { schedule: { ...weekly, days: ['tuesday'] } }, 'OUT_OF_RANGE'],
    [
      'the sixth Friday',
      { schedule: { type: 'monthly', on: { nth: 6, weekday: 'fri' }, from: '09:00', to: '10:00' } },
      'OUT_OF_RANGE',
    ],
    [
      'a year of days around holidays',
      { holidays: { set: 'short', on: 'skip', before: 400 } },
      'OUT_OF_RANGE',
    ],
    ['another type', { schedule: { type: 'cron', cron: '0 9 * * 2' } }, 'NOT_A_TIME'],
    ['a list as a schedule', { schedule: [] }, 'NOT_A_TIME'],
    ['an end that is no time', { expiresAt: NaN }, 'OUT_OF_RANGE'],
    [
      'a calendar that was never read',
      { schedule: { type: 'feed', feed: 'unknown' } },
      'FEED_MISSING',
    ],
    [
      'what the reader could not read',
      { unreadable: { code: 'UNREADABLE', message: 'no kind' } },
      'UNREADABLE',
    ],
  ])('%s', (_, fields, code) => {
    const found = sourcesOf(aWindow(fields as Partial<DeployWindow>), tables);
    expect(found.ok ? 'resolved' : found.problem.code).toBe(code);
    expect(found.ok ? '' : found.problem.message).not.toBe('');
  });

  it('no zone', () => {
    const { timeZone: _, ...window } = aWindow();
    expect(sourcesOf(window, tables)).toMatchObject({ problem: { code: 'ZONE_MISSING' } });
  });

  it('no schedule', () => {
    const { schedule: _, ...window } = aWindow();
    expect(sourcesOf(window, tables)).toMatchObject({ problem: { code: 'UNREADABLE' } });
  });

  it('a freeze may last a quarter, an opening a month', () => {
    const schedule = { type: 'once', start: '2026-11-01T00:00', end: '2027-01-30T00:00' } as const;
    expect(sourcesOf(aWindow({ kind: 'freeze', schedule }), tables).ok).toBe(true);
    expect(sourcesOf(aWindow({ kind: 'allow', schedule }), tables).ok).toBe(false);
  });
});

describe('a calendar', () => {
  it.each([
    ['a freeze holds from an old copy', 'freeze', 'FREEZE', 100 * DAY, 101 * DAY],
    ['an allow ends with the trust in the copy', 'allow', 'freeze', 100 * DAY, 100.5 * DAY],
  ] as const)('%s', (_, kind, match, start, end) => {
    const window = aWindow({ kind, schedule: { type: 'feed', feed: 'releases', match } });
    const found = sourcesOf(window, tables);
    const source = found.ok ? found.value[0] : undefined;
    expect(source && rangeAfter(source, 0)).toEqual({ start, end });
    expect(source && rangeAfter(source, 101 * DAY)).toBeUndefined();
  });
});

it('what expires ends then', () => {
  const found = sourcesOf(aWindow({ schedule: { type: 'always' }, expiresAt: 50 }), tables);
  const source = found.ok ? found.value[0] : undefined;
  expect(source && rangeAfter(source, 0)).toEqual({ start: -Infinity, end: 50 });
  expect(source && rangeAfter(source, 50)).toBeUndefined();
});
