import type { ZoneProblem } from '../time';

export type WindowProblemCode =
  | ZoneProblem
  | 'UNREADABLE'
  | 'ZONE_MISSING'
  | 'ZONE_DATA_MISSING'
  | 'END_MISSING'
  | 'END_NOT_AFTER_START'
  | 'OUT_OF_RANGE'
  | 'TOO_MANY'
  | 'NOT_A_DATE'
  | 'NOT_A_TIME'
  | 'ANCHOR_MISSING'
  | 'BAD_RULE'
  | 'HOLIDAYS_MISSING'
  | 'FEED_MISSING'
  | 'AUDIENCE_MISSING'
  | 'UNKNOWN_OPERATOR';

/** Why a window cannot be resolved. It holds as a freeze and opens nothing as an allow. */
export interface WindowProblem {
  readonly code: WindowProblemCode;
  /** One sentence for people. */
  readonly message: string;
}

export function problem(code: WindowProblemCode, message: string): WindowProblem {
  return { code, message };
}

/** A value, or why there is none. */
export type Resolved<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problem: WindowProblem };

export function resolved<T>(value: T): Resolved<T> {
  return { ok: true, value };
}

export function unresolved(code: WindowProblemCode, message: string): Resolved<never> {
  return { ok: false, problem: problem(code, message) };
}
