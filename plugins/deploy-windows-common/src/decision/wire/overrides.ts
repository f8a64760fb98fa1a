import { z } from 'zod';
import { entityRefSchema, environmentSchema } from '../../schedule/wire';
import { askedInstantSchema, instantSchema } from '../../time/wire';
import { reasonText, text, texts } from './primitives';

/** `POST /v1/overrides`. Rules are those of the decision's reasons. */
export const overrideWishSchema = z.strictObject({
  entity: entityRefSchema,
  environment: environmentSchema,
  rules: z.array(text).min(1).max(50),
  start: askedInstantSchema.exactOptional(),
  end: askedInstantSchema,
  use: z.enum(['single', 'timed']).default('single'),
  emergency: z.boolean().exactOptional(),
  /** Left out: the requester. */
  usableBy: texts.max(50).exactOptional(),
  reason: reasonText,
  ticket: z.string().trim().max(200).exactOptional(),
});
export type OverrideAsked = z.output<typeof overrideWishSchema>;
export type OverrideAskedText = z.input<typeof overrideWishSchema>;

export const overrideAnswerSchema = z.object({
  id: text,
  target: text,
  rules: z.array(z.object({ rule: text, title: text })),
  start: instantSchema,
  end: instantSchema,
  use: z.enum(['single', 'timed']),
  emergency: z.boolean().exactOptional(),
  usableBy: texts,
  reason: text,
  ticket: text.exactOptional(),
  requestedBy: text,
  requestedAt: instantSchema,
  /** A second person has to agree. */
  twoPerson: z.boolean().exactOptional(),
  approvedBy: text.exactOptional(),
  consumedAt: instantSchema.exactOptional(),
  revokedAt: instantSchema.exactOptional(),
  reviewDueAt: instantSchema.exactOptional(),
  reviewedBy: text.exactOptional(),
  state: z.enum(['waiting', 'upcoming', 'active', 'used', 'over', 'revoked']),
});
export type OverrideAnswer = z.output<typeof overrideAnswerSchema>;
export const overridesAnswerSchema = z.object({
  items: z.array(overrideAnswerSchema),
  nextCursor: text.exactOptional(),
});

export const whySchema = z.strictObject({ why: reasonText });
