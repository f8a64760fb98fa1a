import { instantText, type PermitAnswer } from 'backstage-plugin-deploy-windows-common';
import type { StoredPermit } from './PermitStore';

export function permitAnswer(permit: StoredPermit): PermitAnswer {
  const { target, artifact, overrideId, lock, finishBy, closedAt } = permit;
  const hash = target.lastIndexOf('#');
  return {
    id: permit.id,
    target,
    entityRef: target.slice(0, hash),
    environment: target.slice(hash + 1),
    changeType: permit.changeType,
    principal: permit.principal,
    ...(artifact !== undefined && { artifact }),
    decisionId: permit.decisionId,
    ...(overrideId !== undefined && { overrideId }),
    ...(lock && {
      lock: {
        id: lock.id,
        key: lock.key,
        token: lock.token,
        ...(lock.expiresAt !== undefined && { expiresAt: instantText(lock.expiresAt) }),
      },
    }),
    issuedAt: instantText(permit.issuedAt),
    startBy: instantText(permit.startBy),
    ...(finishBy !== undefined && { finishBy: instantText(finishBy) }),
    ...(closedAt !== undefined && { closedAt: instantText(closedAt) }),
  };
}
