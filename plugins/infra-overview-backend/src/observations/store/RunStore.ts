import type { Instant, RunOutcome } from 'backstage-plugin-infra-overview-common';

/** A value that was not taken over, or a part that could not be read; or why the subject could not be looked at. */
export type Dropped = { readonly subject: string } & (
  { readonly path: string } | { readonly reason: string }
);

/** One look of a source at all that it can see. */
export interface Run {
  readonly id: string;
  readonly source: string;
  readonly outcome: RunOutcome | 'disabled';
  readonly reason?: string;
  readonly dropped: readonly Dropped[];
  readonly startedAt: Instant;
  readonly finishedAt: Instant;
}

/** The last run of a source, and the last one that brought something. */
export interface LastRuns {
  readonly last: Run;
  readonly lastGood?: Run;
}

export interface RunStore {
  /** Keeps the last fifty of the source. */
  add(run: Run): Promise<void>;
  /** By source; one query. */
  lastRuns(): Promise<ReadonlyMap<string, LastRuns>>;
}
