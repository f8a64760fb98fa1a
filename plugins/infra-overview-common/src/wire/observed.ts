import { z } from 'zod';
import {
  CONFIRMATION_ANSWERS,
  DRIFT_NOTE_KINDS,
  DRIFT_STATUSES,
  OBSERVED_LISTS,
  type Confirmation,
  type DriftFinding,
  type DriftNote,
  type DriftNoteAsked,
  type DueConfirmation,
  type FleetDriftPage,
  type FleetDriftQuery,
  type JudgedConfirmation,
  type ObservedAnswer,
  type ObservedFact,
  type ObservedFields,
  type ObservedProcedure,
  type ObservedSubject,
  type SaidOfFact,
  type SourceState,
} from '../observed';
import type { FleetDrift } from '../overview/fleet/row';
import type { Instant } from '../time';

const text = z.string();
const instant = z.number().int();
const count = z.number().int().nonnegative();
const tone = z.enum(['good', 'warning', 'bad', 'unknown', 'neutral']);
const value = z.union([text, z.number(), z.boolean(), z.array(text)]);

export const sourceStateSchema: z.ZodType<SourceState> = z.object({
  source: text,
  title: text,
  state: z.enum(['ok', 'partial', 'failed', 'disabled', 'never-ran']),
  reason: text.exactOptional(),
  ranAt: instant.exactOptional(),
  seenAt: instant.exactOptional(),
  stale: z.boolean(),
  dropped: z.array(text),
  words: text,
});
export const sourceStatesSchema = z.array(sourceStateSchema);

const confirmationShape = {
  id: text,
  entityRef: text,
  path: text,
  answer: z.enum(CONFIRMATION_ANSWERS),
  valueHash: text,
  by: text,
  at: instant,
  note: text.exactOptional(),
};
export const confirmationSchema: z.ZodType<Confirmation> = z.object(confirmationShape);

const judgedConfirmationSchema: z.ZodType<JudgedConfirmation> = z.object({
  ...confirmationShape,
  state: z.enum(['in-force', 'changed', 'past-cadence']),
  words: text,
});

const dueSchema: z.ZodType<DueConfirmation> = z.object({
  path: text,
  title: text,
  value: text,
  words: text,
  at: text.exactOptional(),
  stale: z.boolean(),
});

export const driftNoteSchema: z.ZodType<DriftNote> = z.object({
  id: text,
  entityRef: text,
  path: text,
  environment: text.exactOptional(),
  kind: z.enum(DRIFT_NOTE_KINDS),
  reason: text,
  by: text,
  at: instant,
  until: instant,
});

export const driftFindingSchema: z.ZodType<DriftFinding> = z.object({
  id: text,
  path: text,
  environment: text.exactOptional(),
  source: text,
  status: z.enum(DRIFT_STATUSES),
  title: text,
  words: text,
  declared: text.exactOptional(),
  observed: text.exactOptional(),
  observedValue: value.exactOptional(),
  at: instant,
  deepLink: text.exactOptional(),
  undeclaredEnvironment: z.literal(true).exactOptional(),
  unstated: z.literal(true).exactOptional(),
  intent: z.literal(true).exactOptional(),
  judgedBy: text.exactOptional(),
  note: driftNoteSchema.exactOptional(),
  patch: z.object({ entityRef: text, at: text, yaml: text }).exactOptional(),
});

const factSchema: z.ZodType<ObservedFact> = z.object({
  path: text,
  environment: text.exactOptional(),
  kind: text,
  words: text,
  value: text,
  tone,
  source: text,
  at: instant,
  deepLink: text.exactOptional(),
});

const procedureSchema: z.ZodType<ObservedProcedure> = z.object({
  environment: text.exactOptional(),
  source: text,
  steps: z.array(text),
  complete: z.boolean(),
  at: instant,
  deepLink: text.exactOptional(),
});

