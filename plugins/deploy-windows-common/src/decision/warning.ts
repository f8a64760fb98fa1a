import type { Instant } from '../time';
import type { RuleKey } from './rule';

/** What is worth knowing and holds nothing, in the order in which it is shown. */
export const WARNING_CODES = [
  'OVERRIDE_USED',
  'FREEZE_PASSED_BY_ROLLBACK',
  'RETROSPECTIVE_NOTICE_DUE',
  'CLOSES_SOON',
  'FIT_WARN',
  'READINESS_WARN',
  'LOCK_WARN',
  'NEAR_CLOCK_CHANGE',
  'TZDATA_DISPUTED',
  'INPUT_UNAVAILABLE',
  'CATALOG_STALE',
  'FEED_STALE',
  'RELATED_DEPLOY',
] as const;

export type WarningCode = (typeof WARNING_CODES)[number];

export interface Warning {
  readonly code: WarningCode;
  /** The rule, override, audience or source it is about. */
  readonly about?: RuleKey;
  readonly text?: string;
  /** When it happens, or is due. */
  readonly at?: Instant;
}

export function sortWarnings(warnings: readonly Warning[]): readonly Warning[] {
  const rank = ({ code }: Warning) => WARNING_CODES.indexOf(code);
  return [...warnings].sort(
    (a, b) => rank(a) - rank(b) || ((a.about ?? '') < (b.about ?? '') ? -1 : 1),
  );
}
