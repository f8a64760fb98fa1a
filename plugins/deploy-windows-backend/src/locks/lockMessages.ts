import type { OutboxMessage } from '../outbox/OutboxMessage';
import type { StoredLock } from './LockStore';

type Step = 'held' | 'released' | 'broken' | 'expired';

export function lockMessage(
  { id, key, target, kind, holder }: StoredLock,
  step: Step,
  by?: string,
): OutboxMessage {
  return {
    dedupeKey: `lock:${id}:${step}`,
    topic: 'deploy-windows.lock-changed',
    payload: { lockId: id, key, target, kind, holder, step, ...(by !== undefined && { by }) },
  };
}

/** Whoever lost a lock to somebody hears of it. */
export function brokenMessage(lock: StoredLock, by: string, reason: string): OutboxMessage {
  const message = lockMessage(lock, 'broken', by);
  if (!/^(?:user|group):/.test(lock.holder)) return message;
  return {
    ...message,
    notify: {
      recipients: [lock.holder],
      title: `Your lock of ${lock.key} was broken`,
      description: `${by} broke it: ${reason}`,
      severity: 'high',
      scope: `lock:${lock.id}`,
      except: by,
    },
  };
}