export const observedAnswerSchema: z.ZodType<ObservedAnswer> = z.object({
  entityRef: text,
  sources: sourceStatesSchema,
  drift: z.array(driftFindingSchema),
  driftCount: count,
  facts: z.array(factSchema),
  procedures: z.array(procedureSchema),
  confirmations: z.array(judgedConfirmationSchema),
  due: z.array(dueSchema),
  may: z.object({
    confirm: z.enum(['all', 'not-true', 'nothing']),
    note: z.boolean(),
    refresh: z.boolean(),
  }),
  computedAt: instant,
});

export const fleetDriftPageSchema: z.ZodType<FleetDriftPage> = z.object({
  rows: z.array(
    z.object({
      entityRef: text,
      title: text,
      owner: text.exactOptional(),
      finding: driftFindingSchema,
      since: instant,
    }),
  ),
  hasMore: z.boolean(),
  nextCursor: text.exactOptional(),
});

/** Of one entity of several, as services ask for them. */
export interface ObservedFacts {
  readonly entityRef: string;
  readonly facts: readonly Omit<ObservedFact, 'deepLink'>[];
  readonly driftCount: number;
  readonly drift: Omit<FleetDrift, 'seenAt'>;
  readonly computedAt: Instant;
}

export const observedFactsSchema: z.ZodType<{ readonly items: readonly ObservedFacts[] }> =
  z.object({
    items: z.array(
      z.object({
        entityRef: text,
        facts: z.array(
          z.object({
            path: text,
            environment: text.exactOptional(),
            kind: text,
            words: text,
            value: text,
            tone,
            source: text,
            at: instant,
          }),
        ),
        driftCount: count,
        drift: z.object({ different: count, onlyDeclared: count, onlyObserved: count }),
        computedAt: instant,
      }),
    ),
  });

// What people and programs send.
const path = text.trim().min(1).max(500);
const word = text.trim().min(1).max(200);

export const saidOfFactSchema: z.ZodType<SaidOfFact> = z.strictObject({
  path,
  answer: z.enum(CONFIRMATION_ANSWERS),
  note: text.trim().min(1).max(1000).exactOptional(),
});

export const driftNoteAskedSchema: z.ZodType<DriftNoteAsked> = z.strictObject({
  path,
  environment: word.exactOptional(),
  kind: z.enum(DRIFT_NOTE_KINDS),
  reason: text.trim().min(3).max(1000),
  until: z.union([z.iso.date(), z.iso.datetime({ offset: true })]),
});

/** Reads the query of an address as well as an object. */
export const fleetDriftQuerySchema: z.ZodType<FleetDriftQuery> = z.object({
  text: word.exactOptional(),
  owner: word.exactOptional(),
  source: word.exactOptional(),
  status: z.enum(DRIFT_STATUSES).exactOptional(),
  limit: z.coerce.number().int().min(1).max(200).exactOptional(),
  cursor: text.max(2000).exactOptional(),
});

const fields: z.ZodType<ObservedFields> = z.record(word, value);
const link = z.url({ protocol: /^https$/ }).max(500);

/** One subject as another tool pushes it. */
export const observedSubjectSchema: z.ZodType<ObservedSubject> = z.strictObject({
  source: word,
  subject: word,
  group: word.exactOptional(),
  environment: word.exactOptional(),
  entityRef: word.exactOptional(),
  parts: z
    .array(
      z.strictObject({
        part: word,
        fields,
        sees: z.array(word).max(200),
        items: z
          .array(
            z.strictObject({
              list: z.enum(OBSERVED_LISTS),
              name: word,
              fields,
              sees: z.array(word).max(200),
              suggestion: z.literal(true).exactOptional(),
              deepLink: link.exactOptional(),
            }),
          )
          .max(500),
        complete: z.array(z.enum(OBSERVED_LISTS)),
        at: instant,
        deepLink: link.exactOptional(),
      }),
    )
    .min(1)
    .max(50),
});
