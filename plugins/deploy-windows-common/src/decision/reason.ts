import type {
  AudienceKey,
  Limits,
  LevelKey,
  PrincipalRef,
  WindowKey,
  WindowProblemCode,
} from '../schedule';
import type { Instant } from '../time';
import type { RuleKey } from './rule';

/** Why a start is held, in the order in which it is shown. */
export const REASON_CODES = [
  'FREEZE_ACTIVE',
  'INPUT_INVALID',
  'INPUT_UNAVAILABLE',
  'OUTSIDE_ALLOW',
  'CLOSED_BY_DEFAULT',
  'NOTICE_REQUIRED',
  'NOTICE_PENDING',
  'WOULD_NOT_FIT',
  'LIMIT_REACHED',
  'READINESS_NOT_READY',
  'READINESS_UNKNOWN',
  'LOCK_HELD',
] as const;

export type ReasonCode = (typeof REASON_CODES)[number];

/** What can make a reason go away. */
export type Cure =
  | 'waiting'
  | 'exemption'
  | 'override'
  | 'ad-hoc-allow'
  | 'notice'
  | 'shorter-duration'
  | 'repair'
  | 'attestation'
  | 'waiver'
  | 'release'
  | 'break-lock';

export interface Reason {
  readonly code: ReasonCode;
  readonly clearedBy: readonly Cure[];
  /** What an override would have to name; absent where none helps. */
  readonly rule?: RuleKey;
  readonly level?: LevelKey;
  readonly window?: WindowKey;
  readonly title?: string;
  /** As its author wrote it, or what is wrong. */
  readonly text?: string;
  readonly owner?: string;
  readonly hard?: boolean;
  readonly overridableBy?: readonly PrincipalRef[];
  readonly problem?: WindowProblemCode;
  readonly audience?: AudienceKey;
  /** As it was declared: `PT24H`, `2bd`. */
  readonly lead?: string;
  /** When this reason goes away by itself. Others may remain. */
  readonly until?: Instant;
  /** Would not fit: milliseconds that are missing. */
  readonly missing?: number;
  readonly limit?: keyof Limits;
  readonly open?: readonly string[];
  readonly holder?: PrincipalRef;
  readonly since?: Instant;
  readonly waiting?: number;
}

export function sortReasons(reasons: readonly Reason[]): readonly Reason[] {
  const rank = ({ code }: Reason) => REASON_CODES.indexOf(code);
  const name = ({ rule = '', window = '' }: Reason) => `${rule} ${window}`;
  return [...reasons].sort(
    (a, b) => rank(a) - rank(b) || (name(a) < name(b) ? -1 : Number(name(a) > name(b))),
  );
}
