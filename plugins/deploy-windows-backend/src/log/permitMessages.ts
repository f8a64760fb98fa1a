import { instantText } from 'backstage-plugin-deploy-windows-common';
import type { Override } from 'backstage-plugin-deploy-windows-common/evaluator';
import type { OutboxMessage } from '../outbox/OutboxMessage';
import type { KnownTarget } from '../policy/TargetDirectory';
import type { NewPermit } from './PermitStore';

/** What others are told once a permit is issued. */
export function permitMessages(
  permit: NewPermit,
  used: readonly Override[],
  { facts }: KnownTarget,
): readonly OutboxMessage[] {
  const { id, target, changeType, principal } = permit;
  const issued: OutboxMessage = {
    dedupeKey: `permit:${id}:issued`,
    topic: 'deploy-windows.permit-issued',
    payload: {
      permitId: id,
      target,
      changeType,
      principal,
      issuedAt: instantText(permit.issuedAt),
      startBy: instantText(permit.startBy),
      ...(permit.finishBy !== undefined && { finishBy: instantText(permit.finishBy) }),
      ...(permit.lockId !== undefined && { lockId: permit.lockId }),
    },
  };
  const overridden = used.map((override): OutboxMessage => ({
    dedupeKey: `override:${override.id}:used:${id}`,
    topic: 'deploy-windows.override-changed',
    payload: { overrideId: override.id, target, step: 'used', permitId: id, by: principal },
    notify: {
      recipients: [
        override.requestedBy,
        ...(facts.owner === undefined ? [] : [facts.owner]),
      ].filter(isEntityRef),
      title: `An override was used for ${facts.title}`,
      description: `${principal} starts a ${changeType} of ${target} that the rules would hold. Reason given: ${override.reason}`,
      severity: 'high',
      scope: `override:${override.id}:used`,
      except: principal,
    },
  }));
  return [issued, ...overridden];
}

/** Services such as `external:ci` have no inbox. */
export function isEntityRef(ref: string): boolean {
  return /^(?:user|group):/.test(ref);
}

export function releaseMessage(
  permit: { readonly id: string; readonly target: string },
  by: string,
): OutboxMessage {
  return {
    dedupeKey: `permit:${permit.id}:released`,
    topic: 'deploy-windows.lock-changed',
    payload: { permitId: permit.id, target: permit.target, step: 'released', by },
  };
}
