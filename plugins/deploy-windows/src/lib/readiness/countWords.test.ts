import { besides, fractionWords, groupWords } from './countWords';

it.each([
  [{ met: 14, applicable: 41 }, '14 of 41 met'],
  [{ met: 0, applicable: 2 }, '0 of 2 met'],
  [{ met: 0, applicable: 0 }, 'nothing is asked'],
])('%j is %s', (fraction, words) => {
  expect(fractionWords(fraction)).toBe(words);
});

it('counts a waived check as asked and not met, and leaves out what does not apply', () => {
  const checks = (['pass', 'waived', 'unknown', 'not-applicable'] as const).map(status => ({
    status,
  }));
  expect(groupWords(checks)).toBe('1 of 3 met, 1 not known, 1 waived, 1 does not apply');
});

it('says nothing of what there is none of', () => {
  const none = { unknown: 0, expired: 0, error: 0, waived: 0, notApplicable: 0 };
  expect(besides(none)).toEqual([]);
});
