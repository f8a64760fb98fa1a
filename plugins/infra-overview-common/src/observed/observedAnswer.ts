import type { Instant } from '../time';
import type { DueConfirmation, JudgedConfirmation } from './confirmation';
import type { DriftFinding } from './drift';
import type { ObservedFact, ObservedProcedure } from './observedFact';
import type { SourceState } from './sourceState';

/** What is seen outside the catalog and what people say of it, for one page. */
export interface ObservedAnswer {
  readonly entityRef: string;
  readonly sources: readonly SourceState[];
  /** Every path a source can see and the document states, or the source saw. Undeclared environments first. */
  readonly drift: readonly DriftFinding[];
  /** Findings that count (see countsAsDrift). */
  readonly driftCount: number;
  readonly facts: readonly ObservedFact[];
  readonly procedures: readonly ObservedProcedure[];
  /** Newest first; the latest word of each person of each path. */
  readonly confirmations: readonly JudgedConfirmation[];
  readonly due: readonly DueConfirmation[];
  /** What the caller may do here. */
  readonly may: {
    /** A member of the owner group may say all three; others may say `not-true` only. */
    readonly confirm: 'all' | 'not-true' | 'nothing';
    readonly note: boolean;
    readonly refresh: boolean;
  };
  readonly computedAt: Instant;
}
