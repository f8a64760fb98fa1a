import { shiftDay } from './shiftDay';

it.each([
  ['2026-11-24', 7, '2026-12-01'],
  ['2026-03-01', -1, '2026-02-28'],
  ['2028-02-28', 1, '2028-02-29'],
  ['2026-12-28', 28, '2027-01-25'],
])('%s and %i days is %s', (date, days, expected) => {
  expect(shiftDay(date, days)).toBe(expected);
});
