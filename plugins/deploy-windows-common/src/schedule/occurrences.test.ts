import { buildZoneTables, DAY, parseLocalDate, weekdayOf } from '../time';
import { aWindow } from '../testUtils/builders';
import { isActive, rangeAfter } from './occurrences';
import { sourcesOf } from './sourcesOf';
import type { Tables } from './tables';
import { WEEKDAYS } from './weekday';
import type { DeployWindow, WindowKind } from './window';

const at = (text: string) => Date.parse(text);
const iso = (instant: number) => new Date(instant).toISOString().replace(':00.000Z', 'Z');

function tablesFor(zone: string, day: string): Tables {
  const range = { start: at(day) - 45 * DAY, end: at(day) + 45 * DAY };
  return { range, zones: buildZoneTables([zone], range), holidays: {}, feeds: {} };
}

function firstRange(window: DeployWindow, day: string, from = at(day) - 3 * DAY) {
  const resolved = sourcesOf(window, tablesFor(window.timeZone ?? '', day));
  if (!resolved.ok) throw new Error(resolved.problem.message);
  const ranges = resolved.value.flatMap(source => rangeAfter(source, from) ?? []);
  const first = ranges.sort((a, b) => a.start - b.start)[0];
  return first && `${iso(first.start)} ${iso(first.end)}`;
}

// The worked examples of the design. Where an allow and a freeze end at different times both are given.
type Example = readonly [
  zone: string,
  day: string,
  clock: string,
  start: string,
  end: string,
  freezeEnd?: string,
];
const examples: readonly Example[] = [
  ['America/New_York', '2027-03-14', '01:30–02:30', '2027-03-14T06:30Z', '2027-03-14T07:00Z'],
  ['America/New_York', '2027-03-14', '02:30–04:00', '2027-03-14T07:00Z', '2027-03-14T08:00Z'],
  ['America/New_York', '2027-03-14', '02:15–02:45', 'empty', 'empty'],
  ['America/New_York', '2027-03-13', '22:00–06:00', '2027-03-14T03:00Z', '2027-03-14T10:00Z'],
  ['America/New_York', '2027-03-14', '00:00–24:00', '2027-03-14T05:00Z', '2027-03-15T04:00Z'],
  [
    'America/New_York',
    '2026-11-01',
    '01:15–01:45',
    '2026-11-01T05:15Z',
    '2026-11-01T05:45Z',
    '2026-11-01T06:45Z',
  ],
  [
    'America/New_York',
    '2026-11-01',
    '00:00–01:30',
    '2026-11-01T04:00Z',
    '2026-11-01T05:30Z',
    '2026-11-01T06:30Z',
  ],
  ['America/New_York', '2026-11-01', '01:30–03:30', '2026-11-01T05:30Z', '2026-11-01T08:30Z'],
  ['America/New_York', '2026-10-31', '22:00–06:00', '2026-11-01T02:00Z', '2026-11-01T11:00Z'],
  ['America/New_York', '2026-10-31', '22:00 PT8H', '2026-11-01T02:00Z', '2026-11-01T10:00Z'],
  ['Europe/Madrid', '2027-03-28', '02:00–04:00', '2027-03-28T01:00Z', '2027-03-28T02:00Z'],
  ['Europe/Madrid', '2027-03-27', '22:00–06:00', '2027-03-27T21:00Z', '2027-03-28T04:00Z'],
  ['Australia/Lord_Howe', '2026-10-04', '02:15–03:00', '2026-10-03T15:30Z', '2026-10-03T16:00Z'],
  ['Australia/Lord_Howe', '2026-10-03', '22:00–06:00', '2026-10-03T11:30Z', '2026-10-03T19:00Z'],
  [
    'Australia/Lord_Howe',
    '2027-04-04',
    '01:30–01:45',
    '2027-04-03T14:30Z',
    '2027-04-03T14:45Z',
    '2027-04-03T15:15Z',
  ],
  ['America/Santiago', '2026-09-06', '00:00–06:00', '2026-09-06T04:00Z', '2026-09-06T09:00Z'],
  ['Pacific/Apia', '2011-12-30', '00:00–24:00', 'empty', 'empty'],
  ['Pacific/Apia', '2011-12-29', '22:00–06:00', '2011-12-30T08:00Z', '2011-12-30T10:00Z'],
];

