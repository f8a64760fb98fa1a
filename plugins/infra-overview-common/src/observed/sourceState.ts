import type { Instant } from '../time';

export type RunOutcome = 'ok' | 'partial' | 'failed';

/** How one source is doing; `stale` when its last good look is older than it may be. */
export interface SourceState {
  readonly source: string;
  readonly title: string;
  readonly state: 'ok' | 'partial' | 'failed' | 'disabled' | 'never-ran';
  /** In our words: why it failed, why it is disabled, what was dropped. Never text of the remote side. */
  readonly reason?: string;
  /** Last run, good or not. */
  readonly ranAt?: Instant;
  /** Last look that brought something. */
  readonly seenAt?: Instant;
  readonly stale: boolean;
  /** Paths of values that were not taken over, because they looked like a secret or had a form we do not know. */
  readonly dropped: readonly string[];
  /** What a person reads: "Heroku, looked 12 minutes ago". */
  readonly words: string;
}
