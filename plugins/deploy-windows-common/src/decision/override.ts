import type { PrincipalRef, TargetKey } from '../schedule';
import type { Instant, TimeRange } from '../time';
import { isOneOf, type DecisionRequest } from './request';
import type { RuleKey } from './rule';

/** A named, reasoned, expiring exception for one target. */
export interface Override {
  readonly id: string;
  readonly target: TargetKey;
  /** Exactly these are set aside. */
  readonly rules: readonly RuleKey[];
  readonly start: Instant;
  readonly end: Instant;
  readonly use: 'single' | 'timed';
  /** For a hotfix, by those on call; audiences are told afterwards. */
  readonly emergency?: boolean;
  readonly usableBy: readonly PrincipalRef[];
  readonly reason: string;
  readonly ticket?: string;
  readonly requestedBy: PrincipalRef;
  /** A second person must agree before it counts. */
  readonly twoPerson?: boolean;
  readonly approvedBy?: PrincipalRef;
  /** Every name of whoever granted it: the approver, or the requester where no second person is needed. */
  readonly authority: readonly PrincipalRef[];
  readonly consumedAt?: Instant;
  readonly revokedAt?: Instant;
}

/** Whether an override may be used for a request at all, whenever that is. */
export function isUsable(override: Override, request: DecisionRequest): boolean {
  if (override.target !== request.target) return false;
  if (override.twoPerson && override.approvedBy === undefined) return false;
  if (override.approvedBy === override.requestedBy) return false;
  if (override.use === 'single' && override.consumedAt !== undefined) return false;
  if (override.emergency && request.changeType !== 'hotfix') return false;
  return isOneOf(override.usableBy, request);
}

/** When it counts; an override that was revoked ended then. */
export function overrideRange({ start, end, revokedAt = Infinity }: Override): TimeRange {
  return { start, end: Math.max(start, Math.min(end, revokedAt)) };
}

/** Whether it sets a rule aside. A hard freeze yields only to those it names. */
export function setsAside(
  override: Override,
  rule: RuleKey,
  freeze?: { readonly hard?: boolean; readonly overridableBy?: readonly PrincipalRef[] },
): boolean {
  if (override.emergency && rule.startsWith('notice:')) return true;
  if (!override.rules.includes(rule)) return false;
  if (!freeze?.hard) return true;
  return override.authority.some(name => freeze.overridableBy?.includes(name));
}
