import { bruteOpensOn, type BruteDays } from '../testUtils/bruteForce';
import { aWindow, someTables } from '../testUtils/builders';
import { randomFrom } from '../testUtils/random';
import { DAY, localDateText, parseLocalDate } from '../time';
import { rangeAfter } from './occurrences';
import { sourcesOf } from './sourcesOf';
import type { DeployWindow } from './window';

const CLOCK = { from: '09:00', to: '10:00' };
const HOLIDAYS = ['2026-11-26', '2026-11-27', '2026-12-25', '2027-01-01', '2027-05-31'];
const tables = someTables({
  zones: ['UTC'],
  holidays: { us: { first: '2026-01-01', last: '2029-01-01', dates: HOLIDAYS } },
});

/** The opening days of a window from one day to another, by their starts in UTC. */
function openingDays(window: DeployWindow, first: string, last: string): readonly string[] {
  const resolved = sourcesOf(window, tables);
  if (!resolved.ok) throw new Error(`${resolved.problem.code}: ${resolved.problem.message}`);
  const found: string[] = [];
  for (const source of resolved.value) {
    let range = rangeAfter(source, Date.parse(`${first}T00:00Z`));
    while (range !== undefined && range.start <= Date.parse(`${last}T23:59Z`)) {
      found.push(localDateText(Math.floor(range.start / DAY)));
      range = rangeAfter(source, range.end);
    }
  }
  return found.sort();
}

const window = (schedule: object, fields: Partial<DeployWindow> = {}) =>
  aWindow({
    timeZone: 'UTC',
    schedule: { ...schedule, ...CLOCK } as NonNullable<DeployWindow['schedule']>,
    ...fields,
  });

