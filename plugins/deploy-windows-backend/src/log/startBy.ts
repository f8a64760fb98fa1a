import {
  gatesOf,
  type Decision,
  type Instant,
} from 'backstage-plugin-deploy-windows-common/evaluator';

export interface StartLimits {
  readonly issuedAt: Instant;
  /** Milliseconds that an answer may be trusted. */
  readonly maxAge: number;
  readonly mustFit: 'off' | 'warn' | 'enforce';
  readonly lockExpiresAt?: Instant;
}

/**
 * Until when a start is covered, that instant not included: as long as an answer may be trusted, never past the close, nor
 * past the last start that fits where that is enforced, nor past the lock.
 */
export function startBy(
  decision: Decision,
  { issuedAt, maxAge, mustFit, lockExpiresAt }: StartLimits,
): Instant {
  const mustEnd = mustFit === 'enforce' && gatesOf(decision.changeType).fit === 'gates';
  const limits = [
    issuedAt + maxAge,
    decision.nextClose?.at ?? Infinity,
    mustEnd ? (decision.nextOpen?.latestStart ?? Infinity) + 1 : Infinity,
    lockExpiresAt ?? Infinity,
  ];
  return Math.min(...limits.filter(limit => limit > issuedAt));
}
