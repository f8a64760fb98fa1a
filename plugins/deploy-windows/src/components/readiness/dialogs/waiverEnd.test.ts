import { dayOf, missingEnd } from './waiverEnd';

const AT = Date.parse('2026-11-24T12:00:00Z');

it.each([
  ['', 'Say until which day'],
  ['2026-11-20', 'The day is over'],
  [dayOf(AT, 90), undefined],
  [dayOf(AT, 365), undefined],
  [dayOf(AT, 367), 'At most a year'],
])('until %s: %s', (day, missing) => {
  expect(missingEnd(day, AT)).toBe(missing);
});
