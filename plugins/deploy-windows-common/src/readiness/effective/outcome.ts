import type { JsonValue } from '@backstage/types';
import type { Instant } from '../../time';
import type { FactOrigin } from '../facts/fact';

/** Why a rule came out as it did. Words are chosen where they are shown. */
export const REASON_CODES = [
  'ABSENT',
  'NONE_DECLARED',
  'EQUAL',
  'NOT_EQUAL',
  'NOT_ONE_OF',
  'FORBIDDEN_VALUE',
  'NOT_CONTAINED',
  'TOO_FEW',
  'TOO_MANY',
  'TOO_OLD',
  'TOO_SOON',
  'NO_ITEM',
  'NO_PERSON',
  'TOO_FEW_PEOPLE',
  'PEOPLE_WITHOUT',
  'UNKNOWN_REF',
  'PLACE_ONLY',
  'WHO_IS_ON_IT',
  'STALE',
  'SOURCE_FAILED',
  'UPSTREAM_UNKNOWN',
  'UPSTREAM_FAILS',
  'CONFIRMATION_MISSING',
  'CONFIRMED_NOT_MET',
  'CONFIRMATION_ENDED',
  'FACTS_CHANGED',
  'MEANING_CHANGED',
  'ANSWER_WITHOUT_DATE',
  'SECOND_SIGNATURE_MISSING',
  'APPLICABILITY_UNKNOWN',
  'NOT_NEEDED_UNCONFIRMED',
  'SECRET_FOUND',
  'CHECK_BROKEN',
  'RULE_FAILED',
  'MET',
] as const;
export type ReasonCode = (typeof REASON_CODES)[number];

/** One value a rule looked at: what it found, what it wanted, where it looked. */
export interface Finding {
  readonly code: ReasonCode;
  /** Name of the fact, such as `stores[db].redundancy`. */
  readonly fact: string;
  readonly found?: JsonValue;
  readonly wanted?: JsonValue;
  readonly origin?: FactOrigin;
  /** Path below `spec.infra` that would answer it. */
  readonly path?: string;
}

/** What a rule says of the facts. A waiver or a confirmation changes nothing here. */
export type Outcome =
  | { readonly status: 'pass'; readonly findings: readonly Finding[] }
  | { readonly status: 'fail'; readonly findings: readonly Finding[] }
  | { readonly status: 'unknown'; readonly findings: readonly Finding[] }
  | { readonly status: 'not-applicable'; readonly findings: readonly Finding[] }
  | { readonly status: 'error'; readonly message: string; readonly findings: readonly Finding[] };

/**
 * A result as a step function of time: each outcome counts before its `until` (exclusive), the last one, without
 * `until`, for ever. Rules make it from facts alone, so it is right at any later time without being worked out again.
 */
export type Steps = readonly [...(readonly TimedStep[]), { readonly outcome: Outcome }];
export interface TimedStep {
  readonly until: Instant;
  readonly outcome: Outcome;
}
