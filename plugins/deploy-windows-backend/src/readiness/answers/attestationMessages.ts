import { instantText } from 'backstage-plugin-deploy-windows-common';
import type { Attestation } from 'backstage-plugin-deploy-windows-common/readiness';
import type { OutboxMessage, OutboxNotification } from '../../outbox/OutboxMessage';
import type { LoadedSubject } from '../assessment/Assessments';
import { placeName, readinessLink } from './placeName';

export type AttestationStep = 'attested' | 'sign' | 'agree' | 'revoke';

export interface AttestationTold {
  readonly step: AttestationStep;
  readonly by: string;
  readonly loaded: LoadedSubject;
  /** Of the check. */
  readonly title: string;
  /** Whose agreement it needs; empty: nobody's. */
  readonly waitsFor: readonly string[];
}

/** Told to those whose agreement it needs, and to the signer when somebody else does something with it. */
export function attestationMessages(
  { id, subject, checkId, answer, validUntil, attestedBy }: Attestation,
  { step, by, loaded, title, waitsFor }: AttestationTold,
): readonly OutboxMessage[] {
  const recipients = waitsFor.length > 0 ? waitsFor : [attestedBy];
  const isTold = waitsFor.length > 0 || step !== 'attested';
  const notify: OutboxNotification = {
    recipients,
    title: `${titleOf(step)}: ${placeName(loaded)}`,
    description: `${title}. It ${step === 'revoke' ? 'no longer counts' : `counts until ${instantText(validUntil)}`}.`,
    link: readinessLink(loaded),
    severity: 'normal',
    scope: `deploy-windows:readiness:attestation:${id}`,
    except: by,
  };
  return [
    {
      dedupeKey: `attestation:${id}:${step}`,
      topic: 'deploy-windows.attestation-changed',
      payload: { step, attestation: id, subject, check: checkId, answer, by, validUntil },
      ...(isTold && { notify }),
    },
  ];
}

function titleOf(step: AttestationStep): string {
  switch (step) {
    case 'attested':
      return 'A “does not apply” waits for your agreement';
    case 'sign':
      return 'A confirmation has its second signature';
    case 'agree':
      return 'A “does not apply” is agreed to';
    case 'revoke':
      return 'A confirmation was taken back';
    default:
      throw new Error(step satisfies never);
  }
}
