import { z } from 'zod';
import { changeTypeSchema, kindSchema } from '../../schedule/wire';
import { instantSchema } from '../../time/wire';
import { text, texts } from './primitives';

export const reasonAnswerSchema = z.object({
  code: text,
  /** As part of a sentence. */
  text,
  clearedBy: texts,
  rule: text.exactOptional(),
  level: text.exactOptional(),
  title: text.exactOptional(),
  owner: text.exactOptional(),
  hard: z.boolean().exactOptional(),
  overridableBy: texts.exactOptional(),
  audience: text.exactOptional(),
  lead: text.exactOptional(),
  until: instantSchema.exactOptional(),
  holder: text.exactOptional(),
  since: instantSchema.exactOptional(),
  open: texts.exactOptional(),
});
export type ReasonAnswer = z.output<typeof reasonAnswerSchema>;

const momentSchema = z.object({ at: instantSchema, text, reason: text.exactOptional() });

/** The state of a target in one word, for chips and rows. */
export const targetStateSchema = z.enum([
  'open',
  'notice-needed',
  'closed',
  'freeze',
  'closes-soon',
  'locked',
  'not-ready',
  'unknown',
]);
export type TargetState = z.output<typeof targetStateSchema>;

/** A decision as it is sent: instants as text, and words for a reader's zone and language beside them. */
export const decisionAnswerSchema = z.object({
  outcome: z.enum(['allowed', 'blocked']),
  state: targetStateSchema,
  sentence: text,
  target: text,
  entityRef: text,
  environment: text,
  stage: text,
  changeType: changeTypeSchema,
  principal: text,
  duration: text.exactOptional(),
  at: instantSchema,
  /** `at` was not now: answered by today's rules. */
  hypothetical: z.boolean().exactOptional(),
  reasons: z.array(reasonAnswerSchema),
  warnings: z.array(
    z.object({ code: text, text, about: text.exactOptional(), at: instantSchema.exactOptional() }),
  ),
  grounds: z.array(
    z.object({ code: text, text, rule: text.exactOptional(), by: text.exactOptional() }),
  ),
  assumes: texts,
  horizon: instantSchema,
  horizonExceeded: z.boolean(),
  nextOpen: momentSchema
    .extend({ latestStart: instantSchema.exactOptional(), inYourZone: text.exactOptional() })
    .exactOptional(),
  nextClose: momentSchema.extend({ inYourZone: text.exactOptional() }).exactOptional(),
  nextIfNotifiedNow: momentSchema
    .extend({
      latestStart: instantSchema.exactOptional(),
      tell: texts,
      closes: instantSchema.exactOptional(),
      closeReason: text.exactOptional(),
    })
    .exactOptional(),
  finishBy: instantSchema.exactOptional(),
  validUntil: instantSchema,
  retryAt: instantSchema.exactOptional(),
  notices: z.array(
    z.object({ audience: text, title: text, lead: text.exactOptional(), state: text }),
  ),
  readiness: z.object({
    mode: text,
    verdict: text,
    evaluatedAt: instantSchema.exactOptional(),
    open: texts.exactOptional(),
  }),
  lock: z.object({
    key: text,
    held: z.boolean(),
    id: text.exactOptional(),
    kind: z.enum(['run', 'hold']).exactOptional(),
    holder: text.exactOptional(),
    reason: text.exactOptional(),
    since: instantSchema.exactOptional(),
    expiresAt: instantSchema.exactOptional(),
  }),
  /** Ids of the overrides without which it would be held. */
  overrides: texts,
  /** How it is deployed, as the document declares it. */
  procedure: z.object({ id: text, title: text, steps: texts }).exactOptional(),
  impact: z.enum(['none', 'brief', 'downtime']).exactOptional(),
  zone: text,
  /** Set when the reader asked for another zone than the project's. */
  projectZone: text.exactOptional(),
  tzdata: text,
  evaluator: text,
  declaredAsOf: instantSchema,
  inputsHash: text,
  decisionId: text.exactOptional(),
});
export type DecisionAnswer = z.output<typeof decisionAnswerSchema>;

export const decisionsAnswerSchema = z.object({
  results: z.array(
    z.object({
      entity: text,
      environment: text.exactOptional(),
      decision: decisionAnswerSchema.exactOptional(),
      error: z.object({ code: text, message: text }).exactOptional(),
    }),
  ),
});
export type DecisionsAnswer = z.output<typeof decisionsAnswerSchema>;

export const stepAnswerSchema = z.object({
  order: z.number().int(),
  window: text,
  level: text,
  kind: kindSchema,
  title: text,
  rule: text.exactOptional(),
  governs: z.boolean(),
  whyNot: text.exactOptional(),
  active: z.boolean(),
  start: instantSchema.exactOptional(),
  end: instantSchema.exactOptional(),
  nextStart: instantSchema.exactOptional(),
  effect: text,
  /** The step as a sentence. */
  text,
  problem: text.exactOptional(),
});
export const explainAnswerSchema = decisionAnswerSchema.extend({
  steps: z.array(stepAnswerSchema),
});
export type ExplainAnswer = z.output<typeof explainAnswerSchema>;

export const nextAnswerSchema = z.object({
  target: text,
  zone: text,
  openings: z.array(
    z.object({
      at: instantSchema,
      latestStart: instantSchema.exactOptional(),
      closes: instantSchema.exactOptional(),
      /** `Tue 1 Dec, 09:00–10:00`. */
      text,
      reason: text,
      inYourZone: text.exactOptional(),
    }),
  ),
  horizon: instantSchema,
});
export type NextAnswer = z.output<typeof nextAnswerSchema>;

export const planAnswerSchema = z.object({
  outcome: z.enum(['planned', 'none']),
  slots: z.array(
    z.object({ target: text, start: instantSchema, end: instantSchema.exactOptional(), text }),
  ),
  /** The first one that cannot go. */
  target: text.exactOptional(),
  zone: text,
});
export type PlanAnswer = z.output<typeof planAnswerSchema>;
