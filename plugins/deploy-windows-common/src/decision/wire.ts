import { z } from 'zod';
import {
  changeTypeSchema,
  entityRefSchema,
  environmentSchema,
  kindSchema,
  lintSchema,
} from '../schedule/wire';
import { permitAnswerSchema } from '../log/wire';
import { askedDurationSchema, askedInstantSchema, instantSchema } from '../time/wire';

const text = z.string();
const texts = z.array(text);
const reasonText = z.string().trim().min(10, 'give a reason of at least 10 characters').max(2_000);

/** How times are shown: IANA zone (default: the project's) and BCP 47 language (default: en-GB). */
const display = { zone: text.max(100).exactOptional(), locale: text.max(35).exactOptional() };

/** `GET /v1/decision`, `/v1/explain`, `/v1/next`. `duration` is milliseconds after reading. */
export const decisionQuerySchema = z.object({
  entity: entityRefSchema,
  environment: environmentSchema,
  changeType: changeTypeSchema.default('deploy'),
  at: askedInstantSchema.exactOptional(),
  duration: askedDurationSchema.exactOptional(),
  ...display,
});
export type DecisionQuery = z.output<typeof decisionQuerySchema>;
export type DecisionQueryText = z.input<typeof decisionQuerySchema>;

export const nextQuerySchema = decisionQuerySchema.extend({
  count: z.coerce.number().int().min(1).max(100).default(5),
  within: askedDurationSchema.exactOptional(),
});
export type NextQueryText = z.input<typeof nextQuerySchema>;

/** `POST /v1/decisions`: at most 1,000. A target without environment stands for all environments of the entity. */
export const decisionsWishSchema = z.strictObject({
  targets: z
    .array(
      z.strictObject({ entity: entityRefSchema, environment: environmentSchema.exactOptional() }),
    )
    .min(1)
    .max(1_000),
  changeType: changeTypeSchema.default('deploy'),
  at: askedInstantSchema.exactOptional(),
  duration: askedDurationSchema.exactOptional(),
  ...display,
});
export type DecisionsWish = z.output<typeof decisionsWishSchema>;
export type DecisionsWishText = z.input<typeof decisionsWishSchema>;

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

/** `POST /v1/plan`: the first time at which several services can go. */
export const planWishSchema = z.strictObject({
  targets: z
    .array(z.strictObject({ entity: entityRefSchema, environment: environmentSchema }))
    .min(1)
    .max(50),
  order: z.enum(['together', 'one-after-another']).default('together'),
  changeType: changeTypeSchema.default('deploy'),
  from: askedInstantSchema.exactOptional(),
  duration: askedDurationSchema.exactOptional(),
  ...display,
});
export type PlanWishText = z.input<typeof planWishSchema>;
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

export const timelineQuerySchema = z.object({
  entity: entityRefSchema,
  /** Absent: every environment of the entity. */
  environment: environmentSchema.exactOptional(),
  start: askedInstantSchema.exactOptional(),
  /** At most 92 days after the start; four weeks where nothing is said. */
  end: askedInstantSchema.exactOptional(),
  changeType: changeTypeSchema.default('deploy'),
  ...display,
});
export type TimelineQueryText = z.input<typeof timelineQuerySchema>;

export const segmentAnswerSchema = z.object({
  start: instantSchema,
  end: instantSchema,
  state: z.enum(['open', 'freeze', 'closed', 'notice-needed']),
  /** The closed gates. */
  rules: z.array(z.object({ rule: text, title: text, level: text.exactOptional() })),
  /** `Tue 1 Dec, 09:00–10:00`. */
  text,
});
export type SegmentAnswer = z.output<typeof segmentAnswerSchema>;

/** A day of the shown zone; a browser places segments in it by instants and needs no zone data. */
export const dayAnswerSchema = z.object({
  date: text,
  label: text,
  start: instantSchema,
  end: instantSchema,
  clockChange: text.exactOptional(),
});
export type DayAnswer = z.output<typeof dayAnswerSchema>;

export const laneAnswerSchema = z.object({
  window: text,
  level: text,
  kind: kindSchema,
  title: text,
  ranges: z.array(z.object({ start: instantSchema, end: instantSchema, text })),
  problem: text.exactOptional(),
});
export type LaneAnswer = z.output<typeof laneAnswerSchema>;

export const timelineAnswerSchema = z.object({
  zone: text,
  now: instantSchema,
  days: z.array(dayAnswerSchema),
  targets: z.array(
    z.object({
      target: text,
      environment: text,
      stage: text,
      segments: z.array(segmentAnswerSchema),
      /** Each window by itself, outermost level first: where the segments come from. */
      lanes: z.array(laneAnswerSchema).exactOptional(),
    }),
  ),
});
export type TimelineAnswer = z.output<typeof timelineAnswerSchema>;

