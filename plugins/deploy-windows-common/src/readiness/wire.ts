import { z } from 'zod';
import { entityRefSchema, environmentSchema } from '../schedule/wire';
import { askedInstantSchema, instantSchema } from '../time/wire';
import { NOT_APPLICABLE_REASONS } from './answers/attestation';
import { WAIVER_CODES } from './answers/waiver';
import { REASON_CODES } from './effective/outcome';
import { STATUSES, VERDICTS } from './effective/status';

const text = z.string();
const texts = z.array(text);
const count = z.number().int();

export const verdictWordSchema = z.enum(VERDICTS);
export const statusSchema = z.enum(STATUSES);
export const requirementLevelSchema = z.enum(['must', 'recommended', 'off']);
export const evidenceKindSchema = z.enum(['declared', 'observed', 'inherited', 'attested']);

/** `component:default/web#production`, or an entity ref alone. */
export const subjectKeySchema = z
  .string()
  .regex(/^[a-z]+:[^/\s]+\/[^/\s#]+(?:#[^\s#]+)?$/i, 'write kind:namespace/name#environment');

/** A piece of a sentence; one that names a check can be followed. */
export const sentencePartSchema = z.object({ text, checkId: text.exactOptional() });

const originSchema = z.object({
  entityRef: text.exactOptional(),
  path: text,
  kind: evidenceKindSchema,
  at: text.exactOptional(),
  by: text.exactOptional(),
  /** `stated in the source of 19 Jul 2019, never confirmed`; `provided by cloud.gov`. */
  words: text,
});

/** One value a rule looked at, with its words. */
export const findingAnswerSchema = z.object({
  code: z.enum(REASON_CODES),
  fact: text,
  /** As a sentence: `Regular copies of addons[db]: no retention is stated`. */
  text,
  found: z.json().exactOptional(),
  wanted: z.json().exactOptional(),
  path: text.exactOptional(),
  origin: originSchema.exactOptional(),
});
export type FindingAnswer = z.output<typeof findingAnswerSchema>;

export const attestationAnswerSchema = z.object({
  id: text,
  subject: text,
  checkId: text,
  checkTitle: text,
  checkVersion: count,
  answer: z.enum(['met', 'not-met', 'not-applicable']),
  reason: z.enum(NOT_APPLICABLE_REASONS).exactOptional(),
  note: text.exactOptional(),
  evidence: text.exactOptional(),
  attestedBy: text,
  attestedAt: instantSchema,
  validUntil: instantSchema.exactOptional(),
  boundFacts: z.record(text, z.json()),
  factsFingerprint: text,
  signatures: z.array(z.object({ by: text, at: instantSchema, outside: z.boolean() })),
  agreedBy: text.exactOptional(),
  revokedAt: instantSchema.exactOptional(),
  revokedBy: text.exactOptional(),
  source: z.enum(['person', 'document']),
  state: z.enum([
    'valid',
    'ended',
    'facts-changed',
    'meaning-changed',
    'second-signature-missing',
    'without-date',
    'revoked',
    'replaced',
  ]),
});
export type AttestationAnswer = z.output<typeof attestationAnswerSchema>;

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

const free = z.string().trim().max(2_000);
const httpsUrl = z
  .url({ protocol: /^https$/, error: 'write an https address' })
  .max(2_000)
  .refine(address => !/\/\/[^/]*@/.test(address), 'leave user and password out of the address');

/** `POST /v1/readiness/subjects/{subject}/attestations`: one signature for one check, or for all of a form. */
export const attestWishSchema = z.strictObject({
  answers: z
    .array(
      z.strictObject({
        checkId: text,
        answer: z.enum(['met', 'not-met', 'not-applicable']),
        reason: z.enum(NOT_APPLICABLE_REASONS).exactOptional(),
        note: free.exactOptional(),
      }),
    )
    .min(1)
    .max(50),
  evidence: httpsUrl.exactOptional(),
  note: free.exactOptional(),
  /** The bound facts the signer saw, by check: another state is refused as FACTS_CHANGED. */
  ifFacts: z.record(text, z.json()).exactOptional(),
});
export type AttestWish = z.output<typeof attestWishSchema>;
export type AttestWishText = z.input<typeof attestWishSchema>;

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

/** `GET /v1/readiness/attestations`: who signed what, expiring when; the one that ends first leads. */
export const attestationsQuerySchema = z.object({
  owner: text.exactOptional(),
  subject: subjectKeySchema.exactOptional(),
  by: text.exactOptional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
  cursor: text.exactOptional(),
});
export type AttestationsQueryText = z.input<typeof attestationsQuerySchema>;
export type AttestationsQuery = z.output<typeof attestationsQuerySchema>;
export const attestationsAnswerSchema = z.object({
  items: z.array(
    attestationAnswerSchema.extend({
      target: z.object({
        title: text,
        environment: text.exactOptional(),
        owner: text.exactOptional(),
      }),
    }),
  ),
  nextCursor: text.exactOptional(),
});
export type AttestationsAnswer = z.output<typeof attestationsAnswerSchema>;

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

/** `POST /v1/readiness/break-glass`. */
export const breakGlassWishSchema = z.strictObject({
  entity: entityRefSchema,
  environment: environmentSchema,
  reason: z.string().trim().min(20, 'give a reason of at least 20 characters').max(2_000),
});
export type BreakGlassWishText = z.input<typeof breakGlassWishSchema>;
export type BreakGlassWish = z.output<typeof breakGlassWishSchema>;
export const breakGlassAnswerSchema = z.object({
  waivers: z.array(waiverAnswerSchema),
  verdict: verdictAnswerSchema,
});
export type BreakGlassAnswer = z.output<typeof breakGlassAnswerSchema>;

export const packAnswerSchema = z.object({
  pack: text,
  name: text,
  version: count,
  title: text,
  source: z
    .object({ document: text.exactOptional(), sections: texts.exactOptional() })
    .exactOptional(),
  owner: text.exactOptional(),
  parameters: z.record(text, z.json()),
  /** `shipped`, or the file it was read from. */
  from: text,
  checks: z.array(
    z.object({
      id: text,
      version: count,
      group: text,
      title: text,
      why: text,
      place: text.exactOptional(),
      basis: text,
      scope: text,
      mode: text,
      ruleWords: texts,
      statement: text.exactOptional(),
      validFor: text.exactOptional(),
      broken: text.exactOptional(),
    }),
  ),
  problems: z.array(
    z.object({
      severity: z.enum(['refused', 'check', 'warning']),
      line: count.exactOptional(),
      check: text.exactOptional(),
      message: text,
    }),
  ),
});
export type PackAnswer = z.output<typeof packAnswerSchema>;
export const packsAnswerSchema = z.object({
  packs: z.array(packAnswerSchema.omit({ checks: true }).extend({ checks: count })),
  /** Files that were refused. */
  refused: z.array(z.object({ file: text, line: count.exactOptional(), message: text })),
});
export type PacksAnswer = z.output<typeof packsAnswerSchema>;

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

export const carryOverWishSchema = z.strictObject({
  from: subjectKeySchema,
  why: z.string().trim().min(10).max(2_000),
});
export type CarryOverWish = z.output<typeof carryOverWishSchema>;
export const carryOverAnswerSchema = z.object({ attestations: count, waivers: count });
export type CarryOverAnswer = z.output<typeof carryOverAnswerSchema>;
