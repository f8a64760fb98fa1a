import { z } from 'zod';
import { entityRefSchema, environmentSchema } from '../../schedule/wire';
import { askedInstantSchema } from '../../time/wire';
import { count, text, texts } from './primitives';
import { verdictAnswerSchema } from './subject';
import {
  evidenceKindSchema,
  requirementLevelSchema,
  statusSchema,
  verdictWordSchema,
} from './values';

export const subjectsQuerySchema = z.object({
  text: text.max(200).exactOptional(),
  /** An empty value means nothing, not everything. */
  owner: text.exactOptional(),
  system: text.exactOptional(),
  domain: text.exactOptional(),
  stage: text.exactOptional(),
  environment: text.exactOptional(),
  verdict: text.exactOptional(),
  check: text.exactOptional(),
  status: text.exactOptional(),
  /** `declared`: rows with a must-have that is only declared. */
  evidence: text.exactOptional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
  cursor: text.exactOptional(),
});
export type SubjectsQueryText = z.input<typeof subjectsQuerySchema>;
export type SubjectsQuery = z.output<typeof subjectsQuerySchema>;

export const subjectRowSchema = verdictAnswerSchema.omit({ parts: true, gate: true }).extend({
  gateMode: text,
});
export type SubjectRow = z.output<typeof subjectRowSchema>;

export const verdictCountsSchema = z.record(verdictWordSchema, count);
export const subjectsAnswerSchema = z.object({
  rows: z.array(subjectRowSchema),
  total: count,
  /** Of all that answer the query. */
  byVerdict: verdictCountsSchema,
  nextCursor: text.exactOptional(),
  facets: z.object({
    owners: texts,
    systems: texts,
    domains: texts,
    stages: texts,
    environments: texts,
  }),
});
export type SubjectsAnswer = z.output<typeof subjectsAnswerSchema>;

/** `POST /v1/readiness/verdicts`: at most 1,000. */
export const verdictsWishSchema = z.strictObject({
  targets: z
    .array(
      z.strictObject({ entity: entityRefSchema, environment: environmentSchema.exactOptional() }),
    )
    .max(1_000),
  at: askedInstantSchema.exactOptional(),
});
export type VerdictsWishText = z.input<typeof verdictsWishSchema>;
export type VerdictsWish = z.output<typeof verdictsWishSchema>;
export const verdictsAnswerSchema = z.object({
  results: z.array(
    z.object({
      entity: text,
      environment: text.exactOptional(),
      verdict: subjectRowSchema.exactOptional(),
      error: z.object({ code: text, message: text }).exactOptional(),
    }),
  ),
});
export type VerdictsAnswer = z.output<typeof verdictsAnswerSchema>;

export const checkSubjectsAnswerSchema = z.object({
  check: z.object({ id: text, title: text, why: text, pack: text }),
  rows: z.array(
    z.object({
      subject: text,
      title: text,
      environment: text,
      owner: text.exactOptional(),
      level: requirementLevelSchema,
      status: statusSchema,
      because: text,
      evidence: evidenceKindSchema.exactOptional(),
    }),
  ),
  byStatus: z.record(statusSchema, count),
  nextCursor: text.exactOptional(),
});
export type CheckSubjectsAnswer = z.output<typeof checkSubjectsAnswerSchema>;

export const rollupQuerySchema = z.object({
  by: z.enum(['owner', 'system', 'domain']).default('owner'),
  ref: text.exactOptional(),
  stage: text.exactOptional(),
});
export type RollupQueryText = z.input<typeof rollupQuerySchema>;
export type RollupQuery = z.output<typeof rollupQuerySchema>;
export const rollupAnswerSchema = z.object({
  groups: z.array(
    z.object({
      ref: text,
      title: text,
      /** Of the group itself, and through its sub-groups; each subject once. */
      direct: verdictCountsSchema,
      transitive: verdictCountsSchema,
      worst: verdictWordSchema,
      openMust: count,
      parent: text.exactOptional(),
    }),
  ),
  checks: z.array(
    z.object({
      id: text,
      title: text,
      pack: text,
      group: text,
      byStatus: z.record(statusSchema, count),
      /** Of those, must-haves that are open. */
      openMust: count,
    }),
  ),
});
export type RollupAnswer = z.output<typeof rollupAnswerSchema>;

export const trendQuerySchema = z.object({
  ref: text.exactOptional(),
  stage: text.exactOptional(),
  days: z.coerce.number().int().min(1).max(730).default(90),
});
export type TrendQueryText = z.input<typeof trendQuerySchema>;
export type TrendQuery = z.output<typeof trendQuerySchema>;
export const trendAnswerSchema = z.object({
  days: z.array(z.object({ day: text, byVerdict: verdictCountsSchema })),
});
export type TrendAnswer = z.output<typeof trendAnswerSchema>;
