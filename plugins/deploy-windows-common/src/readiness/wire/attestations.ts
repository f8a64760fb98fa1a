import { z } from 'zod';
import { instantSchema } from '../../time/wire';
import { NOT_APPLICABLE_REASONS } from '../answers/attestation';
import { count, free, httpsUrl, text } from './primitives';
import { subjectKeySchema } from './values';

export const attestationAnswerSchema = z.object({
  id: text,
  subject: text,
  checkId: text,
  checkTitle: text,
  checkVersion: count,
  answer: z.enum(['met', 'not-met', 'not-applicable']),
  reason: z.enum(NOT_APPLICABLE_REASONS).exactOptional(),
  note: text.exactOptional(),
  evidence: text.exactOptional(),
  attestedBy: text,
  attestedAt: instantSchema,
  validUntil: instantSchema.exactOptional(),
  boundFacts: z.record(text, z.json()),
  factsFingerprint: text,
  signatures: z.array(z.object({ by: text, at: instantSchema, outside: z.boolean() })),
  agreedBy: text.exactOptional(),
  revokedAt: instantSchema.exactOptional(),
  revokedBy: text.exactOptional(),
  source: z.enum(['person', 'document']),
  state: z.enum([
    'valid',
    'ended',
    'facts-changed',
    'meaning-changed',
    'second-signature-missing',
    'without-date',
    'revoked',
    'replaced',
  ]),
});
export type AttestationAnswer = z.output<typeof attestationAnswerSchema>;

/** `POST /v1/readiness/subjects/{subject}/attestations`: one signature for one check, or for all of a form. */
export const attestWishSchema = z.strictObject({
  answers: z
    .array(
      z.strictObject({
        checkId: text,
        answer: z.enum(['met', 'not-met', 'not-applicable']),
        reason: z.enum(NOT_APPLICABLE_REASONS).exactOptional(),
        note: free.exactOptional(),
      }),
    )
    .min(1)
    .max(50),
  evidence: httpsUrl.exactOptional(),
  note: free.exactOptional(),
  /** The bound facts the signer saw, by check: another state is refused as FACTS_CHANGED. */
  ifFacts: z.record(text, z.json()).exactOptional(),
});
export type AttestWish = z.output<typeof attestWishSchema>;
export type AttestWishText = z.input<typeof attestWishSchema>;

/** `GET /v1/readiness/attestations`: who signed what, expiring when; the one that ends first leads. */
export const attestationsQuerySchema = z.object({
  owner: text.exactOptional(),
  subject: subjectKeySchema.exactOptional(),
  by: text.exactOptional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
  cursor: text.exactOptional(),
});
export type AttestationsQueryText = z.input<typeof attestationsQuerySchema>;
export type AttestationsQuery = z.output<typeof attestationsQuerySchema>;
export const attestationsAnswerSchema = z.object({
  items: z.array(
    attestationAnswerSchema.extend({
      target: z.object({
        title: text,
        environment: text.exactOptional(),
        owner: text.exactOptional(),
      }),
    }),
  ),
  nextCursor: text.exactOptional(),
});
export type AttestationsAnswer = z.output<typeof attestationsAnswerSchema>;
