import type { Instant } from '../time';
import type { ObservedValue } from './observation';

export const DRIFT_STATUSES = [
  'same',
  'different',
  'only-declared',
  'only-observed',
  'stale',
  'failed',
] as const;
/** A path no source can see has no finding at all. */
export type DriftStatus = (typeof DRIFT_STATUSES)[number];

export const DRIFT_NOTE_KINDS = ['accepted', 'document-to-change', 'reality-to-change'] as const;
export type DriftNoteKind = (typeof DRIFT_NOTE_KINDS)[number];

/** Why a difference is left as it is for a while. It hides it from counts, not from the page. */
export interface DriftNote {
  readonly id: string;
  readonly entityRef: string;
  readonly path: string;
  readonly environment?: string;
  readonly kind: DriftNoteKind;
  readonly reason: string;
  readonly by: string;
  readonly at: Instant;
  readonly until: Instant;
}

/** One fact path of one environment, declared against observed. Plain JSON, travels over the wire. */
export interface DriftFinding {
  /** Stable: path, environment and source. */
  readonly id: string;
  /** Fact path with the ids of the document; an item without a twin has the source's name. */
  readonly path: string;
  readonly environment?: string;
  readonly source: string;
  readonly status: DriftStatus;
  /** "Add-on PostgreSQL, plan" */
  readonly title: string;
  /** "declared hobby-basic, observed standard-0" */
  readonly words: string;
  readonly declared?: string;
  readonly observed?: string;
  readonly observedValue?: ObservedValue;
  readonly at: Instant;
  readonly deepLink?: string;
  /** The environment is in no document: comes first. */
  readonly undeclaredEnvironment?: true;
  /** Seen where the document says nothing at all: something to fill in, and no difference. */
  readonly unstated?: true;
  /** From a pipeline file, which says what it intends: grouped as "what the pipeline file says". */
  readonly intent?: true;
  /** Another source comes first in configuration and speaks of this too: this one is shown beside it and does not count. */
  readonly judgedBy?: string;
  readonly note?: DriftNote;
  readonly patch?: DriftPatch;
}

/** The lines of YAML that would make the document say what was observed. */
export interface DriftPatch {
  /** Entity whose document it goes into. */
  readonly entityRef: string;
  /** Where in `spec.infra`, in words. */
  readonly at: string;
  readonly yaml: string;
}

/** Statuses that count as drift, unless a note in force says otherwise. */
export function countsAsDrift(
  { status, note, judgedBy, unstated }: DriftFinding,
  now: Instant,
): boolean {
  if (unstated) return false;
  const differs =
    status === 'different' || status === 'only-declared' || status === 'only-observed';
  return differs && judgedBy === undefined && (note === undefined || note.until <= now);
}
