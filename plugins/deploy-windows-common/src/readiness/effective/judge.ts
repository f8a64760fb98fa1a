import type { Instant } from '../../time';
import type { ApplicabilityNow } from './applicabilityAt';
import { confirmationAt, type Confirmation, type ConfirmationState } from './confirmationAt';
import type { Own } from './effective';
import { evidenceOf } from './evidenceOf';
import type { Layers } from './layers';
import type { Finding, ReasonCode } from './outcome';
import { outcomeAt } from './outcomeAt';

/** Rule and confirmation together. A "not met" always wins; a confirmation that ended is not one that was never given. */
export function judge(layers: Layers, applicability: ApplicabilityNow, now: Instant): Own {
  const { mode, combine, broken } = layers.asked.definition;
  if (broken !== undefined) {
    return { status: 'error', findings: [{ code: 'CHECK_BROKEN', fact: '', found: broken }] };
  }
  const said = confirmationAt(layers, now);
  const confirmed = ownOf(said);
  // Before everything else: who says "not met" knows that it applies.
  if (said?.state === 'valid' && said.attestation.answer === 'not-met') return confirmed;
  if (applicability.state === 'unknown') {
    return { status: 'unknown', findings: applicability.findings, ...keep(confirmed) };
  }
  switch (mode) {
    case 'automatic':
      return ruleOf(layers, now);
    case 'attested':
      return confirmed;
    case 'hybrid':
      return combine === 'both'
        ? both(ruleOf(layers, now), confirmed)
        : either(ruleOf(layers, now), confirmed);
    default:
      throw new Error(mode satisfies never);
  }
}

function both(rule: Own, confirmed: Own): Own {
  if (rule.status !== 'pass') return { ...rule, ...keep(confirmed) };
  if (confirmed.status !== 'pass') return { ...confirmed, ...earliest(rule, confirmed) };
  return { ...confirmed, findings: rule.findings, ...earliest(rule, confirmed) };
}

function either(rule: Own, confirmed: Own): Own {
  if (rule.status === 'pass' && confirmed.status === 'pass') {
    // Either is enough, so it holds as long as the longer one.
    const lasting = latest(rule, confirmed);
    return {
      status: 'pass',
      findings: rule.findings,
      evidence: 'attested',
      ...keep(confirmed),
      ...lasting,
    };
  }
  if (rule.status === 'pass') return { ...rule, ...keep(confirmed) };
  if (confirmed.status === 'pass' || confirmed.status === 'expired') return confirmed;
  return { ...rule, ...keep(confirmed) };
}

function ruleOf({ steps }: Layers, now: Instant): Own {
  const { outcome, until } = outcomeAt(steps, now);
  // "Does not apply" was answered before.
  const status = outcome.status === 'not-applicable' ? 'unknown' : outcome.status;
  const evidence = evidenceOf(outcome.findings);
  const findings: readonly Finding[] =
    outcome.status === 'error'
      ? [...outcome.findings, { code: 'RULE_FAILED', fact: '', found: outcome.message }]
      : outcome.findings;
  return {
    status,
    findings,
    ...(status === 'pass' && evidence && { evidence }),
    ...(until !== undefined && { until }),
  };
}

const ENDED: Readonly<Record<Exclude<ConfirmationState, 'valid'>, ReasonCode>> = {
  ended: 'CONFIRMATION_ENDED',
  'facts-changed': 'FACTS_CHANGED',
  'meaning-changed': 'MEANING_CHANGED',
  'second-signature-missing': 'SECOND_SIGNATURE_MISSING',
  'without-date': 'ANSWER_WITHOUT_DATE',
};

function ownOf(said: Confirmation | undefined): Own {
  if (said === undefined) {
    return { status: 'unknown', findings: [{ code: 'CONFIRMATION_MISSING', fact: '' }] };
  }
  const { attestation, state } = said;
  if (state !== 'valid') {
    const wasNeverWhole = state === 'second-signature-missing' || state === 'without-date';
    return {
      status: wasNeverWhole ? 'unknown' : 'expired',
      findings: [{ code: ENDED[state], fact: '' }],
      confirmation: attestation,
    };
  }
  const until = attestation.validUntil;
  switch (attestation.answer) {
    case 'met': {
      const evidence = attestation.source === 'document' ? 'declared' : 'attested';
      return { status: 'pass', findings: [], evidence, confirmation: attestation, until };
    }
    case 'not-met':
      return {
        status: 'fail',
        findings: [{ code: 'CONFIRMED_NOT_MET', fact: '' }],
        confirmation: attestation,
        until,
      };
    // Valid, and yet asked about: of a must-have nobody has agreed.
    case 'not-applicable':
      return {
        status: 'unknown',
        findings: [{ code: 'NOT_NEEDED_UNCONFIRMED', fact: '' }],
        confirmation: attestation,
        until,
      };
    default:
      throw new Error(attestation.answer satisfies never);
  }
}

function keep({ confirmation }: Own): Pick<Own, 'confirmation'> {
  return confirmation === undefined ? {} : { confirmation };
}

function earliest(a: Own, b: Own): Pick<Own, 'until'> {
  const until = Math.min(a.until ?? Infinity, b.until ?? Infinity);
  return until === Infinity ? {} : { until };
}

function latest(a: Own, b: Own): Pick<Own, 'until'> {
  if (a.until === undefined || b.until === undefined) return {};
  return { until: Math.max(a.until, b.until) };
}
