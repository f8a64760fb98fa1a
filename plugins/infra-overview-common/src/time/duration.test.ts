import fc from 'fast-check';
import { durationMilliseconds, durationText, parseDuration } from './duration';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

describe('durationMilliseconds', () => {
  it.each([
    ['PT1H', HOUR],
    ['PT90M', 1.5 * HOUR],
    ['PT1H30M', 1.5 * HOUR],
    ['P1D', DAY],
    ['P4W', 28 * DAY],
    ['P28D', 28 * DAY],
    ['P1M', 30 * DAY],
    ['P1Y', 365 * DAY],
    ['P1Y2M3W4DT5H6M7.5S', (365 + 60 + 21 + 4) * DAY + 5 * HOUR + 367_500],
    ['PT0S', 0],
    ['PT1M', 60_000],
  ])('%s is %d', (text, expected) => {
    expect(durationMilliseconds(text)).toBe(expected);
  });

  it.each([
    '',
    'P',
    'PT',
    'P1DT',
    '4 weeks',
    '-P1D',
    'P-1D',
    'P1.5D',
    'P1H',
    'PT1D',
    'P1D ',
    'p1d',
    `P${'9'.repeat(99)}D`,
  ])('%s is not a duration', text => {
    expect(parseDuration(text)).toBeUndefined();
    expect(durationMilliseconds(text)).toBeUndefined();
  });
});

it('writes what it reads', () => {
  const part = fc.integer({ min: 0, max: 9999 });
  const parts = fc.record({
    years: part,
    months: part,
    weeks: part,
    days: part,
    hours: part,
    minutes: part,
    seconds: part,
  });
  fc.assert(
    fc.property(parts, duration => {
      expect(parseDuration(durationText(duration))).toEqual(duration);
    }),
  );
});
