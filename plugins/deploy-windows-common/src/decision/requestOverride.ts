import type { EffectivePolicy, PrincipalRef } from '../schedule';
import { DAY, type Instant } from '../time';
import type { Override } from './override';
import { isOneOf } from './request';
import type { RuleKey } from './rule';

export interface OverrideWish {
  /** Exactly these are set aside. */
  readonly rules: readonly RuleKey[];
  readonly start: Instant;
  readonly end: Instant;
  readonly use: Override['use'];
  readonly emergency?: boolean;
  readonly usableBy: readonly PrincipalRef[];
  readonly reason: string;
  readonly ticket?: string;
}

export interface Requester {
  readonly principal: PrincipalRef;
  readonly memberOf?: readonly PrincipalRef[];
}

export type OverrideProblem =
  | 'REASON_TOO_SHORT'
  | 'NO_RULES'
  | 'UNKNOWN_RULE'
  | 'END_NOT_AFTER_START'
  | 'ALREADY_OVER'
  | 'TOO_LONG'
  | 'NOBODY_MAY_USE_IT'
  | 'NOT_PERMITTED'
  | 'NOT_ON_CALL'
  | 'EMERGENCY_IS_SINGLE'
  | 'EMERGENCY_STARTS_NOW'
  | 'FREEZE_IS_HARD';

export type OverrideAnswer =
  /** `twoPerson`: it waits for somebody else. */
  | { readonly outcome: 'made'; readonly override: Override }
  | { readonly outcome: 'refused'; readonly problems: readonly OverrideProblem[] };

const SHORTEST_REASON = 10;

/** Whether a wish becomes an override, and which. Locks and readiness have no rule to set aside. */
export function requestOverride(
  policy: EffectivePolicy,
  wish: OverrideWish,
  requester: Requester,
  { id, now }: { readonly id: string; readonly now: Instant },
): OverrideAnswer {
  const twoPerson = !wish.emergency && policy.override.twoPerson;
  const authority = [requester.principal, ...(requester.memberOf ?? [])];
  const problems = [
    ...wishProblems(policy, wish, now),
    ...(wish.emergency
      ? emergencyProblems(policy, wish, requester, now)
      : permissionProblems(policy, requester)),
    ...(twoPerson ? [] : hardFreezeProblems(policy, wish.rules, authority)),
  ];
  if (problems.length > 0) return { outcome: 'refused', problems };
  const { rules, start, end, use, emergency, usableBy, reason, ticket } = wish;
  return {
    outcome: 'made',
    override: {
      id,
      target: policy.target.key,
      rules,
      start,
      end,
      use,
      ...(emergency && { emergency }),
      usableBy,
      reason: reason.trim(),
      ...(ticket !== undefined && { ticket }),
      requestedBy: requester.principal,
      ...(twoPerson && { twoPerson }),
      authority: twoPerson ? [] : authority,
    },
  };
}

function wishProblems(
  policy: EffectivePolicy,
  wish: OverrideWish,
  now: Instant,
): readonly OverrideProblem[] {
  const longest = wish.emergency ? policy.emergency.maxDuration : policy.override.maxDuration;
  const problems: OverrideProblem[] = [];
  if (wish.reason.trim().length < SHORTEST_REASON) problems.push('REASON_TOO_SHORT');
  if (wish.rules.length === 0) problems.push('NO_RULES');
  if (!wish.rules.every(rule => isRule(policy, rule))) problems.push('UNKNOWN_RULE');
  if (wish.end <= wish.start) problems.push('END_NOT_AFTER_START');
  if (wish.end <= now) problems.push('ALREADY_OVER');
  if (wish.end - wish.start > Math.min(longest, DAY)) problems.push('TOO_LONG');
  if (wish.usableBy.length === 0) problems.push('NOBODY_MAY_USE_IT');
  return problems;
}

const RULE_WORDS = ['allow', 'default', 'notice', 'fit', 'limit', 'policy', 'input'];

function isRule({ windows }: EffectivePolicy, rule: RuleKey): boolean {
  if (windows.some(({ key, kind }) => kind === 'freeze' && key === rule)) return true;
  return rule !== 'input:time' && RULE_WORDS.some(word => rule.startsWith(`${word}:`));
}

function permissionProblems(
  { override }: EffectivePolicy,
  requester: Requester,
): readonly OverrideProblem[] {
  if (override.by === undefined || isOneOf(override.by, requester)) return [];
  return ['NOT_PERMITTED'];
}

function emergencyProblems(
  { emergency }: EffectivePolicy,
  wish: OverrideWish,
  requester: Requester,
  now: Instant,
): readonly OverrideProblem[] {
  const problems: OverrideProblem[] = [];
  if (!isOneOf(emergency.by ?? [], requester)) problems.push('NOT_ON_CALL');
  if (wish.use !== 'single') problems.push('EMERGENCY_IS_SINGLE');
  if (wish.start > now) problems.push('EMERGENCY_STARTS_NOW');
  return problems;
}

/** A hard freeze yields only to those it names. */
export function hardFreezeProblems(
  { windows }: EffectivePolicy,
  rules: readonly RuleKey[],
  authority: readonly PrincipalRef[],
): readonly OverrideProblem[] {
  const isHeld = windows.some(
    ({ key, hard, overridableBy = [] }) =>
      hard && rules.includes(key) && !overridableBy.some(name => authority.includes(name)),
  );
  return isHeld ? ['FREEZE_IS_HARD'] : [];
}
