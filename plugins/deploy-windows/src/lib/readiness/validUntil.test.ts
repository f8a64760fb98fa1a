import { validForWords, validUntil } from './validUntil';

const AT = Date.parse('2026-11-24T17:00:00Z');

it.each([
  ['P90D', '90 days', '2027-02-22T17:00:00.000Z'],
  ['P1D', '1 day', '2026-11-25T17:00:00.000Z'],
  ['P4W', '4 weeks', '2026-12-22T17:00:00.000Z'],
  ['90 days', '90 days', '2027-02-22T17:00:00.000Z'],
  ['28 days (4 weeks)', '28 days', '2026-12-22T17:00:00.000Z'],
  ['for ever', 'for ever', undefined],
])('%s is %s, until %s', (validFor, words, until) => {
  expect(validForWords(validFor)).toBe(words);
  expect(validUntil(AT, validFor)).toBe(until);
});
