import { NotAllowedError } from '@backstage/errors';
import type {
  ApprovalProblem,
  EffectivePolicy,
  OverrideProblem,
  RuleKey,
} from 'backstage-plugin-deploy-windows-common/evaluator';
import { conflict, invalid } from '../api/coded';
import { describeDuration } from '../schedule/describeDuration';

const CONFLICTS: readonly ApprovalProblem[] = [
  'SAME_PERSON',
  'ALREADY_APPROVED',
  'OVERRIDE_CONSUMED',
  'OVERRIDE_REVOKED',
  'FREEZE_IS_HARD',
];

/** @throws the error that says what to do: 403 who may, 409 what stands against it, else 400 with all problems */
export function refuseOverride(
  problems: readonly ApprovalProblem[],
  policy: EffectivePolicy,
  rules: readonly RuleKey[],
): never {
  const words = problems.map(code => ({ code, message: describeProblem(code, policy, rules) }));
  const forbidden = words.find(({ code }) => code === 'NOT_PERMITTED' || code === 'NOT_ON_CALL');
  if (forbidden)
    throw Object.assign(new NotAllowedError(forbidden.message), { code: forbidden.code });
  const against = words.find(({ code }) => CONFLICTS.includes(code));
  if (against) throw conflict(against.code, against.message);
  throw invalid(words[0]?.code ?? 'OUT_OF_RANGE', words.map(({ message }) => message).join(' '), {
    problems: words,
  });
}

function describeProblem(
  code: ApprovalProblem | OverrideProblem,
  policy: EffectivePolicy,
  rules: readonly RuleKey[],
): string {
  switch (code) {
    case 'REASON_TOO_SHORT':
      return 'Give a reason of at least 10 characters.';
    case 'NO_RULES':
      return 'Name the rules it sets aside; a decision lists them with its reasons.';
    case 'UNKNOWN_RULE':
      return `Take the rules from a decision of this target; at least one of these is none: ${rules.join(', ')}. A lock is broken and readiness is waived, not overridden.`;
    case 'END_NOT_AFTER_START':
      return 'The end is not after the start.';
    case 'ALREADY_OVER':
      return 'It is over already; ask for another one.';
    case 'TOO_LONG': {
      const { override, emergency } = policy;
      return `An override of this target lasts ${describeDuration(override.maxDuration)} at most, in an emergency ${describeDuration(emergency.maxDuration)}.`;
    }
    case 'NOBODY_MAY_USE_IT':
      return 'Name who may use it.';
    case 'NOT_PERMITTED':
      return `Overrides of this target are for ${namesOf(policy.override.by)}.`;
    case 'NOT_ON_CALL':
      return `Emergency overrides of this target are for those on call: ${namesOf(policy.emergency.by)}.`;
    case 'EMERGENCY_IS_SINGLE':
      return 'An emergency override is for a single use.';
    case 'EMERGENCY_STARTS_NOW':
      return 'An emergency override starts now.';
    case 'FREEZE_IS_HARD':
      return `A hard freeze yields only to those it names. ${hardFreezes(policy, rules)}`;
    case 'SAME_PERSON':
      return 'Somebody else has to agree than the one who asked.';
    case 'ALREADY_APPROVED':
      return 'It is approved already.';
    case 'OVERRIDE_CONSUMED':
      return 'It has been used already; ask for another one.';
    case 'OVERRIDE_REVOKED':
      return 'It is revoked; ask for another one.';
    default:
      throw new Error(code satisfies never);
  }
}

function hardFreezes({ windows }: EffectivePolicy, rules: readonly RuleKey[]): string {
  return windows
    .filter(({ key, hard }) => hard && rules.includes(key))
    .map(({ title, overridableBy }) => `${title}: ${namesOf(overridableBy)}.`)
    .join(' ');
}

function namesOf(names: readonly string[] | undefined): string {
  return names === undefined || names.length === 0 ? 'nobody' : names.join(', ');
}
