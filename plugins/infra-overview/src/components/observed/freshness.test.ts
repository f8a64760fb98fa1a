import {
  freshnessOf,
  type ObservedAnswer,
  type Verified,
} from 'backstage-plugin-infra-overview-common';
import { NOW } from '../../__testUtils__/anOverview';
import { aConfirmation, aFinding, anObservedAnswer } from '../../__testUtils__/anObservedAnswer';
import { freshnessOfElement, freshnessOfPage } from './freshness';

const VERIFIED: Verified = { method: 'document', at: '2019-07-19' };
const STATED = 'stated in a document of 19 Jul 2019, never confirmed';
const origin = { level: 'component', path: 'addons[db]', verified: VERIFIED } as const;
const same = aFinding({ status: 'same' });
const disputed = aConfirmation({ answer: 'not-true', words: 'said to be not true by ada' });

it.each<[string, Partial<ObservedAnswer>, string]>([
  ['nobody looked', {}, STATED],
  ['a source saw a part of it', { drift: [same] }, 'observed 24 Nov 2026, Heroku'],
  ['a part of it differs', { drift: [same, aFinding({ id: '2' })] }, STATED],
  ['something else was seen', { drift: [aFinding({ ...same, path: 'addons[db2].plan' })] }, STATED],
  ['a file intends it', { drift: [aFinding({ ...same, intent: true })] }, STATED],
  ['somebody confirmed it', { confirmations: [aConfirmation()] }, 'confirmed 23 Nov 2026 by ada'],
  [
    'a part of it was confirmed',
    { confirmations: [aConfirmation({ path: 'addons[db].plan' })] },
    STATED,
  ],
  ['it is said to be not true', { drift: [same], confirmations: [disputed] }, disputed.words],
])('an element of which %s', (_, answer, words) => {
  const freshness = freshnessOfElement(
    { path: 'addons[db]', origin },
    anObservedAnswer(answer),
    NOW,
  );
  expect(freshness.words).toBe(words);
});

it.each<[string, Partial<ObservedAnswer>, string]>([
  ['nobody looked', {}, STATED],
  ['one fact was seen', { drift: [same] }, 'observed 24 Nov 2026, Heroku; oldest 19 Jul 2019'],
  [
    'one fact was confirmed',
    { confirmations: [aConfirmation()] },
    'confirmed 23 Nov 2026 by ada; oldest 19 Jul 2019',
  ],
  ['one fact is disputed', { confirmations: [disputed] }, STATED],
])('a page of which %s keeps saying how old the oldest is', (_, answer, words) => {
  const document = freshnessOf(VERIFIED, NOW);
  const freshness = freshnessOfPage(document, anObservedAnswer(answer), NOW);
  expect([freshness.words, freshness.stale]).toEqual([words, true]);
});
