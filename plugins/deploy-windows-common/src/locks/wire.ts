import { z } from 'zod';
import { entityRefSchema, environmentSchema } from '../schedule/wire';
import { instantSchema } from '../time/wire';

const text = z.string();
const reason = z.string().trim().min(10, 'give a reason of at least 10 characters').max(2_000);

/** `POST /v1/locks`: a lock kept by hand, until its holder gives it back. */
export const holdWishSchema = z.strictObject({
  entity: entityRefSchema,
  environment: environmentSchema,
  reason,
});
export type HoldWish = z.output<typeof holdWishSchema>;

export const releaseWishSchema = z.strictObject({ token: z.number().int().exactOptional() });
export const breakWishSchema = z.strictObject({ reason });
export const renewWishSchema = z.strictObject({
  token: z.number().int(),
  ttl: text.exactOptional(),
});

export const lockAnswerSchema = z.object({
  id: text,
  key: text,
  kind: z.enum(['run', 'hold']),
  holder: text,
  reason: text,
  target: text.exactOptional(),
  since: instantSchema,
  expiresAt: instantSchema.exactOptional(),
  token: z.number().int(),
  /** Whether the caller holds it. */
  mine: z.boolean(),
  /** Runs that wait for it, in order. */
  waiting: z.array(z.object({ runKey: text, holder: text })),
});
export type LockAnswer = z.output<typeof lockAnswerSchema>;
export const locksAnswerSchema = z.object({ items: z.array(lockAnswerSchema) });
