import type { JsonObject } from '@backstage/types';
import type { Instant } from '../../time';
import type { SubjectKey } from '../subject';

export type AttestedAnswer = 'met' | 'not-met' | 'not-applicable';
export const NOT_APPLICABLE_REASONS = [
  'no-such-component',
  'out-of-scope',
  'replaced-by-other-control',
  'other',
] as const;
export type NotApplicableReason = (typeof NOT_APPLICABLE_REASONS)[number];

export interface Signature {
  readonly by: string;
  readonly at: Instant;
  /** Outside the owning group. */
  readonly outside: boolean;
}

/** A named person said so. Bound to time, to facts, to the meaning of the check and to the people it names. */
export interface Attestation {
  readonly id: string;
  readonly subject: SubjectKey;
  readonly checkId: string;
  readonly checkVersion: number;
  readonly answer: AttestedAnswer;
  readonly reason?: NotApplicableReason;
  readonly note?: string;
  /** https address. */
  readonly evidence?: string;
  readonly attestedBy: string;
  readonly attestedAt: Instant;
  readonly validUntil: Instant;
  /** The facts of `boundTo` as they were at signing: today's must be equal in canonical form. */
  readonly boundFacts: JsonObject;
  /** Its own first; a second one where the check wants two. */
  readonly signatures: readonly Signature[];
  /** Agreed by a holder of waiver.approve: what `not-applicable` on a must-have needs. */
  readonly agreedBy?: string;
  readonly revokedAt?: Instant;
  readonly revokedBy?: string;
  /** `conformance[]` of the document: counts as declared. */
  readonly source: 'person' | 'document';
}
