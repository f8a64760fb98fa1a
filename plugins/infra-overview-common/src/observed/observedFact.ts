import type { Instant } from '../time';

/** What only an observation can know, in words with date and source: last backup, last restore, end of a certificate. */
export interface ObservedFact {
  /** Element it is shown at: `addons[db]`, `environments[production]`, `domains[www]`. */
  readonly path: string;
  readonly environment?: string;
  /** `last-backup`, `last-restore`, `last-deploy`, `maintenance`, `certificate-ends`, `state`, `price`, `restores-to`, … */
  readonly kind: string;
  /** "last backup 3 hours ago, 12 MB" */
  readonly words: string;
  /** ISO instant or text, for machines. */
  readonly value: string;
  readonly tone: 'good' | 'warning' | 'bad' | 'unknown' | 'neutral';
  readonly source: string;
  readonly at: Instant;
  readonly deepLink?: string;
}

/** The steps of a deploy as a pipeline file has them, in order. */
export interface ObservedProcedure {
  readonly environment?: string;
  readonly source: string;
  /** "maintenance on (job deploy, line 12)" */
  readonly steps: readonly string[];
  /** False when a step was not read: a missing one then proves nothing. */
  readonly complete: boolean;
  readonly at: Instant;
  readonly deepLink?: string;
}
