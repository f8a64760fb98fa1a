import { asSentence, describeParty, wordLabel } from 'backstage-plugin-infra-overview-common';
import type { Instant } from '../../time';
import type { Attestation } from '../answers/attestation';
import type { Effective, Own } from '../effective/effective';
import type { Finding, ReasonCode } from '../effective/outcome';
import { utcDay, type FormatInstant } from './dayWords';
import { factWords } from './factWords';
import { findingText } from './findingText';
import { valueWords, type Titles } from './valueWords';

export interface WordsOptions {
  readonly titles?: Titles;
  readonly format?: FormatInstant;
}

// What was looked at and found in order says nothing about why the whole is not.
const IN_ORDER: readonly ReasonCode[] = ['MET'];

/** The reason in one sentence. */
export function becauseWords(now: Effective, options: WordsOptions = {}): string {
  return asSentence(reason(now, options));
}

function reason(now: Effective, options: WordsOptions): string {
  const { format = utcDay } = options;
  switch (now.status) {
    case 'not-applicable':
      return notAsked(now, options);
    case 'waived': {
      const { code, reason: why, approvedBy, requestedBy } = now.waiver;
      const who = person(approvedBy ?? requestedBy, options);
      return `waived by ${who} (${wordLabel(code)}): ${why}`;
    }
    case 'pass':
    case 'expired':
    case 'error':
    case 'unknown':
    case 'fail':
      return ownReason(now, { ...options, format });
    default:
      throw new Error(now satisfies never);
  }
}

/** In a list of several: what was found, not what was wanted, and the first thing only. */
export function briefReason(own: Own, options: WordsOptions = {}): string {
  const first = telling(own);
  if (first === undefined || own.confirmation !== undefined) return ownReason(own, options);
  return findingText(first, options.titles).replace(/, wanted .*$/, '');
}

/** Why it is so; a part of a sentence. */
export function ownReason(own: Own, options: WordsOptions = {}): string {
  const { titles = {}, format = utcDay } = options;
  const first = telling(own);
  const { confirmation } = own;
  if (own.status === 'pass' && confirmation && first === undefined) {
    return `confirmed by ${person(confirmation.attestedBy, options)} on ${format(confirmation.attestedAt)}, counts until ${format(confirmation.validUntil)}`;
  }
  if (first === undefined)
    return own.status === 'pass' ? 'everything asked for is there' : 'no reason is given';
  return confirmation === undefined
    ? withMore(findingText(first, titles), own)
    : aboutConfirmation(first, confirmation, options);
}

function aboutConfirmation(
  finding: Finding,
  confirmation: Attestation,
  options: WordsOptions,
): string {
  const { titles = {}, format = utcDay } = options;
  const { attestedBy, attestedAt, validUntil, note } = confirmation;
  const given = `of ${format(attestedAt)} by ${person(attestedBy, options)}`;
  switch (finding.code) {
    case 'CONFIRMATION_ENDED':
      return `the confirmation ${given} ended on ${format(validUntil)}`;
    case 'FACTS_CHANGED':
      return `what the confirmation ${given} is about has changed since`;
    case 'MEANING_CHANGED':
      return `the check asks for something else since the confirmation ${given}`;
    case 'CONFIRMED_NOT_MET':
      return `not met, says the answer ${given}${note === undefined ? '' : `: ${note}`}`;
    case 'SECOND_SIGNATURE_MISSING':
      return `the confirmation ${given} waits for a second signature`;
    case 'NOT_NEEDED_UNCONFIRMED':
      return `does not apply, says the answer ${given}, and nobody who may agree has agreed`;
    default:
      return findingText(finding, titles);
  }
}

/** The one that decides comes first: of what is not met what is wrong, of what is met what a source saw, or was found. */
function telling({ status, findings }: Own): Finding | undefined {
  if (status === 'pass') return findings.find(({ origin }) => origin?.seen) ?? findings[0];
  return findings.find(({ code }) => !IN_ORDER.includes(code)) ?? findings[0];
}

function withMore(text: string, { status, findings }: Own): string {
  const reasons =
    status === 'pass'
      ? findings.length
      : findings.filter(({ code }) => !IN_ORDER.includes(code)).length;
  return reasons > 1 ? `${text}, and ${reasons - 1} more` : text;
}

function notAsked(
  { why, reason: words, findings, until }: Extract<Effective, { status: 'not-applicable' }>,
  { titles = {}, format = utcDay }: WordsOptions,
): string {
  const [first] = findings;
  switch (why) {
    case 'off':
      return 'it is not asked of this stage';
    case 'rule':
      if (first === undefined) return 'it is meant for another kind of service, stage or platform';
      return first.code === 'NO_ITEM'
        ? `nothing is written down that it could apply to: ${factWords(first.fact)}`
        : `it does not apply, ${foundWords(first, titles)}`;
    case 'declared':
      return `the document says that it is not needed${words === undefined ? '' : `: ${words}`}`;
    case 'confirmed': {
      const end = until === undefined ? '' : `, agreed until ${format(until)}`;
      return `a person said that it does not apply${words === undefined ? '' : ` (${wordLabel(words)})`}${end}`;
    }
    default:
      throw new Error(why satisfies never);
  }
}

/** What is there, without what would have been asked for. */
function foundWords(finding: Finding, titles: Titles): string {
  const { fact, found } = finding;
  if (found === undefined) return findingText(finding, titles);
  return `${factWords(fact)}: ${valueWords(found, titles)}`;
}

function person(ref: string, { titles = {} }: WordsOptions): string {
  return titles[ref.toLowerCase()] ?? describeParty(ref).replace(/ \(person\)$/, '');
}

/** `the confirmation … ` of a check that passes: who said so, and until when it counts. */
export function confirmationWords(
  { attestedBy, attestedAt, validUntil, source }: Attestation,
  now: Instant,
  options: WordsOptions = {},
): string {
  const { format = utcDay } = options;
  const who =
    source === 'document'
      ? 'answered in the document'
      : `confirmed by ${person(attestedBy, options)}`;
  if (validUntil === 0) return `${who}, no date`;
  const end = now < validUntil ? 'counts until' : 'ended on';
  return `${who} on ${format(attestedAt)}, ${end} ${format(validUntil)}`;
}
