import type { Instant, TimeRange } from '../time';
import type { TargetKey } from './target';
import type { PrincipalRef, WindowKey } from './window';

/** Dated leave from one freeze for one target, granted at the freeze's own level. */
export interface Exemption {
  readonly id: string;
  readonly freeze: WindowKey;
  readonly target: TargetKey;
  readonly start: Instant;
  readonly end: Instant;
  readonly reason: string;
  readonly grantedBy: PrincipalRef;
  readonly revokedAt?: Instant;
}

/** When a freeze does not hold for a target. */
export function exemptRanges(
  exemptions: readonly Exemption[],
  freeze: WindowKey,
  target: TargetKey,
): readonly TimeRange[] {
  return exemptions
    .filter(exemption => exemption.freeze === freeze && exemption.target === target)
    .map(({ start, end, revokedAt = Infinity }) => ({ start, end: Math.min(end, revokedAt) }))
    .filter(({ start, end }) => start < end);
}
