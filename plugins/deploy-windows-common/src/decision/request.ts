import type { ChangeType, PrincipalRef, TargetKey } from '../schedule';

/** Who wants to do what to which target. */
export interface DecisionRequest {
  readonly target: TargetKey;
  readonly changeType: ChangeType;
  readonly principal: PrincipalRef;
  /** Groups of a user. A service counts by its own name only. */
  readonly memberOf?: readonly PrincipalRef[];
  /** Milliseconds; else what is declared, else what is typical. */
  readonly duration?: number;
}

/** Whether one of the names stands for whoever asks. */
export function isOneOf(
  names: readonly PrincipalRef[],
  { principal, memberOf = [] }: Pick<DecisionRequest, 'principal' | 'memberOf'>,
): boolean {
  if (names.includes(principal)) return true;
  return principal.startsWith('user:') && memberOf.some(group => names.includes(group));
}
