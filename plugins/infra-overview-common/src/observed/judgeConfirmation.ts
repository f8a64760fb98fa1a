import { DEFAULT_CADENCE } from '../document';
import { dayWords, partyWords } from '../freshness';
import { durationMilliseconds, type Instant } from '../time';
import type { Confirmation, ConfirmationState, JudgedConfirmation } from './confirmation';

export interface ConfirmationJudgement {
  /** Hash of the canonical JSON of today's value; undefined when there is none any more. */
  readonly hashNow: string | undefined;
  /** ISO duration after which people look again; the default of documents where none is stated. */
  readonly cadence: string | undefined;
}

/** Another value, or too long ago: the word no longer counts, and is shown as what was said. */
export function judgeConfirmation(
  confirmation: Confirmation,
  judgement: ConfirmationJudgement,
  now: Instant,
): JudgedConfirmation {
  const state = stateOf(confirmation, judgement, now);
  return { ...confirmation, state, words: words(confirmation, state) };
}

function stateOf(
  { answer, at, valueHash }: Confirmation,
  { hashNow, cadence }: ConfirmationJudgement,
  now: Instant,
): ConfirmationState {
  if (hashNow !== valueHash) return 'changed';
  // What is not true stays so until the document changes, however long that takes.
  if (answer === 'not-true') return 'in-force';
  const lasts =
    durationMilliseconds(cadence ?? DEFAULT_CADENCE) ?? durationMilliseconds(DEFAULT_CADENCE) ?? 0;
  return now >= at + lasts ? 'past-cadence' : 'in-force';
}

const AFTERWARDS: Readonly<Record<ConfirmationState, string>> = {
  'in-force': '',
  changed: ', changed since',
  'past-cadence': ', time to look again',
};

function words({ answer, at, by }: Confirmation, state: ConfirmationState): string {
  const day = dayWords(at);
  const who = partyWords(by);
  const after = AFTERWARDS[state];
  switch (answer) {
    case 'still-true':
      return state === 'in-force' ? `confirmed ${day} by ${who}` : `was confirmed ${day}${after}`;
    case 'not-true':
      return `said to be not true ${day} by ${who}${after}`;
    case 'unknown':
      return `not known to ${who} ${day}${after}`;
    default:
      throw new Error(answer satisfies never);
  }
}
