import { DAY, type Instant } from '../../time';
import type { Attestation } from '../answers/attestation';
import { sameFacts } from '../answers/sameFacts';
import type { Layers } from './layers';

export type ConfirmationState =
  | 'valid'
  | 'ended'
  | 'facts-changed'
  | 'meaning-changed'
  | 'second-signature-missing'
  | 'without-date';

export interface Confirmation {
  readonly attestation: Attestation;
  readonly state: ConfirmationState;
}

/**
 * The newest answer that was not taken back, and whether it still stands. A document knows only the day of its answer: on
 * that day `not-met` wins, whoever says it. An answer that waits for its second signature replaces none that stands.
 */
export function confirmationAt(layers: Layers, now: Instant): Confirmation | undefined {
  const given = layers.attestations.filter(
    attestation => attestation.attestedAt <= now && !isRevoked(attestation, now),
  );
  const newest = newestOf(given);
  if (newest === undefined) return undefined;
  const confirmation = { attestation: newest, state: confirmationState(newest, layers, now) };
  if (confirmation.state !== 'second-signature-missing') return confirmation;
  const whole = newestOf(given.filter(attestation => isWhole(attestation, layers)));
  if (whole === undefined || confirmationState(whole, layers, now) !== 'valid') return confirmation;
  return { attestation: whole, state: 'valid' };
}

/** Whether one answer stands, by itself. */
export function confirmationState(
  attestation: Attestation,
  layers: Layers,
  now: Instant,
): ConfirmationState {
  if (attestation.checkVersion < layers.asked.definition.version) return 'meaning-changed';
  // An answer of the document that nobody dated: it may be as old as the document.
  if (attestation.validUntil === 0) return 'without-date';
  if (now >= attestation.validUntil) return 'ended';
  if (!sameFacts(attestation.boundFacts, layers.boundFacts)) return 'facts-changed';
  return isWhole(attestation, layers) ? 'valid' : 'second-signature-missing';
}

/** "Not met" needs nobody to agree; an answer of the document went through its own review. */
function isWhole({ answer, source, signatures }: Attestation, { asked }: Layers): boolean {
  if (answer === 'not-met' || source === 'document') return true;
  return signatures.length >= (asked.definition.attest?.signatures ?? 1);
}

function isRevoked({ revokedAt }: Attestation, now: Instant): boolean {
  return revokedAt !== undefined && revokedAt <= now;
}

const dayOf = ({ attestedAt }: Attestation) => Math.floor(attestedAt / DAY);

/** Of each source first: compared all at once, two people and a document could each come before the next. */
function newestOf(given: readonly Attestation[]): Attestation | undefined {
  const person = latestOf(given.filter(({ source }) => source === 'person'));
  const document = latestOf(given.filter(({ source }) => source === 'document'));
  if (person === undefined || document === undefined) return person ?? document;
  if (dayOf(person) === dayOf(document) && person.answer !== document.answer) {
    if (document.answer === 'not-met') return document;
    if (person.answer === 'not-met') return person;
  }
  return latestOf([person, document]);
}

function latestOf(given: readonly Attestation[]): Attestation | undefined {
  let latest: Attestation | undefined;
  for (const attestation of given) {
    if (latest === undefined || isAfter(attestation, latest)) latest = attestation;
  }
  return latest;
}

function isAfter(a: Attestation, b: Attestation): boolean {
  if (a.attestedAt !== b.attestedAt) return a.attestedAt > b.attestedAt;
  if ((a.answer === 'not-met') !== (b.answer === 'not-met')) return a.answer === 'not-met';
  return a.id > b.id;
}
