import { instantText } from 'backstage-plugin-deploy-windows-common';
import type { Waiver } from 'backstage-plugin-deploy-windows-common/readiness';
import type { OutboxMessage, OutboxNotification } from '../../outbox/OutboxMessage';
import type { LoadedSubject } from '../assessment/Assessments';
import { placeName, readinessLink } from './placeName';

export type WaiverStep = 'asked' | 'approve' | 'deny' | 'revoke';

export interface WaiverTold {
  readonly step: WaiverStep;
  readonly by: string;
  readonly loaded: LoadedSubject;
  /** Of the check. */
  readonly title: string;
  readonly approvers: readonly string[];
}

const WORDS: Readonly<Record<WaiverStep, string>> = {
  asked: 'A waiver is in force',
  approve: 'A waiver is approved',
  deny: 'A waiver is denied',
  revoke: 'A waiver is revoked',
};

/** Told to those who may agree, or to whoever asked and whose service it is. */
export function waiverMessages(
  waiver: Waiver,
  { step, by, loaded, title, approvers }: WaiverTold,
): readonly OutboxMessage[] {
  const { id, subject, checkId, code, reason, expiresAt, requestedBy } = waiver;
  const waits = step === 'asked' && waiver.needsApproval;
  const owner = loaded.ownerRef === undefined ? [] : [loaded.ownerRef];
  const recipients = waits ? approvers : [...new Set([requestedBy, ...owner])];
  const notify: OutboxNotification = {
    recipients,
    title: `${waits ? 'A waiver waits for your approval' : WORDS[step]}: ${placeName(loaded)}`,
    description: `${title}, until ${instantText(expiresAt)}. ${reason}`,
    link: readinessLink(loaded),
    severity: waits ? 'high' : 'normal',
    scope: `deploy-windows:readiness:waiver:${id}`,
    except: by,
  };
  return [
    {
      dedupeKey: `waiver:${id}:${step}`,
      topic: 'deploy-windows.waiver-changed',
      payload: { step, waiver: id, subject, check: checkId, code, by, expiresAt },
      ...(recipients.length > 0 && { notify }),
    },
  ];
}

/** Told at once to owner and approvers: everything that was open is set aside for a day, and has to be looked at. */
export function breakGlassMessages(
  waivers: readonly Waiver[],
  {
    by,
    loaded,
    approvers,
    act,
    reason,
  }: Omit<WaiverTold, 'step' | 'title'> & {
    readonly act: string;
    readonly reason: string;
  },
): readonly OutboxMessage[] {
  const owner = loaded.ownerRef === undefined ? [] : [loaded.ownerRef];
  const recipients = [...new Set([...owner, ...approvers])];
  const until = Math.min(...waivers.map(({ expiresAt }) => expiresAt));
  return [
    {
      dedupeKey: `break-glass:${act}`,
      topic: 'deploy-windows.waiver-changed',
      payload: {
        step: 'break-glass',
        subject: loaded.subject.key,
        waivers: waivers.map(({ id }) => id),
        checks: waivers.map(({ checkId }) => checkId),
        by,
        expiresAt: until,
      },
      ...(recipients.length > 0 && {
        notify: {
          recipients,
          title: `Readiness was set aside in an emergency: ${placeName(loaded)}`,
          description: `${waivers.length} must-haves, by ${by}, until ${instantText(until)}. ${reason} Please look at it afterwards.`,
          link: readinessLink(loaded),
          severity: 'critical',
          scope: `deploy-windows:readiness:break-glass:${loaded.subject.key}`,
          except: by,
        },
      }),
    },
  ];
}
