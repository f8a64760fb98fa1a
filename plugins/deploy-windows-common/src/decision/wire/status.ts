import { z } from 'zod';
import { instantSchema } from '../../time/wire';
import { text, texts } from './primitives';

export const statusAnswerSchema = z.object({
  now: instantSchema,
  evaluator: text,
  tzdata: z.object({
    version: text,
    minimum: text.exactOptional(),
    isOld: z.boolean(),
    disputedZones: texts,
  }),
  policy: z.object({
    readAt: instantSchema.exactOptional(),
    age: text.exactOptional(),
    state: z.enum(['fresh', 'stale', 'too-old', 'never']),
    epoch: z.number().int(),
    targets: z.number().int(),
  }),
  clockSkew: z.object({
    milliseconds: z.number(),
    state: z.enum(['fine', 'warning', 'no-permits']),
  }),
  problems: z.array(z.object({ source: text, text })),
});
export type StatusAnswer = z.output<typeof statusAnswerSchema>;
