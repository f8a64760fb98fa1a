import { noticeAudience, titleOfAudience, titleOfRule } from './ruleTitles';
import type { EffectivePolicy } from '../schedule';
import { MINUTE, type Instant } from '../time';
import type { Decision } from './decision';
import type { Reason } from './reason';

/** How an instant is shown: in one zone and language, which the caller chose. */
export type FormatInstant = (at: Instant) => string;

/** One sentence or three that a person can act on. Times without a zone; it stands at the end once. */
export function describeDecision(
  decision: Decision,
  policy: EffectivePolicy,
  format: FormatInstant,
  zone: string,
): string {
  const sentences =
    decision.outcome === 'allowed'
      ? allowedSentences(decision, policy, format)
      : blockedSentences(decision, policy, format);
  return `${sentences.join(' ')} (${zone})`.replace(/\. \(([^()]+)\)$/, ' ($1).');
}

function allowedSentences(
  decision: Extract<Decision, { outcome: 'allowed' }>,
  policy: EffectivePolicy,
  format: FormatInstant,
): readonly string[] {
  const { nextClose, warnings } = decision;
  const owed = warnings
    .filter(({ code }) => code === 'RETROSPECTIVE_NOTICE_DUE')
    .map(
      ({ about = '', at = 0 }) =>
        `Tell ${titleOfAudience(noticeAudience(about), policy)} by ${format(at)}.`,
    );
  if (nextClose === undefined) return ['Yes: nothing closes it that is known today.', ...owed];
  const why = titleOfRule(nextClose.because.by ?? nextClose.because.rule, policy);
  return [
    `Yes, until ${format(nextClose.at)}: then ${why} ${endWord(nextClose.because.gate)}.`,
    ...owed,
  ];
}

function endWord(gate: 'freeze' | 'allow' | 'default' | 'notice'): string {
  return gate === 'freeze' ? 'begins' : 'ends';
}

function blockedSentences(
  {
    reasons,
    nextOpen,
    nextIfNotifiedNow,
    assumes,
    horizonExceeded,
  }: Extract<Decision, { outcome: 'blocked' }>,
  policy: EffectivePolicy,
  format: FormatInstant,
): readonly string[] {
  const sentences = [
    `Not now: ${reasons.map(reason => describeReason(reason, policy, format)).join('; ')}.`,
  ];
  if (nextIfNotifiedNow) {
    const when = format(nextIfNotifiedNow.at);
    sentences.push(`Tell them now and you may start ${when}.`);
  }
  if (horizonExceeded) sentences.push('No opening is known.');
  else if (nextOpen) {
    const word = reasons.some(({ code }) => code.startsWith('NOTICE_'))
      ? 'Free without notice'
      : 'Next opening';
    const rest = assumes.length > 0 ? ', if the rest is settled by then' : '';
    sentences.push(`${word}: ${format(nextOpen.at)}${rest}.`);
  }
  return sentences;
}

/** What holds, as part of a sentence. */
export function describeReason(
  reason: Reason,
  policy: EffectivePolicy,
  format: FormatInstant,
): string {
  const { title = '', text, until } = reason;
  switch (reason.code) {
    case 'FREEZE_ACTIVE':
      return `${title} holds${until === undefined ? ' without a known end' : ` until ${format(until)}`}${text ? ` (${text})` : ''}`;
    case 'INPUT_INVALID':
      return title ? `${title} cannot be read: ${text}` : `${text}`;
    case 'INPUT_UNAVAILABLE':
      return `${text}`;
    case 'OUTSIDE_ALLOW':
      return title ? `it is outside ${title}` : `it is outside the windows of ${reason.level}`;
    case 'CLOSED_BY_DEFAULT':
      return 'this environment is closed unless a window opens it';
    case 'NOTICE_REQUIRED':
      return `${titleOfAudience(reason.audience, policy)} must be told ${describeLead(reason.lead)} before`;
    case 'NOTICE_PENDING':
      return `${titleOfAudience(reason.audience, policy)} was told, and ${describeLead(reason.lead)} have not passed`;
    case 'WOULD_NOT_FIT':
      return `it would run ${Math.ceil((reason.missing ?? 0) / MINUTE)} minutes past the close`;
    case 'LIMIT_REACHED':
      return reason.limit === 'minGap'
        ? `the last deploy is too recent${until === undefined ? '' : `, wait until ${format(until)}`}`
        : 'this opening has had as many deploys as it takes';
    case 'READINESS_NOT_READY':
      return `not ready: ${(reason.open ?? []).join(', ')}`;
    case 'READINESS_UNKNOWN':
      return 'nobody knows whether it is ready';
    case 'LOCK_HELD':
      return `${reason.holder} holds the lock since ${format(reason.since ?? 0)} (${text})`;
    default:
      throw new Error(reason.code satisfies never);
  }
}

function describeLead(lead: string | undefined): string {
  const days = /^(\d+)bd$/.exec(lead ?? '')?.[1];
  if (days !== undefined) return days === '1' ? '1 business day' : `${days} business days`;
  const hours = /^PT(\d+)H$/.exec(lead ?? '')?.[1];
  if (hours !== undefined) return hours === '1' ? '1 hour' : `${hours} hours`;
  return lead ?? 'some time';
}
