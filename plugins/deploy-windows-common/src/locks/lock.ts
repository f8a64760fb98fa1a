import type { PrincipalRef } from '../schedule';
import type { Instant } from '../time';

export type LockKey = string;

/** A stop by one holder. `run` expires unless it is renewed, `hold` is kept by a person. */
export interface Lock {
  readonly id: string;
  readonly key: LockKey;
  readonly kind: 'run' | 'hold';
  readonly holder: PrincipalRef;
  readonly reason: string;
  readonly since: Instant;
  /** A `run` lock has one. */
  readonly expiresAt?: Instant;
  /** Rises with every grant, so that a late writer is known. */
  readonly token: number;
}

/** The lock that stops a start, if any; the latest grant where there should be only one. */
export function lockHeld(locks: readonly Lock[], key: LockKey, at: Instant): Lock | undefined {
  const held = locks.filter(
    lock => lock.key === key && lock.since <= at && (lock.expiresAt ?? Infinity) > at,
  );
  return held.sort((a, b) => b.token - a.token)[0];
}
