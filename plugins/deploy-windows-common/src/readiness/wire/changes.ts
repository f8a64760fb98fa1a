import { z } from 'zod';
import { count, text } from './primitives';
import { subjectAnswerSchema, verdictAnswerSchema } from './subject';
import { statusSchema, subjectKeySchema, verdictWordSchema } from './values';
import { waiverAnswerSchema } from './waivers';

export const refreshAnswerSchema = z.object({
  before: verdictWordSchema.exactOptional(),
  after: verdictWordSchema,
  /** What changed by reading again, in words; empty when nothing did. */
  changes: z.array(
    z.object({ checkId: text, title: text, from: statusSchema.exactOptional(), to: statusSchema }),
  ),
  subject: subjectAnswerSchema,
});
export type RefreshAnswer = z.output<typeof refreshAnswerSchema>;

export const breakGlassAnswerSchema = z.object({
  waivers: z.array(waiverAnswerSchema),
  verdict: verdictAnswerSchema,
});
export type BreakGlassAnswer = z.output<typeof breakGlassAnswerSchema>;

export const carryOverWishSchema = z.strictObject({
  from: subjectKeySchema,
  why: z.string().trim().min(10).max(2_000),
});
export type CarryOverWish = z.output<typeof carryOverWishSchema>;
export const carryOverAnswerSchema = z.object({ attestations: count, waivers: count });
export type CarryOverAnswer = z.output<typeof carryOverAnswerSchema>;
