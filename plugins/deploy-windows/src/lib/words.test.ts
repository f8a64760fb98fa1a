import { cureWords, leadWords, noticeWords } from './words';

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

it('keeps a word of a newer server', () => {
  expect(noticeWords('paused')).toBe('paused');
  expect(cureWords(['waiting', 'prayer'])).toBe('waiting, prayer');
});
