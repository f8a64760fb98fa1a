import { z } from 'zod';
import { changeTypeSchema } from '../../schedule/wire';
import { permitAnswerSchema } from '../../log/wire';
import { instantSchema } from '../../time/wire';
import { decisionAnswerSchema } from './answer';
import { text, texts } from './primitives';

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
