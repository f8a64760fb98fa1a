import { instantText, type LockAnswer } from 'backstage-plugin-deploy-windows-common';
import type { PrincipalRef } from 'backstage-plugin-deploy-windows-common/evaluator';
import type { StoredLock, WaitingInQueue } from './LockStore';

export function lockAnswer(
  lock: StoredLock,
  waiting: readonly WaitingInQueue[],
  caller: PrincipalRef,
): LockAnswer {
  return {
    id: lock.id,
    key: lock.key,
    kind: lock.kind,
    holder: lock.holder,
    reason: lock.reason,
    target: lock.target,
    since: instantText(lock.since),
    ...(lock.expiresAt !== undefined && { expiresAt: instantText(lock.expiresAt) }),
    token: lock.token,
    mine: lock.holder === caller,
    waiting: waiting
      .filter(({ key }) => key === lock.key)
      .map(({ runKey, holder }) => ({ runKey, holder })),
  };
}
