import type { ChangeType, PrincipalRef, TargetKey } from '../schedule';
import type { Instant } from '../time';

/** Proof of an allowed start. A close never revokes it. */
export interface Permit {
  readonly id: string;
  readonly target: TargetKey;
  readonly changeType: ChangeType;
  readonly principal: PrincipalRef;
  readonly decisionId: string;
  readonly overrideId?: string;
  readonly issuedAt: Instant;
  /** A start at this instant or later is not covered. */
  readonly startBy: Instant;
  /** Running past it is an overrun, and stops nothing. */
  readonly finishBy?: Instant;
  readonly closedAt?: Instant;
}

/** Whether a permit covers the start of a deployment. */
export function coversStart(
  permit: Permit,
  deployment: {
    readonly target: TargetKey;
    readonly changeType: ChangeType;
    readonly startedAt: Instant;
  },
): boolean {
  return (
    permit.target === deployment.target &&
    permit.changeType === deployment.changeType &&
    permit.issuedAt <= deployment.startedAt &&
    deployment.startedAt < permit.startBy
  );
}

/** Since when a deployment runs longer than its permit says; undefined when it does not. */
export function overrunSince(
  permit: Permit,
  deployment: { readonly finishedAt?: Instant },
  now: Instant,
): Instant | undefined {
  const { finishBy } = permit;
  if (finishBy === undefined) return undefined;
  return (deployment.finishedAt ?? now) > finishBy ? finishBy : undefined;
}
