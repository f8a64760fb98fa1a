import { cureWords, leadWords, noticeWords, readinessWords } from './words';

it.each([
  ['PT24H', '24 hours'],
  ['PT1H', '1 hour'],
  ['P2D', '2 days'],
  ['PT30M', '30 minutes'],
  ['2bd', '2 business days'],
  ['1bd', '1 business day'],
  ['PT1H30M', 'PT1H30M'],
])('a lead of %s is %s', (lead, words) => {
  expect(leadWords(lead)).toBe(words);
});

it.each([
  [{ mode: 'off', verdict: 'not-assessed' }, undefined],
  [
    { mode: 'warn', verdict: 'not-ready', open: ['Backups'] },
    'not ready (only warns); open: Backups',
  ],
  [{ mode: 'enforce', verdict: 'ready' }, 'ready (must be met)'],
])('readiness %j', (readiness, words) => {
  expect(readinessWords(readiness)).toBe(words);
});

it('keeps a word of a newer server', () => {
  expect(noticeWords('paused')).toBe('paused');
  expect(cureWords(['waiting', 'prayer'])).toBe('waiting, prayer');
});
