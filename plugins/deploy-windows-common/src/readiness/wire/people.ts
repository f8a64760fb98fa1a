import { z } from 'zod';
import { entityRefSchema, environmentSchema } from '../../schedule/wire';
import { count, text } from './primitives';
import { statusSchema } from './values';

export const ownershipFindingSchema = z.object({
  code: z.enum([
    'no-owner',
    'unknown-owner',
    'empty-owner',
    'single-person',
    'root-group',
    'one-person-alone',
    'document-past-cadence',
    'orphaned',
    'system-without-domain',
  ]),
  level: z.enum(['must', 'recommended']),
  entityRef: text,
  title: text,
  owner: text.exactOptional(),
  text,
  /** What to do next, in words. */
  next: text,
  sourceUrl: text.exactOptional(),
});
export type OwnershipFindingAnswer = z.output<typeof ownershipFindingSchema>;
export const ownershipAnswerSchema = z.object({
  coverage: z.object({ valid: count, all: count }),
  groups: z.array(
    z.object({
      ref: text,
      title: text,
      owned: count,
      direct: count,
      through: count,
      findings: count,
      mustFindings: count,
    }),
  ),
  findings: z.array(ownershipFindingSchema),
});
export type OwnershipAnswer = z.output<typeof ownershipAnswerSchema>;

/** `GET /v1/readiness/people/{user}/impact`: what breaks when this person leaves. */
export const impactAnswerSchema = z.object({
  user: text,
  title: text,
  rows: z.array(
    z.object({
      subject: text,
      title: text,
      environment: text,
      checkId: text,
      checkTitle: text,
      before: statusSchema,
      after: statusSchema,
      because: text,
    }),
  ),
});
export type ImpactAnswer = z.output<typeof impactAnswerSchema>;

/** A line of the getting-started page: a fact, or the open check that its absence is. */
export const onboardingLineSchema = z.object({
  text,
  detail: text.exactOptional(),
  path: text.exactOptional(),
  words: text.exactOptional(),
  /** The open check behind a line that is not written down yet. */
  openCheck: text.exactOptional(),
  href: text.exactOptional(),
});
export const onboardingAnswerSchema = z.object({
  entityRef: text,
  title: text,
  role: z.enum(['newcomer', 'engineer', 'on-call', 'manager']),
  owner: text.exactOptional(),
  sections: z.array(z.object({ id: text, title: text, lines: z.array(onboardingLineSchema) })),
  /** Lines that are not written down yet. */
  gaps: count,
});
export type OnboardingAnswer = z.output<typeof onboardingAnswerSchema>;
export const onboardingQuerySchema = z.object({
  entity: entityRefSchema,
  environment: environmentSchema.exactOptional(),
  role: z.enum(['newcomer', 'engineer', 'on-call', 'manager']).default('newcomer'),
});
export type OnboardingQueryText = z.input<typeof onboardingQuerySchema>;
export type OnboardingQuery = z.output<typeof onboardingQuerySchema>;
