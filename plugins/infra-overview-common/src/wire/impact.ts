import { z } from 'zod';
import type { Affected, FailureAnswer, FleetImpact, RecoveryStep } from '../overview/failure';

const text = z.string();
const asked = text.trim().min(1).max(500);

/** Reads the query of an address. */
export const failureQuerySchema = z.object({
  of: asked,
  environment: text.trim().min(1).max(200).exactOptional(),
});
export const impactQuerySchema = z.object({
  of: asked,
  cursor: text.max(2000).exactOptional(),
});

const outcome = z.enum(['stops', 'degrades', 'survives', 'no-effect-known']);

const affected: z.ZodType<Affected> = z.object({
  path: text.exactOptional(),
  title: text,
  because: text,
});
const step: z.ZodType<RecoveryStep> = z.object({ title: text, text, path: text.exactOptional() });

export const failureAnswerSchema: z.ZodType<FailureAnswer> = z.object({
  entityRef: text,
  environment: text,
  of: text,
  title: text,
  sentence: text,
  outcome,
  stops: z.array(affected),
  degrades: z.array(affected),
  unaffected: z.array(affected),
  recover: z.array(step),
  credentials: z.array(step),
  tell: z.array(step),
  unknown: z.array(z.object({ path: text, question: text })),
  onPath: z.object({
    broken: z.array(text),
    stopped: z.array(text),
    degraded: z.array(text),
    surviving: z.array(text),
  }),
});

export const fleetImpactSchema: z.ZodType<FleetImpact> = z.object({
  of: text,
  title: text,
  affected: z.array(
    z.object({
      entityRef: text,
      title: text,
      owner: text.exactOptional(),
      answers: z.array(
        z.object({ path: text, title: text, environment: text, outcome, sentence: text }),
      ),
    }),
  ),
  tell: z.array(text),
  hasMore: z.boolean(),
  nextCursor: text.exactOptional(),
  computedAt: z.number().int(),
});
