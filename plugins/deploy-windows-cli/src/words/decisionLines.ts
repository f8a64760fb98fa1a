import type { Cure, DecisionAnswer, ReasonAnswer } from 'backstage-plugin-deploy-windows-common';
import { either } from './list';

/** A decision in sentences, the answer first. */
export function decisionLines(decision: DecisionAnswer): readonly string[] {
  const { sentence, warnings, reasons, hypothetical } = decision;
  return [
    sentence,
    ...(hypothetical ? [`Answered for ${decision.at} by the rules of today.`] : []),
    ...reasons.map(cureLine),
    ...warnings.map(({ text }) => `Warning: ${text}.`.replace(/([.!?])\.$/, '$1')),
    ...(decision.outcome === 'allowed' && !hypothetical
      ? [`This answer holds until ${decision.validUntil}.`]
      : []),
  ];
}

const CURES: Readonly<Record<Cure, string>> = {
  waiting: 'waiting',
  exemption: 'an exemption by the owner of the freeze',
  override: 'an override',
  'ad-hoc-allow': 'an ad-hoc window',
  notice: 'telling them (deploy-windows notice send)',
  'shorter-duration': 'a shorter --duration',
  repair: 'repairing what cannot be read',
  attestation: 'an attestation',
  waiver: 'a waiver',
  release: 'its release',
  'break-lock': 'breaking the lock',
};

function cureLine({
  code,
  text,
  clearedBy,
  until,
  owner,
  overridableBy = [],
}: ReasonAnswer): string {
  const cures = clearedBy.map(cure => {
    if (cure === 'waiting' && until !== undefined) return `waiting until ${until}`;
    if (cure === 'override' && overridableBy.length > 0)
      return `an override by ${either(overridableBy)}`;
    return CURES[cure as Cure] ?? cure;
  });
  const help = cures.length === 0 ? '' : ` What helps: ${either(cures)}.`;
  const whose = owner === undefined ? '' : ` Owner: ${owner}.`;
  return `${code}: ${text}.${help}${whose}`;
}
