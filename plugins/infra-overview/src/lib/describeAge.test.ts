import { describeAge } from './describeAge';

const NOW = Date.parse('2026-11-24T10:00:00Z');

it.each`
  at                        | words
  ${'2026-11-24T10:05:00Z'} | ${'just now'}
  ${'2026-11-24T09:59:01Z'} | ${'just now'}
  ${'2026-11-24T09:59:00Z'} | ${'1 minute ago'}
  ${'2026-11-24T09:00:01Z'} | ${'59 minutes ago'}
  ${'2026-11-24T09:00:00Z'} | ${'1 hour ago'}
  ${'2026-11-23T10:00:01Z'} | ${'23 hours ago'}
  ${'2026-11-15T10:00:00Z'} | ${'9 days ago'}
  ${'2026-09-25T10:00:00Z'} | ${'25 Sep 2026'}
`('$at: $words', ({ at, words }) => {
  expect(describeAge(Date.parse(at), NOW)).toBe(words);
});
