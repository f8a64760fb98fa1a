import type {
  Instant,
  LockKey,
  LockRule,
  Permit,
  PrincipalRef,
} from 'backstage-plugin-deploy-windows-common/evaluator';
import type { DecisionRecord } from '../decision/DecisionLogStore';
import type { LockWish, StoredLock } from '../locks/LockStore';
import type { OutboxMessage } from '../outbox/OutboxMessage';

export interface StoredPermit extends Permit {
  readonly artifact?: string;
  readonly lock?: StoredLock;
  /** The deployment that was started under it. A permit is for one. */
  readonly deploymentId?: string;
}

export interface NewPermit extends Permit {
  readonly artifact?: string;
  readonly lockId?: string;
  readonly idempotencyKey?: string;
}

/** The steps of issuing a permit, all in one transaction. What is thrown undoes them all. */
export interface PermitLedger {
  /** What was remembered under this epoch is exact as long as the transaction lasts. */
  readonly epochBefore: number;
  /** Time of the database. */
  now(): Promise<Instant>;
  nextToken(key: LockKey, policy: LockRule['policy']): Promise<number>;
  closeExpired(key: LockKey, now: Instant): Promise<void>;
  /** Undefined when somebody else holds the key. */
  takeLock(wish: LockWish, token: number): Promise<StoredLock | undefined>;
  /** The run waits no longer; under `runLatest` those that came before it are replaced. */
  leaveQueue(key: LockKey, policy: LockRule['policy'], runKey: string | undefined): Promise<void>;
  /** Whether each of them was still to be used. */
  consumeOverrides(ids: readonly string[], permitId: string, at: Instant): Promise<boolean>;
  log(record: DecisionRecord): Promise<void>;
  insert(permit: NewPermit): Promise<void>;
  tell(messages: readonly OutboxMessage[]): Promise<void>;
}

export interface PermitStore {
  find(id: string): Promise<StoredPermit | undefined>;
  findByKey(principal: PrincipalRef, idempotencyKey: string): Promise<StoredPermit | undefined>;
  issue<T>(work: (ledger: PermitLedger) => Promise<T>): Promise<T>;
  /** `lost`: its lock ended, or a later grant has a higher token. */
  renew(
    id: string,
    renewal: { readonly token: number; readonly ttl: number },
  ): Promise<'renewed' | 'lost'>;
  /** Gives the lock back. `closed`: that was done before. */
  release(
    id: string,
    release: { readonly token?: number; readonly at: Instant; readonly by: PrincipalRef },
    messages: readonly OutboxMessage[],
  ): Promise<'released' | 'closed' | 'lost'>;
}
