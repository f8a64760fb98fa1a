import type {
  Instant,
  LockKey,
  LockRule,
  PrincipalRef,
} from 'backstage-plugin-deploy-windows-common/evaluator';
import type { WaitingInQueue } from './LockStore';

export interface QueueWish {
  readonly key: LockKey;
  readonly policy: Exclude<LockRule['policy'], 'reject'>;
  readonly runKey: string;
  readonly holder: PrincipalRef;
}

export interface QueueState {
  /** Seen lately, in the order in which they came. */
  readonly waiting: readonly WaitingInQueue[];
  /** The run that was asked about: a newer one took its place. */
  readonly isReplaced: boolean;
}

/** Runs that wait for a lock. Each asks again by itself; one that does not is forgotten after ten minutes. */
export interface LockQueue {
  of(key: LockKey, runKey: string | undefined, now: Instant): Promise<QueueState>;
  /** Joins, or says that it still waits. Under `runLatest` those that waited before are replaced. */
  wait(wish: QueueWish, now: Instant): Promise<void>;
  /** It waits no longer: something besides the lock holds it. */
  leave(key: LockKey, runKey: string): Promise<void>;
  /** How many were forgotten. */
  leaveUnseen(now: Instant): Promise<number>;
}
