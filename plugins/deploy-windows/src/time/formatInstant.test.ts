import { formatInstant, formatRange } from './formatInstant';

beforeEach(() => {
  jest.useFakeTimers({ now: Date.parse('2026-11-24T17:00:00Z') });
});
afterEach(() => {
  jest.useRealTimers();
});

it.each([
  ['2026-12-01T15:00:00Z', 'America/Chicago', 'Tue 1 Dec, 09:00'],
  ['2026-12-01T15:00:00Z', 'Australia/Lord_Howe', 'Wed 2 Dec, 02:00'],
  ['2027-01-04T06:00:00Z', 'UTC', 'Mon 4 Jan 2027, 06:00'],
  ['2026-12-01T00:00:00Z', 'UTC', 'Tue 1 Dec, 00:00'],
  ['2026-12-01T15:00:00Z', 'Nowhere/Land', 'Tue 1 Dec, 15:00 UTC'],
])('%s in %s', (text, zone, expected) => {
  expect(formatInstant(text, zone)).toBe(expected);
});

it.each([
  ['2026-12-01T15:00:00Z', '2026-12-01T16:00:00Z', 'Tue 1 Dec, 09:00 – 10:00'],
  ['2026-12-02T04:00:00Z', '2026-12-02T12:00:00Z', 'Tue 1 Dec, 22:00 – Wed 2 Dec, 06:00'],
])('%s to %s', (start, end, expected) => {
  expect(formatRange(start, end, 'America/Chicago')).toBe(expected);
});
