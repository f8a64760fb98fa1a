import type { Instant } from '../../time';
import { confirmationAt, type Confirmation } from './confirmationAt';
import type { Effective, LevelNow } from './effective';
import type { Layers } from './layers';
import type { Finding } from './outcome';
import { outcomeAt } from './outcomeAt';

type WhyNot = Omit<Extract<Effective, { status: 'not-applicable' }>, 'status' | 'level'>;

export type ApplicabilityNow =
  | { readonly state: 'not-applicable'; readonly why: WhyNot }
  | { readonly state: 'applies' }
  /** Not decided: the check is unknown for this reason. */
  | { readonly state: 'unknown'; readonly findings: readonly Finding[] };

/** Of a must-have nobody gets out by a word of their own: a holder of waiver.approve has to agree. */
export function applicabilityAt(layers: Layers, level: LevelNow, now: Instant): ApplicabilityNow {
  const { applicability } = layers;
  if (level.value === 'off') return notApplicable({ why: 'off', findings: [] });
  if (applicability.state === 'no-by-rule') {
    return notApplicable({ why: 'rule', findings: applicability.findings });
  }
  const said = confirmationAt(layers, now);
  if (isConfirmed(said, level)) {
    const { reason, note, validUntil } = said.attestation;
    const words = note ?? reason;
    return notApplicable({
      why: 'confirmed',
      findings: [],
      ...(words !== undefined && { reason: words }),
      until: validUntil,
    });
  }
  const { outcome } = outcomeAt(layers.steps, now);
  if (applicability.state === 'no-declared') {
    const { reason, findings } = applicability;
    if (level.value !== 'must') return notApplicable({ why: 'declared', reason, findings });
    return { state: 'unknown', findings };
  }
  if (applicability.state === 'undetermined') {
    return { state: 'unknown', findings: applicability.findings };
  }
  if (outcome.status === 'not-applicable') {
    return notApplicable({ why: 'rule', findings: outcome.findings });
  }
  return { state: 'applies' };
}

function isConfirmed(said: Confirmation | undefined, level: LevelNow): said is Confirmation {
  if (said?.attestation.answer !== 'not-applicable' || said.state !== 'valid') return false;
  return level.value !== 'must' || said.attestation.agreedBy !== undefined;
}

function notApplicable(why: WhyNot): ApplicabilityNow {
  return { state: 'not-applicable', why };
}
