import { z } from 'zod';
import { entityRefSchema, environmentSchema } from '../../schedule/wire';
import { askedInstantSchema, instantSchema } from '../../time/wire';
import { attestationAnswerSchema } from './attestations';
import { count, text, texts } from './primitives';
import {
  evidenceKindSchema,
  findingAnswerSchema,
  requirementLevelSchema,
  sentencePartSchema,
  statusSchema,
  verdictWordSchema,
} from './values';
import { waiverAnswerSchema } from './waivers';

/** One check of one subject with its four layers. */
export const checkAnswerSchema = z.object({
  id: text,
  version: count,
  pack: text,
  group: text,
  title: text,
  why: text,
  place: text.exactOptional(),
  scope: z.enum(['service', 'environment', 'group']),
  mode: z.enum(['automatic', 'attested', 'hybrid']),
  form: text.exactOptional(),
  basis: text,
  level: requirementLevelSchema,
  levelBecause: text,
  /** `will be required on 1 March 2027`. */
  becomes: z
    .object({ level: requirementLevelSchema, at: instantSchema, words: text })
    .exactOptional(),
  checklists: texts,
  status: statusSchema,
  /** `Met`, `Waived until 3 Dec 2026 (would be: Not met)`. */
  statusWords: text,
  /** The reason in one sentence. */
  because: text,
  findings: z.array(findingAnswerSchema),
  /** Of a waived one: what lies beneath. */
  underlying: z.object({ status: statusSchema, words: text }).exactOptional(),
  evidence: z.object({ kind: evidenceKindSchema, words: text }).exactOptional(),
  /** By time alone it stops being so. */
  until: instantSchema.exactOptional(),
  since: instantSchema.exactOptional(),
  /** The rule in plain words, outermost first. */
  ruleWords: texts,
  /** Lines for the entity's file. Placeholders in angle brackets. */
  fix: z.object({ at: text, yaml: text, entityRef: text.exactOptional() }).exactOptional(),
  attest: z
    .object({
      statement: text,
      validFor: text,
      evidence: z.enum(['required', 'optional', 'none']),
      by: text,
      byWords: text,
      signatures: z.number().int(),
      boundTo: z.record(text, z.json()),
    })
    .exactOptional(),
  confirmation: attestationAnswerSchema.exactOptional(),
  waiver: waiverAnswerSchema.exactOptional(),
  /** Asked for, and nobody has agreed yet. */
  waiting: z.array(waiverAnswerSchema),
  /** Who may say that a waiver of it is right, in words. */
  approvers: text,
});
export type CheckAnswer = z.output<typeof checkAnswerSchema>;

const fractionSchema = z.object({ met: count, applicable: count });
export const countsSchema = z.object({
  must: fractionSchema,
  mustByBasis: z.record(z.enum(['bold', 'label', 'required', 'advice']), fractionSchema),
  recommended: fractionSchema,
  waived: count,
  unknown: count,
  expired: count,
  error: count,
  notApplicable: count,
});
export type CountsAnswer = z.output<typeof countsSchema>;

const causeSchema = z.object({ checkId: text, title: text, status: statusSchema });

/** The verdict alone: what the card, the gate and a pipeline need. */
export const verdictAnswerSchema = z.object({
  subject: text,
  entityRef: text,
  environment: text,
  stage: text,
  title: text,
  owner: text.exactOptional(),
  system: text.exactOptional(),
  domain: text.exactOptional(),
  verdict: verdictWordSchema,
  /** `Not ready for production: 2 must-haves open: …`. */
  sentence: text,
  parts: z.array(sentencePartSchema),
  open: z.array(causeSchema),
  waived: z.array(causeSchema.extend({ until: instantSchema })),
  counts: countsSchema,
  at: instantSchema,
  validUntil: instantSchema.exactOptional(),
  factsReadAt: instantSchema,
  /** `facts read 4 min ago`; too old facts are said here. */
  factsAge: text,
  /** What the gate makes of it: the strictest mode in force and what is to come. */
  gate: z.object({
    mode: z.enum(['off', 'report', 'warn', 'enforce']),
    next: z.object({ mode: text, at: instantSchema }).exactOptional(),
    words: text,
  }),
});
export type VerdictAnswer = z.output<typeof verdictAnswerSchema>;

export const aheadSchema = z.object({
  at: instantSchema,
  checkId: text,
  title: text,
  what: z.enum(['confirmation-ends', 'waiver-ends', 'becomes-required', 'result-changes']),
  text,
});

/** `GET /v1/readiness/subjects/{subject}`: everything the page shows. */
export const subjectAnswerSchema = verdictAnswerSchema.extend({
  checks: z.array(checkAnswerSchema),
  ahead: z.array(aheadSchema),
  /** The other environments of the entity, for the switch. */
  siblings: z.array(z.object({ subject: text, environment: text, verdict: verdictWordSchema })),
  packs: z.array(z.object({ pack: text, title: text, because: text })),
  /** The people behind the alerts, for readers who may see them. */
  people: z.array(z.object({ ref: text, title: text })),
  /** Set when nothing can be judged: no document, no environment, no pack. */
  empty: z.enum(['no-document', 'no-environment', 'no-pack']).exactOptional(),
  sourceUrl: text.exactOptional(),
  /** What of the document or the packs could not be read; those checks are unknown. */
  problems: z.array(z.object({ source: text, text })),
});
export type SubjectAnswer = z.output<typeof subjectAnswerSchema>;

/** `GET /v1/readiness/verdict`. */
export const verdictQuerySchema = z.object({
  entity: entityRefSchema,
  environment: environmentSchema,
  at: askedInstantSchema.exactOptional(),
});
export type VerdictQueryText = z.input<typeof verdictQuerySchema>;
export type VerdictQuery = z.output<typeof verdictQuerySchema>;

export const compareAnswerSchema = z.object({
  a: verdictAnswerSchema,
  b: verdictAnswerSchema,
  /** Rows that differ, worst first. */
  rows: z.array(
    z.object({
      checkId: text,
      title: text,
      a: statusSchema.exactOptional(),
      b: statusSchema.exactOptional(),
      aBecause: text.exactOptional(),
      bBecause: text.exactOptional(),
    }),
  ),
});
export type CompareAnswer = z.output<typeof compareAnswerSchema>;

export const transitionSchema = z.object({
  id: text,
  checkId: text,
  title: text,
  from: statusSchema.exactOptional(),
  to: statusSchema,
  at: instantSchema,
  cause: z.enum([
    'facts',
    'people',
    'definition',
    'attestation',
    'waiver',
    'upstream',
    'time',
    'first',
  ]),
  actor: text.exactOptional(),
  text,
});
export const historyAnswerSchema = z.object({
  items: z.array(transitionSchema),
  nextCursor: text.exactOptional(),
});
export type HistoryAnswer = z.output<typeof historyAnswerSchema>;
