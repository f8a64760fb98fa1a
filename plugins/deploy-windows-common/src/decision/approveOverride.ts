import type { EffectivePolicy } from '../schedule';
import type { Instant } from '../time';
import type { Override } from './override';
import { isOneOf } from './request';
import { hardFreezeProblems, type OverrideProblem, type Requester } from './requestOverride';

export type ApprovalProblem =
  OverrideProblem | 'SAME_PERSON' | 'ALREADY_APPROVED' | 'OVERRIDE_CONSUMED' | 'OVERRIDE_REVOKED';

export type Approval =
  | { readonly outcome: 'approved'; readonly override: Override }
  | { readonly outcome: 'refused'; readonly problems: readonly ApprovalProblem[] };

/** A second person agrees; never the one who asked. */
export function approveOverride(
  policy: EffectivePolicy,
  override: Override,
  approver: Requester,
  now: Instant,
): Approval {
  const authority = [approver.principal, ...(approver.memberOf ?? [])];
  const problems: ApprovalProblem[] = [...hardFreezeProblems(policy, override.rules, authority)];
  if (approver.principal === override.requestedBy) problems.push('SAME_PERSON');
  if (override.approvedBy !== undefined) problems.push('ALREADY_APPROVED');
  if (override.consumedAt !== undefined) problems.push('OVERRIDE_CONSUMED');
  if (override.revokedAt !== undefined) problems.push('OVERRIDE_REVOKED');
  if (override.end <= now) problems.push('ALREADY_OVER');
  const { by } = policy.override;
  if (by !== undefined && !isOneOf(by, approver)) problems.push('NOT_PERMITTED');
  if (problems.length > 0) return { outcome: 'refused', problems };
  return {
    outcome: 'approved',
    override: { ...override, approvedBy: approver.principal, authority },
  };
}