describe('a pattern opens', () => {
  it.each([
    [
      'every second week',
      { type: 'weekly', days: ['tue'], every: 2, anchor: '2026-11-26' },
      ['2026-11-24', '2026-12-08', '2026-12-22'],
    ],
    [
      'every second week, from a later anchor',
      { type: 'weekly', days: ['mon', 'sun'], every: 2, anchor: '2027-01-04' },
      ['2026-11-23', '2026-11-29', '2026-12-07', '2026-12-13', '2026-12-21', '2026-12-27'],
    ],
    ['on the 31st', { type: 'monthly', on: { day: 31 } }, ['2026-12-31']],
    ['on the last day', { type: 'monthly', on: { day: 'last' } }, ['2026-11-30', '2026-12-31']],
    ['on the second Tuesday', { type: 'monthly', on: { nth: 2, weekday: 'tue' } }, ['2026-12-08']],
    ['on the fifth Tuesday', { type: 'monthly', on: { nth: 5, weekday: 'tue' } }, ['2026-12-29']],
    [
      'on the last Friday',
      { type: 'monthly', on: { nth: 'last', weekday: 'fri' } },
      ['2026-11-27', '2026-12-25'],
    ],
    ['on the first business day', { type: 'monthly', on: { businessDay: 1 } }, ['2026-12-01']],
    [
      'on the last business day',
      { type: 'monthly', on: { businessDay: -1 } },
      ['2026-11-30', '2026-12-31'],
    ],
    ['on a day of the year', { type: 'yearly', month: 12, on: { day: 24 } }, ['2026-12-24']],
    [
      'by a rule',
      { type: 'rrule', rule: 'FREQ=MONTHLY;BYDAY=2TU', firstDate: '2020-01-14' },
      ['2026-12-08'],
    ],
    [
      'on dates, each once',
      { type: 'dates', dates: ['2026-12-03', '2026-12-01', '2026-12-03'] },
      ['2026-12-01', '2026-12-03'],
    ],
    [
      'within bounds',
      { type: 'weekly', days: ['wed'], validFrom: '2026-12-02', validUntil: '2026-12-16' },
      ['2026-12-02', '2026-12-09', '2026-12-16'],
    ],
    [
      'but not on some days',
      { type: 'weekly', days: ['wed'], except: ['2026-12-02', '2026-12-23'] },
      ['2026-11-25', '2026-12-09', '2026-12-16', '2026-12-30'],
    ],
    [
      'on another day instead',
      {
        type: 'weekly',
        days: ['fri'],
        moved: [{ date: '2026-12-25', toDate: '2026-12-23', reason: 'Christmas' }],
      },
      ['2026-11-27', '2026-12-04', '2026-12-11', '2026-12-18', '2026-12-23'],
    ],
    [
      'unless there is nothing to move',
      {
        type: 'weekly',
        days: ['fri'],
        validFrom: '2026-12-18',
        moved: [{ date: '2026-12-24', toDate: '2026-12-23', reason: 'Typo' }],
      },
      ['2026-12-18', '2026-12-25'],
    ],
  ])('%s', (_, schedule, expected) => {
    expect(openingDays(window(schedule), '2026-11-23', '2026-12-31')).toEqual(expected);
  });

  it.each([
    [
      'skip',
      { days: ['thu', 'fri'] },
      {},
      ['2026-11-19', '2026-11-20', '2026-12-03', '2026-12-04'],
    ],
    ['only', { days: ['thu', 'fri'] }, {}, ['2026-11-26', '2026-11-27']],
    ['shiftNext', { days: ['thu'] }, {}, ['2026-11-19', '2026-11-30', '2026-12-03']],
    [
      'skip',
      { days: ['tue', 'wed'] },
      { before: 1 },
      ['2026-11-17', '2026-11-18', '2026-11-24', '2026-12-01', '2026-12-02'],
    ],
    ['skip', { days: ['mon'] }, { after: 3 }, ['2026-11-16', '2026-11-23']],
    [
      'skip',
      {
        days: ['thu'],
        moved: [{ date: '2026-11-26', toDate: '2026-11-25', reason: 'Thanksgiving' }],
      },
      {},
      ['2026-11-19', '2026-11-25', '2026-12-03'],
    ],
    ['shiftNext', { days: ['thu'], except: ['2026-11-30'] }, {}, ['2026-11-19', '2026-12-03']],
  ] as const)('on holidays: %s %j %j', (on, schedule, more, expected) => {
    const holidays = { set: 'us', on, ...more };
    const own = window({ type: 'weekly', ...schedule }, { holidays });
    expect(openingDays(own, '2026-11-16', '2026-12-04')).toEqual(expected);
  });

  it('a moved day may have its own clock', () => {
    const own = window({
      type: 'weekly',
      days: ['fri'],
      moved: [
        { date: '2026-12-25', toDate: '2026-12-23', from: '06:00', to: '07:00', reason: 'r' },
      ],
    });
    const resolved = sourcesOf(own, tables);
    const source = resolved.ok ? resolved.value[1] : undefined;
    expect(source && rangeAfter(source, 0)).toEqual({
      start: Date.parse('2026-12-23T06:00Z'),
      end: Date.parse('2026-12-23T07:00Z'),
    });
  });

  it('on the days a walk through the calendar finds (2,000 patterns, seed 7)', () => {
    const random = randomFrom(7);
    const first = parseLocalDate('2026-11-01') ?? 0;
    for (let count = 0; count < 2_000; count += 1) {
      const pattern = drawPattern(random, first);
      const own = window(
        pattern,
        pattern.on?.businessDay !== undefined && random.chance(50)
          ? { holidays: { set: 'us', on: 'skip' } }
          : {},
      );
      const holidays = own.holidays ? HOLIDAYS : [];
      const expected: string[] = [];
      for (let day = first; day < first + 150; day += 1) {
        const skipped = holidays.includes(localDateText(day));
        if (!skipped && bruteOpensOn(pattern, day, holidays)) expected.push(localDateText(day));
      }
      const found = openingDays(own, localDateText(first), localDateText(first + 149));
      expect([pattern, found]).toEqual([pattern, expected]);
    }
  });
});

function drawPattern(random: ReturnType<typeof randomFrom>, first: number): BruteDays {
  const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
  const date = () => localDateText(first + random.between(-10, 160));
  const bounds = {
    ...(random.chance(20) && { validFrom: date() }),
    ...(random.chance(20) && { validUntil: date() }),
    ...(random.chance(20) && { except: [date(), date()] }),
  };
  const on = random.pick([
    { day: random.between(1, 31) },
    { day: 'last' as const },
    { nth: random.between(1, 5), weekday: random.pick(weekdays) },
    { nth: 'last' as const, weekday: random.pick(weekdays) },
    { businessDay: random.between(1, 23) },
    { businessDay: -random.between(1, 23) },
  ]);
  switch (random.below(3)) {
    case 0:
      return {
        type: 'weekly',
        days: weekdays.filter(() => random.chance(40)),
        every: random.between(1, 5),
        anchor: date(),
        ...bounds,
      };
    case 1:
      return { type: 'monthly', on, ...bounds };
    default:
      return {
        type: 'yearly',
        month: random.between(1, 12),
        on: 'businessDay' in on ? { day: 15 } : on,
        ...bounds,
      };
  }
}
