import type { LockRelease, LockWish, StoredLock, WaitingInQueue } from './LockStore';

type Whole = string | number;

export interface LockRow {
  readonly id: string;
  readonly lock_key: string;
  readonly kind: 'run' | 'hold';
  readonly holder: string;
  readonly reason: string;
  readonly target_key: string;
  readonly token: Whole;
  readonly since_at: Whole;
  readonly expires_at: Whole | null;
  readonly released_at: Whole | null;
  readonly release_cause: LockRelease['cause'] | null;
  readonly released_by: string | null;
  readonly release_reason: string | null;
}

export interface QueueRow {
  readonly lock_key: string;
  readonly seq: number;
  readonly run_key: string;
  readonly holder: string;
  readonly state: 'waiting' | 'granted' | 'replaced' | 'left';
  readonly joined_at: Whole;
  readonly seen_at: Whole;
}

export function toLock(row: LockRow): StoredLock {
  return {
    id: row.id,
    key: row.lock_key,
    kind: row.kind,
    holder: row.holder,
    reason: row.reason,
    target: row.target_key,
    token: Number(row.token),
    since: Number(row.since_at),
    ...(row.expires_at !== null && { expiresAt: Number(row.expires_at) }),
    ...(row.released_at !== null && {
      released: {
        at: Number(row.released_at),
        cause: row.release_cause ?? 'released',
        ...(row.released_by !== null && { by: row.released_by }),
        ...(row.release_reason !== null && { reason: row.release_reason }),
      },
    }),
  };
}

export function fromWish(wish: LockWish, token: number) {
  return {
    id: wish.id,
    lock_key: wish.key,
    kind: wish.kind,
    holder: wish.holder,
    reason: wish.reason,
    target_key: wish.target,
    token,
    since_at: wish.since,
    expires_at: wish.expiresAt ?? null,
  };
}

export function fromRelease({ at, cause, by, reason }: LockRelease) {
  return {
    released_at: at,
    release_cause: cause,
    released_by: by ?? null,
    release_reason: reason ?? null,
  };
}

export function toWaiting(row: QueueRow): WaitingInQueue {
  return {
    key: row.lock_key,
    runKey: row.run_key,
    sequence: row.seq,
    holder: row.holder,
    since: Number(row.joined_at),
    seenAt: Number(row.seen_at),
  };
}
