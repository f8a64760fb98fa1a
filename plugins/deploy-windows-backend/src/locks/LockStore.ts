import type {
  Instant,
  Lock,
  LockKey,
  LockRule,
  PrincipalRef,
  TargetKey,
  WaitingRun,
} from 'backstage-plugin-deploy-windows-common/evaluator';
import type { OutboxMessage } from '../outbox/OutboxMessage';

/** A lock as it is kept: with the target it was taken for, and how it ended. */
export interface StoredLock extends Lock {
  readonly target: TargetKey;
  readonly released?: LockRelease;
}

export interface LockRelease {
  readonly at: Instant;
  readonly cause: 'released' | 'finished' | 'expired' | 'broken';
  readonly by?: PrincipalRef;
  readonly reason?: string;
}

export interface WaitingInQueue extends WaitingRun {
  readonly key: LockKey;
  readonly holder: PrincipalRef;
  readonly since: Instant;
  readonly seenAt: Instant;
}

export interface LockWish {
  readonly id: string;
  readonly key: LockKey;
  readonly policy: LockRule['policy'];
  readonly kind: Lock['kind'];
  readonly holder: PrincipalRef;
  readonly reason: string;
  readonly target: TargetKey;
  readonly since: Instant;
  readonly expiresAt?: Instant;
}

/** Who holds which key, and who waits for it. */
export interface LockStore {
  /** Held at `now`. */
  current(now: Instant): Promise<readonly StoredLock[]>;
  waiting(): Promise<readonly WaitingInQueue[]>;
  find(id: string): Promise<StoredLock | undefined>;
  /** The lock with its token; undefined when somebody else holds the key. */
  hold(
    wish: LockWish,
    messages: (lock: StoredLock) => readonly OutboxMessage[],
  ): Promise<StoredLock | undefined>;
  /** Whether it was still held. The permit that was issued with it is closed. */
  release(id: string, release: LockRelease, messages: readonly OutboxMessage[]): Promise<boolean>;
  /** Closes run locks that nobody renewed, and gives them back. */
  releaseExpired(
    now: Instant,
    messages: (lock: StoredLock) => readonly OutboxMessage[],
  ): Promise<readonly StoredLock[]>;
}
