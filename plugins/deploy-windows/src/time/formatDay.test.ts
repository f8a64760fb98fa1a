import { formatDay } from './formatDay';

it.each([
  ['2026-12-03T23:30:00Z', 'UTC', '3 Dec 2026'],
  ['2026-12-03T23:30:00Z', 'Asia/Tokyo', '4 Dec 2026'],
  ['2027-03-01T02:00:00Z', 'America/Chicago', '28 Feb 2027'],
  ['some day', 'UTC', 'some day'],
])('%s in %s is %s', (text, zone, expected) => {
  expect(formatDay(text, zone)).toBe(expected);
});
