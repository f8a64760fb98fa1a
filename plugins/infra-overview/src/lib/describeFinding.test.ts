import type { DriftFinding, DriftStatus } from 'backstage-plugin-infra-overview-common';
import { NOW } from '../__testUtils__/anOverview';
import { aFinding, aNote } from '../__testUtils__/anObservedAnswer';
import { findingTone, isLeft, markWords, noteWords, statusWords } from './describeFinding';

it.each<[DriftStatus, Partial<DriftFinding>, string, string]>([
  ['same', {}, 'as declared', 'good'],
  ['different', { observed: 'standard-0' }, 'observed standard-0', 'warning'],
  ['different', { words: 'other days' }, 'other days', 'warning'],
  ['only-declared', {}, 'not found', 'warning'],
  ['only-observed', {}, 'found, not declared', 'warning'],
  ['only-observed', { observed: '2' }, 'not declared, observed 2', 'warning'],
  ['stale', { words: 'last seen 9 days ago' }, 'last seen 9 days ago', 'unknown'],
  ['failed', { words: 'could not look: timed out' }, 'could not look: timed out', 'unknown'],
  ['different', { observed: '2', note: aNote() }, 'observed 2', 'neutral'],
  ['different', { observed: '2', note: aNote({ until: NOW }) }, 'observed 2', 'warning'],
])('%s %j: %s, %s', (status, more, words, tone) => {
  const finding = aFinding({ status, ...more });
  expect([markWords(finding), findingTone(finding, NOW)]).toEqual([words, tone]);
});

it('a note counts until its end', () => {
  const until = (end: number) => aFinding({ note: aNote({ until: end }) });
  expect([isLeft(until(NOW + 1), NOW), isLeft(until(NOW), NOW)]).toEqual([true, false]);
});

it('says who left it, why and until when', () => {
  expect([noteWords(aNote(), NOW), noteWords(aNote({ until: NOW - 1 }), NOW)]).toEqual([
    'It is meant to be so, says ada until 24 Dec 2026: we pay by the hour',
    'It is meant to be so, says ada until 24 Nov 2026, which has passed: we pay by the hour',
  ]);
});

it('has a word for every status', () => {
  const statuses = [
    'same',
    'different',
    'only-declared',
    'only-observed',
    'stale',
    'failed',
  ] as const;
  expect(new Set(statuses.map(statusWords)).size).toBe(6);
});
