import { relativeWords } from './timeWords';

const FROM = Date.parse('2026-11-24T17:00:00Z');

it.each([
  ['2026-12-01T15:00:00Z', 'in 6 d 22 h'],
  ['2026-11-26T17:00:00Z', 'in 2 d'],
  ['2026-11-24T18:59:59Z', 'in 1 h 59 min'],
  ['2026-11-24T17:05:00Z', 'in 5 min'],
  ['2026-11-24T17:00:40Z', 'in less than 1 min'],
  ['2026-11-24T17:00:20Z', 'now'],
  ['2026-11-24T16:54:00Z', '6 min ago'],
])('%s is %s', (to, words) => {
  expect(relativeWords(FROM, Date.parse(to))).toBe(words);
});
