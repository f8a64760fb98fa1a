import {
  confirmationAt,
  type Attestation,
  type Instant,
  type Layers,
  type Waiver,
} from 'backstage-plugin-deploy-windows-common/readiness';
import { conflict } from '../../api/coded';
import { factsChanged } from './refuseAnswer';

/** Only the answer that counts is signed or agreed to. @throws ConflictError saying what came in between */
export function refuseUnlessStanding(attestation: Attestation, layers: Layers, now: Instant): void {
  if (attestation.revokedAt !== undefined)
    throw conflict('ATTESTATION_REVOKED', 'It was taken back; somebody has to answer again.');
  const newest = confirmationAt(layers, now);
  if (newest === undefined || newest.attestation.id !== attestation.id)
    throw conflict('ATTESTATION_REPLACED', 'There is a newer answer; this one does not count.');
  switch (newest.state) {
    case 'valid':
    case 'second-signature-missing':
      return;
    case 'ended':
    case 'without-date':
      throw conflict('ATTESTATION_ENDED', 'It has ended; somebody has to answer again.');
    case 'facts-changed':
      throw factsChanged();
    case 'meaning-changed':
      throw conflict(
        'MEANING_CHANGED',
        'The check asks for something else since; somebody has to answer again.',
      );
    default:
      throw new Error(newest.state satisfies never);
  }
}

/** Whether a waiver can still be decided on. @throws ConflictError saying what came in between */
export function refuseUnlessWaiting(waiver: Waiver, layers: Layers, now: Instant): void {
  refuseRevoked(waiver);
  if (!waiver.needsApproval)
    throw conflict('NO_APPROVAL_NEEDED', 'This waiver needs nobody to agree; it counts as it is.');
  if (waiver.approvedBy !== undefined)
    throw conflict('ALREADY_APPROVED', `It is approved already, by ${waiver.approvedBy}.`);
  if (waiver.deniedBy !== undefined)
    throw conflict('ALREADY_DENIED', `It is denied already, by ${waiver.deniedBy}.`);
  if (waiver.expiresAt <= now)
    throw conflict('WAIVER_ENDED', 'Its end has passed; ask for another one.');
  if (waiver.checkVersion < layers.asked.definition.version)
    throw conflict(
      'MEANING_CHANGED',
      'The check asks for something else since; ask for another one.',
    );
}

export function refuseRevoked({ revokedAt }: Waiver): void {
  if (revokedAt !== undefined)
    throw conflict('WAIVER_REVOKED', 'It is revoked already; ask for another one.');
}

/** Still asked for, or in force. */
export function isOpen(
  { revokedAt, deniedBy, expiresAt, checkVersion }: Waiver,
  version: number,
  now: Instant,
): boolean {
  return (
    revokedAt === undefined && deniedBy === undefined && expiresAt > now && checkVersion >= version
  );
}
