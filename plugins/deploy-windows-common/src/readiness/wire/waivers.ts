import { z } from 'zod';
import { entityRefSchema, environmentSchema } from '../../schedule/wire';
import { askedInstantSchema, instantSchema } from '../../time/wire';
import { WAIVER_CODES } from '../answers/waiver';
import { count, httpsUrl, text } from './primitives';
import { subjectKeySchema } from './values';

export const waiverAnswerSchema = z.object({
  id: text,
  subject: text,
  checkId: text,
  checkTitle: text,
  code: z.enum(WAIVER_CODES),
  reason: text,
  link: text.exactOptional(),
  requestedBy: text,
  createdAt: instantSchema,
  expiresAt: instantSchema,
  daysLeft: count,
  needsApproval: z.boolean(),
  approvedBy: text.exactOptional(),
  deniedBy: text.exactOptional(),
  renews: text.exactOptional(),
  /** `third renewal, 240 days in all`. */
  renewalWords: text.exactOptional(),
  revokedAt: instantSchema.exactOptional(),
  revokedBy: text.exactOptional(),
  state: z.enum(['waiting', 'active', 'denied', 'revoked', 'ended', 'superseded']),
  /** It passes without. */
  notNeeded: z.boolean().exactOptional(),
});
export type WaiverAnswer = z.output<typeof waiverAnswerSchema>;

/** `POST /v1/readiness/subjects/{subject}/waivers`. */
export const waiverWishSchema = z.strictObject({
  checkId: text,
  code: z.enum(WAIVER_CODES),
  reason: z.string().trim().min(20, 'give a reason of at least 20 characters').max(2_000),
  link: httpsUrl.exactOptional(),
  /** Left out: 90 days; at most 365, an emergency 24 hours. */
  expiresAt: askedInstantSchema.exactOptional(),
  renews: text.exactOptional(),
});
export type WaiverWish = z.output<typeof waiverWishSchema>;
export type WaiverWishText = z.input<typeof waiverWishSchema>;

export const whySaidSchema = z.strictObject({
  why: z.string().trim().min(10, 'give a reason of at least 10 characters').max(2_000),
});

export const waiversQuerySchema = z.object({
  owner: text.exactOptional(),
  subject: subjectKeySchema.exactOptional(),
  state: z.enum(['waiting', 'active', 'denied', 'revoked', 'ended', 'superseded']).exactOptional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
  cursor: text.exactOptional(),
});
export type WaiversQueryText = z.input<typeof waiversQuerySchema>;
export type WaiversQuery = z.output<typeof waiversQuerySchema>;
export const waiversAnswerSchema = z.object({
  items: z.array(
    waiverAnswerSchema.extend({
      target: z.object({
        title: text,
        environment: text.exactOptional(),
        owner: text.exactOptional(),
      }),
    }),
  ),
  nextCursor: text.exactOptional(),
});
export type WaiversAnswer = z.output<typeof waiversAnswerSchema>;

/** `POST /v1/readiness/break-glass`. */
export const breakGlassWishSchema = z.strictObject({
  entity: entityRefSchema,
  environment: environmentSchema,
  reason: z.string().trim().min(20, 'give a reason of at least 20 characters').max(2_000),
});
export type BreakGlassWishText = z.input<typeof breakGlassWishSchema>;
export type BreakGlassWish = z.output<typeof breakGlassWishSchema>;
