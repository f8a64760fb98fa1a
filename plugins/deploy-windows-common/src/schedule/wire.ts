import { scheduleSchema } from 'backstage-plugin-infra-overview-common';
import type { JsonValue } from '@backstage/types';
import { z } from 'zod';
import { askedDurationSchema, askedInstantSchema, instantSchema } from '../time/wire';
import type { ChangeType, WindowSchedule } from './window';

const text = z.string();
const texts = z.array(text);
const title = z.string().trim().min(3).max(200);
const reason = z.string().trim().min(10, 'give a reason of at least 10 characters').max(2_000);
/** An entity ref, lower case when it is stored. */
export const entityRefSchema = z
  .string()
  .regex(/^[a-z]+:[^/\s]+\/[^/\s#]+$/i, 'write kind:namespace/name');
/** An entity ref, or one with `#environment`. */
export const levelSchema = z
  .string()
  .regex(
    /^[a-z]+:[^/\s]+\/[^/\s#]+(?:#[^\s#]+)?$/i,
    'write kind:namespace/name or kind:namespace/name#environment',
  );
export const environmentSchema = z.string().min(1).max(100);
export const kindSchema = z.enum(['allow', 'freeze', 'notice']);
export const changeTypeSchema: z.ZodType<ChangeType> = z.enum([
  'deploy',
  'config',
  'hotfix',
  'rollback',
  'restart',
  'stop',
]);
export const problemSchema = z.object({ code: text, message: text });

/** A range in a reader's zone as well. The server writes the words; a browser draws them. */
export const occurrenceSchema = z.object({
  start: instantSchema,
  end: instantSchema.exactOptional(),
  /** Such as `Tue 1 Dec, 09:00–10:00`, in the zone of the window. */
  text,
  /** The same in the zone that was asked for, where it differs. */
  inYourZone: text.exactOptional(),
  /** The clocks change within a day of it: both times are shown in UTC as well. */
  clockChange: text.exactOptional(),
});
export type OccurrenceAnswer = z.output<typeof occurrenceSchema>;

export const lintSchema = z.object({ code: text, text, window: text.exactOptional() });
export type LintAnswer = z.output<typeof lintSchema>;

const near = z.number().int().min(0).max(31);
const holidayRuleSchema = z.strictObject({
  set: text,
  on: z.enum(['skip', 'shiftNext', 'only']),
  before: near.exactOptional(),
  after: near.exactOptional(),
});

/** One effective window as it is shown: where it comes from, when it is next, what is wrong with it. */
export const windowAnswerSchema = z.object({
  key: text,
  /** Of a stored one, for the routes that change it. */
  id: text.exactOptional(),
  version: z.number().int().exactOptional(),
  kind: kindSchema,
  title: text,
  reason: text.exactOptional(),
  owner: text.exactOptional(),
  level: text,
  origin: z.enum(['catalog', 'database']),
  /** The file that declares it. */
  sourceUrl: text.exactOptional(),
  environments: texts.exactOptional(),
  stages: texts.exactOptional(),
  scope: z.json().exactOptional(),
  changeTypes: z.array(changeTypeSchema).exactOptional(),
  schedule: z
    .custom<WindowSchedule>(value => typeof value === 'object' && value !== null)
    .exactOptional(),
  /** `Every Tuesday 09:00–10:00 (America/Chicago)`. */
  sentence: text,
  timeZone: text.exactOptional(),
  holidays: holidayRuleSchema.exactOptional(),
  hard: z.boolean().exactOptional(),
  overridableBy: texts.exactOptional(),
  audience: z.object({ key: text, title: text, lead: text }).exactOptional(),
  expiresAt: instantSchema.exactOptional(),
  reviewAt: instantSchema.exactOptional(),
  /** The source does not say this in so many words; there is an open question about it. */
  derived: z.boolean().exactOptional(),
  /** Whether it concerns the target that was asked about. */
  governs: z.boolean(),
  whyNot: z.enum(['environment', 'stage', 'scope', 'change-type']).exactOptional(),
  active: z.boolean(),
  next: z.array(occurrenceSchema),
  problem: problemSchema.exactOptional(),
  lint: z.array(lintSchema),
});
export type WindowAnswer = z.output<typeof windowAnswerSchema>;

/** `GET /v1/windows`: the windows of one target, outermost level first, and what its policy says besides. */
export const windowsAnswerSchema = z.object({
  target: text,
  windows: z.array(windowAnswerSchema),
  policy: z.object({
    openByDefault: z.object({ open: z.boolean(), level: text }),
    mustFit: z.enum(['off', 'warn', 'enforce']),
    readiness: text,
    onUnavailable: z.enum(['block', 'allow']),
    expectedDuration: text.exactOptional(),
    impact: z.enum(['none', 'brief', 'downtime']).exactOptional(),
    limits: z.object({ maxPerOpening: z.number().exactOptional(), minGap: text.exactOptional() }),
    timeZone: text.exactOptional(),
    levels: z.array(z.object({ key: text, entityRef: text, constrains: z.boolean() })),
    audiences: z.array(z.object({ key: text, title: text, lead: text, contacts: texts })),
    problems: z.array(z.object({ level: text, field: text, message: text })),
  }),
  lint: z.array(lintSchema),
});
export type WindowsAnswer = z.output<typeof windowsAnswerSchema>;

const scopeFields = {
  environments: z.array(environmentSchema).max(50).exactOptional(),
  stages: z.array(environmentSchema).max(20).exactOptional(),
  /** A filter predicate over entities. */
  scope: z.json().exactOptional(),
};

/** `POST /v1/windows`: an ad-hoc window or freeze at a level. A freeze needs `expiresAt` or `reviewAt`. */
export const windowWishSchema = z.strictObject({
  kind: kindSchema,
  level: levelSchema,
  title,
  reason: reason.exactOptional(),
  owner: text.exactOptional(),
  ...scopeFields,
  changeTypes: z.array(changeTypeSchema).min(1).exactOptional(),
  schedule: scheduleSchema,
  timeZone: text.exactOptional(),
  holidays: holidayRuleSchema.exactOptional(),
  hard: z.boolean().exactOptional(),
  overridableBy: texts.max(50).exactOptional(),
  audience: text.exactOptional(),
  expiresAt: askedInstantSchema.exactOptional(),
  reviewAt: askedInstantSchema.exactOptional(),
});
export type WindowWish = z.output<typeof windowWishSchema>;
export type WindowWishText = z.input<typeof windowWishSchema>;

/** `PATCH /v1/windows/:id`: the whole window as it shall be, the version it was read at, and why. */
export const windowChangeSchema = z.strictObject({
  window: windowWishSchema,
  version: z.number().int().min(1),
  why: reason,
});
export const withdrawSchema = z.strictObject({
  why: reason,
  version: z.number().int().min(1).exactOptional(),
});

/** What a window would do, before it is saved. */
export const previewAnswerSchema = z.object({
  sentence: text,
  next: z.array(occurrenceSchema),
  /** Targets it governs; at most 200 are listed. */
  targets: z.array(z.object({ target: text, entityRef: text, title: text, environment: text })),
  targetCount: z.number().int(),
  lint: z.array(lintSchema),
  /** A first allow window at this level: all other times will be closed. */
  closesOtherTimes: z.boolean(),
  /** It changes nothing: an ad-hoc allow at a level that does not constrain, where the default is open. */
  hasNoEffect: z.boolean(),
  /** Announced or permitted deployments that it would hold, and those that run already. */
  affected: z.array(
    z.object({ target: text, what: z.enum(['notice', 'permit', 'running']), id: text, text }),
  ),
  /** `This freeze will block 3 planned deployments of 2 services.` */
  impact: text,
});
export type PreviewAnswer = z.output<typeof previewAnswerSchema>;

/** `POST /v1/incident-freezes`: starts now, is hard, lifts itself; four hours where nothing is said. */
export const incidentFreezeWishSchema = z.strictObject({
  level: levelSchema,
  title: title.exactOptional(),
  reason,
  duration: askedDurationSchema.exactOptional(),
  ...scopeFields,
  overridableBy: texts.max(50).exactOptional(),
});
export type IncidentFreezeAsked = z.output<typeof incidentFreezeWishSchema>;
export type IncidentFreezeAskedText = z.input<typeof incidentFreezeWishSchema>;

/** `POST /v1/exemptions`: dated leave from one freeze for one target. */
export const exemptionWishSchema = z.strictObject({
  freeze: text,
  entity: entityRefSchema,
  environment: environmentSchema,
  start: askedInstantSchema,
  end: askedInstantSchema,
  reason,
});
export type ExemptionWish = z.output<typeof exemptionWishSchema>;
export type ExemptionWishText = z.input<typeof exemptionWishSchema>;

export const exemptionAnswerSchema = z.object({
  id: text,
  freeze: text,
  freezeTitle: text.exactOptional(),
  target: text,
  start: instantSchema,
  end: instantSchema,
  reason: text,
  grantedBy: text,
  revokedAt: instantSchema.exactOptional(),
});
export type ExemptionAnswer = z.output<typeof exemptionAnswerSchema>;
export const exemptionsAnswerSchema = z.object({
  items: z.array(exemptionAnswerSchema),
  nextCursor: text.exactOptional(),
});

/** What a calendar shows: one entity (all its environments, or one), all of an owner, or all of a domain. */
export const calendarScopeSchema = z.strictObject({
  entity: entityRefSchema.exactOptional(),
  environment: environmentSchema.exactOptional(),
  owner: entityRefSchema.exactOptional(),
  domain: entityRefSchema.exactOptional(),
  /** Reasons of freezes are left out unless this is set. */
  withReasons: z.boolean().exactOptional(),
});
export type CalendarScope = z.output<typeof calendarScopeSchema>;

export const calendarTokenSchema = z.object({
  id: text,
  scope: calendarScopeSchema,
  createdAt: instantSchema,
  lastUsedAt: instantSchema.exactOptional(),
});
export type CalendarToken = z.output<typeof calendarTokenSchema>;
/** The address is shown once and is not stored. */
export const newCalendarTokenSchema = calendarTokenSchema.extend({ url: text });
export type NewCalendarToken = z.output<typeof newCalendarTokenSchema>;

export const feedAnswerSchema = z.object({
  id: text,
  title: text.exactOptional(),
  state: z.enum(['fresh', 'stale', 'failed', 'never']),
  lastOkAt: instantSchema.exactOptional(),
  /** `4 hours`. */
  age: text.exactOptional(),
  events: z.number().int(),
  error: text.exactOptional(),
  usedBy: z.array(z.object({ window: text, title: text })),
});
export type FeedAnswer = z.output<typeof feedAnswerSchema>;

export const holidaySetAnswerSchema = z.object({
  id: text,
  source: text,
  state: z.enum(['known', 'missing']),
  next: z.array(z.object({ date: text, title: text.exactOptional() })),
});
export type HolidaySetAnswer = z.output<typeof holidaySetAnswerSchema>;

/** `POST /v1/calendars/import`: the events of an .ics text as windows at a level, all of them or none. */
export const calendarImportSchema = z.strictObject({
  level: levelSchema,
  kind: z.enum(['allow', 'freeze']),
  /** The text of the file, at most 1 MiB. */
  ics: text.max(1024 * 1024),
  /** Only events whose title has these words. */
  match: z.string().trim().max(200).exactOptional(),
  /** In place of the titles of the events. */
  title: title.exactOptional(),
  reason: reason.exactOptional(),
  ...scopeFields,
  /** Of whole days, and of times without a zone. */
  timeZone: text.max(100).exactOptional(),
  hard: z.boolean().exactOptional(),
  overridableBy: texts.max(50).exactOptional(),
  /** A freeze that has neither ends with its last event. */
  expiresAt: askedInstantSchema.exactOptional(),
  reviewAt: askedInstantSchema.exactOptional(),
  /** Shows what would come of it and saves nothing. */
  dryRun: z.boolean().exactOptional(),
});
export type CalendarImport = z.output<typeof calendarImportSchema>;
export type CalendarImportText = z.input<typeof calendarImportSchema>;

export const calendarImportAnswerSchema = z.object({
  dryRun: z.boolean(),
  /** Events that lie ahead and were taken. */
  events: z.number().int(),
  windows: z.array(
    z.object({
      key: text.exactOptional(),
      title: text,
      sentence: text,
      expiresAt: instantSchema.exactOptional(),
      next: z.array(occurrenceSchema),
    }),
  ),
  targetCount: z.number().int(),
  /** `3 windows from 12 events; they concern 4 targets.` */
  impact: text,
});
export type CalendarImportAnswer = z.output<typeof calendarImportAnswerSchema>;

export type ScopeText = JsonValue;