export const fleetQuerySchema = z.object({
  text: text.max(200).exactOptional(),
  /** One entity ref, or several separated by commas. */
  owner: text.exactOptional(),
  system: text.exactOptional(),
  domain: text.exactOptional(),
  environment: text.exactOptional(),
  stage: text.exactOptional(),
  state: z
    .enum([
      'open',
      'blocked',
      'freeze',
      'notice-needed',
      'never-opens',
      'no-permit',
      'review-overdue',
    ])
    .exactOptional(),
  /** First day of the calendar, in the shown zone. Absent: today. */
  start: z.iso.date().exactOptional(),
  /** 0: no calendar. */
  days: z.coerce.number().int().min(0).max(42).default(28),
  limit: z.coerce.number().int().min(1).max(200).default(100),
  cursor: text.exactOptional(),
  ...display,
});
export type WindowsFleetQuery = z.output<typeof fleetQuerySchema>;
export type WindowsFleetQueryText = z.input<typeof fleetQuerySchema>;

export const fleetRowSchema = z.object({
  target: text,
  entityRef: text,
  title: text,
  environment: text,
  stage: text,
  owner: text.exactOptional(),
  system: text.exactOptional(),
  domain: text.exactOptional(),
  state: targetStateSchema,
  sentence: text,
  nextChange: z.object({ at: instantSchema, text, to: text }).exactOptional(),
  neverOpens: z.boolean().exactOptional(),
  lint: z.array(lintSchema),
  segments: z.array(segmentAnswerSchema),
});
export type WindowsFleetRow = z.output<typeof fleetRowSchema>;

export const windowsFleetSchema = z.object({
  zone: text,
  now: instantSchema,
  days: z.array(dayAnswerSchema),
  rows: z.array(fleetRowSchema),
  total: z.number().int(),
  nextCursor: text.exactOptional(),
  /** What opens and closes on the current day, in order, of all rows that answer the query. */
  today: z.array(
    z.object({
      at: instantSchema,
      time: text,
      target: text,
      title: text,
      environment: text,
      to: text,
      reason: text,
    }),
  ),
  facets: z.object({
    owners: texts,
    systems: texts,
    domains: texts,
    environments: texts,
    stages: texts,
  }),
});
export type WindowsFleet = z.output<typeof windowsFleetSchema>;

/** `POST /v1/overrides`. Rules are those of the decision's reasons. */
export const overrideWishSchema = z.strictObject({
  entity: entityRefSchema,
  environment: environmentSchema,
  rules: z.array(text).min(1).max(50),
  start: askedInstantSchema.exactOptional(),
  end: askedInstantSchema,
  use: z.enum(['single', 'timed']).default('single'),
  emergency: z.boolean().exactOptional(),
  /** Left out: the requester. */
  usableBy: texts.max(50).exactOptional(),
  reason: reasonText,
  ticket: z.string().trim().max(200).exactOptional(),
});
export type OverrideAsked = z.output<typeof overrideWishSchema>;
export type OverrideAskedText = z.input<typeof overrideWishSchema>;

export const overrideAnswerSchema = z.object({
  id: text,
  target: text,
  rules: z.array(z.object({ rule: text, title: text })),
  start: instantSchema,
  end: instantSchema,
  use: z.enum(['single', 'timed']),
  emergency: z.boolean().exactOptional(),
  usableBy: texts,
  reason: text,
  ticket: text.exactOptional(),
  requestedBy: text,
  requestedAt: instantSchema,
  /** A second person has to agree. */
  twoPerson: z.boolean().exactOptional(),
  approvedBy: text.exactOptional(),
  consumedAt: instantSchema.exactOptional(),
  revokedAt: instantSchema.exactOptional(),
  reviewDueAt: instantSchema.exactOptional(),
  reviewedBy: text.exactOptional(),
  state: z.enum(['waiting', 'upcoming', 'active', 'used', 'over', 'revoked']),
});
export type OverrideAnswer = z.output<typeof overrideAnswerSchema>;
export const overridesAnswerSchema = z.object({
  items: z.array(overrideAnswerSchema),
  nextCursor: text.exactOptional(),
});

export const whySchema = z.strictObject({ why: reasonText });

/** `POST /v1/permits` answers 201 with a permit, or 200 with the decision alone when it is held. */
export const permitOutcomeSchema = z.object({
  decision: decisionAnswerSchema,
  permit: permitAnswerSchema.exactOptional(),
  queue: z.object({ place: z.number().int() }).exactOptional(),
});
export type PermitOutcome = z.output<typeof permitOutcomeSchema>;

export const loggedDecisionSchema = z.object({
  id: text,
  at: instantSchema,
  target: text,
  changeType: changeTypeSchema,
  principal: text,
  purpose: z.enum(['gate', 'permit']),
  outcome: z.enum(['allowed', 'blocked']),
  codes: texts,
  inputsHash: text,
  tzdata: text,
  evaluator: text,
  /** The inputs are kept: it can be decided again. */
  replayable: z.boolean(),
  overrideId: text.exactOptional(),
});
export type LoggedDecision = z.output<typeof loggedDecisionSchema>;
export const loggedDecisionsSchema = z.object({
  items: z.array(loggedDecisionSchema),
  nextCursor: text.exactOptional(),
});

export type LoggedDecisions = z.output<typeof loggedDecisionsSchema>;

export const replayAnswerSchema = z.object({
  id: text,
  same: z.boolean(),
  /** What differs, field by field; empty when it is the same. */
  differences: z.array(z.object({ field: text, then: z.json(), now: z.json() })),
  logged: z.json(),
  replayed: z.json(),
});
export type ReplayAnswer = z.output<typeof replayAnswerSchema>;

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
