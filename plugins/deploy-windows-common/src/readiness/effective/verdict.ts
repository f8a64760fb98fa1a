import type { Instant } from '../../time';
import type { Basis, RequirementLevel } from '../pack/pack';
import type { SubjectKey } from '../subject';
import type { Effective } from './effective';
import type { Layers } from './layers';
import type { NotAssessed } from './notAssessed';
import type { Status, VerdictWord } from './status';

/** A check with what it is worth now. */
export interface Judged {
  readonly layers: Layers;
  readonly effective: Effective;
}

/** Met of applicable; what does not apply is in neither. A waived check is applicable and not met. */
export interface Fraction {
  readonly met: number;
  readonly applicable: number;
}

export interface Counts {
  readonly must: Fraction;
  /** Must-haves by how the source asks for them. */
  readonly mustByBasis: Readonly<Record<Basis, Fraction>>;
  readonly recommended: Fraction;
  readonly waived: number;
  readonly unknown: number;
  readonly expired: number;
  readonly error: number;
  readonly notApplicable: number;
}

/** What ends, or becomes required, by time alone. */
export interface Change {
  readonly at: Instant;
  readonly checkId: string;
  readonly what: 'confirmation-ends' | 'waiver-ends' | 'becomes-required' | 'result-changes';
}

/** Parts of the sentence, so that each check in it can be a link. */
export interface VerdictCause {
  readonly checkId: string;
  readonly title: string;
  readonly status: Status;
}

export interface Verdict {
  readonly subject: SubjectKey;
  readonly at: Instant;
  readonly verdict: VerdictWord;
  /** Of `not-assessed`: for want of what. */
  readonly notAssessed?: NotAssessed;
  readonly stage: string;
  /** Must-haves in force that block, worst first. */
  readonly open: readonly VerdictCause[];
  /** Must-haves in force that a waiver lets through, the one that ends first leading. */
  readonly waived: readonly (VerdictCause & { readonly until: Instant })[];
  readonly counts: Counts;
  /** The first instant at which time alone changes the verdict or what it names; absent: never. */
  readonly validUntil?: Instant;
  /** Within 60 days of `at`, earliest first. */
  readonly ahead: readonly Change[];
  readonly checks: readonly Judged[];
}

export const FORECAST_DAYS = 60;

/** Levels as words count: a must-have that begins later is recommended until then. */
export const isMust = (level: RequirementLevel) => level === 'must';
