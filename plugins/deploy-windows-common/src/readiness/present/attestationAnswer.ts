import { instantText } from '../../time/wire';
import type { Attestation } from '../answers/attestation';
import { canonicalJson } from 'backstage-plugin-infra-overview-common';
import { confirmationAt, confirmationState } from '../effective/confirmationAt';
import type { Layers } from '../effective/layers';
import type { AttestationAnswer } from '../wire';
import type { PresentContext } from './context';

/** Without layers nobody asks this check of this subject any more: what it was worth has ended. */
export interface OfCheck {
  readonly checkTitle?: string;
  readonly layers?: Layers;
}

export function attestationAnswer(
  attestation: Attestation,
  { checkTitle, layers }: OfCheck,
  context: PresentContext,
): AttestationAnswer {
  const { reason, note, evidence, agreedBy, revokedAt, revokedBy, validUntil } = attestation;
  const { fingerprint = canonicalJson } = context;
  return {
    id: attestation.id,
    subject: attestation.subject,
    checkId: attestation.checkId,
    checkTitle: checkTitle ?? layers?.asked.definition.title ?? attestation.checkId,
    checkVersion: attestation.checkVersion,
    answer: attestation.answer,
    ...(reason !== undefined && { reason }),
    ...(note !== undefined && { note }),
    ...(evidence !== undefined && { evidence }),
    attestedBy: attestation.attestedBy,
    attestedAt: instantText(attestation.attestedAt),
    // 0 says that it has no date.
    ...(validUntil !== 0 && { validUntil: instantText(validUntil) }),
    boundFacts: attestation.boundFacts as AttestationAnswer['boundFacts'],
    factsFingerprint: fingerprint(attestation.boundFacts),
    signatures: attestation.signatures.map(({ by, at, outside }) => ({
      by,
      at: instantText(at),
      outside,
    })),
    ...(agreedBy !== undefined && { agreedBy }),
    ...(revokedAt !== undefined && { revokedAt: instantText(revokedAt) }),
    ...(revokedBy !== undefined && { revokedBy }),
    source: attestation.source,
    state: stateOf(attestation, layers, context),
  };
}

function stateOf(
  attestation: Attestation,
  layers: Layers | undefined,
  { now }: PresentContext,
): AttestationAnswer['state'] {
  if (attestation.revokedAt !== undefined && attestation.revokedAt <= now) return 'revoked';
  if (layers === undefined) return now >= attestation.validUntil ? 'ended' : 'replaced';
  const state = confirmationState(attestation, layers, now);
  if (state !== 'valid') return state;
  const counting = confirmationAt(layers, now);
  const isCounting = counting === undefined || counting.attestation.id === attestation.id;
  return isCounting ? 'valid' : 'replaced';
}