describe.each(['allow', 'notice', 'freeze'] as const)('as %s', kind => {
  it.each(examples.map(example => [example.slice(0, 3).join(' '), example] as const))(
    '%s',
    (_, example) => {
      const [zone, day, clock, start, end, freezeEnd = end] = example;
      const [from = '', to = ''] = clock.split(/[– ]/);
      const length = to.startsWith('P') ? { elapsed: to } : { to };
      const weekday = WEEKDAYS[weekdayOf(parseLocalDate(day) ?? 0)] ?? 'mon';
      const window = aWindow({
        kind,
        timeZone: zone,
        schedule: { type: 'weekly', days: [weekday], from, ...length },
      });
      const expected = kind === 'freeze' ? freezeEnd : end;
      const found = firstRange(window, day, at(day) - DAY);
      const [foundStart = ''] = (found ?? '').split(' ');
      // Empty: it does not occur on this date, the next one is a week later.
      const isWeekLater = at(foundStart) > at(day) + 6 * DAY;
      expect(isWeekLater ? 'empty empty' : found).toBe(`${start} ${expected}`);
    },
  );

  it('once, across the fold in Madrid', () => {
    const window = aWindow({
      kind,
      timeZone: 'Europe/Madrid',
      schedule: { type: 'once', start: '2026-10-24T18:00', end: '2026-10-25T02:30' },
    });
    const end = kind === 'freeze' ? '2026-10-25T01:30Z' : '2026-10-25T00:30Z';
    expect(firstRange(window, '2026-10-24')).toBe(`2026-10-24T16:00Z ${end}`);
  });
});

describe('an occurrence that lasts', () => {
  const range = (schedule: DeployWindow['schedule'], from: string, kind: WindowKind = 'allow') =>
    firstRange(
      aWindow({ kind, timeZone: 'UTC', ...(schedule && { schedule }) }),
      '2026-11-24',
      at(from),
    );

  it.each([
    [
      'past midnight, asked in the morning',
      { days: ['mon'], from: '22:00', to: '06:00' },
      '2026-11-24T05:59Z',
      '2026-11-23T22:00Z 2026-11-24T06:00Z',
    ],
    [
      'asked at its end',
      { days: ['mon'], from: '22:00', to: '06:00' },
      '2026-11-24T06:00Z',
      '2026-11-30T22:00Z 2026-12-01T06:00Z',
    ],
    [
      'for two days more',
      { days: ['mon'], from: '09:00', to: '08:00', toDayOffset: 2 },
      '2026-11-25T07:00Z',
      '2026-11-23T09:00Z 2026-11-25T08:00Z',
    ],
    [
      'for thirteen days',
      {
        days: ['mon'],
        from: '09:00',
        to: '08:00',
        toDayOffset: 13,
        every: 2,
        anchor: '2026-11-23',
      },
      '2026-12-05T00:00Z',
      '2026-11-23T09:00Z 2026-12-06T08:00Z',
    ],
    [
      'for an exact length',
      { days: ['mon'], from: '09:00', elapsed: 'PT50H' },
      '2026-11-25T10:00Z',
      '2026-11-23T09:00Z 2026-11-25T11:00Z',
    ],
    [
      'over days that overlap: the one that ends first',
      { days: ['mon', 'tue'], from: '09:00', to: '08:00', toDayOffset: 3 },
      '2026-11-25T00:00Z',
      '2026-11-23T09:00Z 2026-11-26T08:00Z',
    ],
  ] as const)('%s', (_, schedule, from, expected) => {
    expect(range({ type: 'weekly', ...schedule }, from)).toBe(expected);
  });

  it('a freeze holds through a night whose clock shows a minute of tomorrow and goes back', () => {
    const window = aWindow({
      kind: 'freeze',
      timeZone: 'America/St_Johns',
      schedule: { type: 'dates', dates: ['2010-11-06'], from: '22:00', to: '23:30' },
    });
    // At 02:30Z the clock reads 00:00 of the 7th; a minute later it reads 23:01 of the 6th again.
    const held = '2010-11-07T00:30Z 2010-11-07T03:00Z';
    expect(firstRange(window, '2010-11-06', at('2010-11-07T02:30Z'))).toBe(held);
    expect(firstRange(window, '2010-11-06', at('2010-11-07T02:59Z'))).toBe(held);
    expect(firstRange(window, '2010-11-06', at('2010-11-07T03:00Z'))).toBeUndefined();
  });
});

describe('sources', () => {
  const ranges = {
    type: 'ranges',
    ranges: [
      { start: 10, end: 20 },
      { start: 30, end: 40 },
    ],
  } as const;
  const cut = (start: number, end: number) =>
    ({ type: 'cut', source: ranges, cuts: [{ start, end }] }) as const;

  it.each([
    ['before a cut', cut(15, 18), 0, { start: 10, end: 15 }],
    ['inside a cut', cut(15, 18), 16, { start: 18, end: 20 }],
    ['a cut over all of one', cut(5, 25), 0, { start: 30, end: 40 }],
    ['a cut over all of them', cut(5, 45), 0, undefined],
    ['always', { type: 'always' } as const, 5, { start: -Infinity, end: Infinity }],
    [
      'always but for a while',
      { type: 'cut', source: { type: 'always' }, cuts: [{ start: 1, end: 9 }] } as const,
      5,
      { start: 9, end: Infinity },
    ],
    [
      'always until',
      { type: 'cut', source: { type: 'always' }, cuts: [{ start: 1, end: Infinity }] } as const,
      5,
      undefined,
    ],
  ])('%s', (_, source, from, expected) => expect(rangeAfter(source, from)).toEqual(expected));

  it.each([
    [9, false],
    [10, true],
    [19, true],
    [20, false],
  ])('at %i active is %s', (instant, expected) =>
    expect(isActive([ranges], instant)).toBe(expected),
  );
});
