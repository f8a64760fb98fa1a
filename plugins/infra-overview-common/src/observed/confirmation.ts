import type { Instant } from '../time';

export const CONFIRMATION_ANSWERS = ['still-true', 'not-true', 'unknown'] as const;
export type ConfirmationAnswer = (typeof CONFIRMATION_ANSWERS)[number];

/** What a person said of a fact, an item or a section; bound to the value it was said of. */
export interface Confirmation {
  readonly id: string;
  readonly entityRef: string;
  /** Fact path with ids: `addons[db].plan`, `addons[db]`, or a section: `addons`. */
  readonly path: string;
  readonly answer: ConfirmationAnswer;
  /** SHA-256 of the canonical JSON of the value it was said of. */
  readonly valueHash: string;
  /** Entity ref of the person. */
  readonly by: string;
  readonly at: Instant;
  readonly note?: string;
}

/** `changed`: the value is another one since; `past-cadence`: said too long ago; both no longer count. */
export type ConfirmationState = 'in-force' | 'changed' | 'past-cadence';

export interface JudgedConfirmation extends Confirmation {
  readonly state: ConfirmationState;
  /** "confirmed 12 Oct 2026 by ada", "was confirmed 3 Mar 2026, changed since" */
  readonly words: string;
}

/** What an owner should look at, oldest first. */
export interface DueConfirmation {
  readonly path: string;
  readonly title: string;
  /** The value in words; empty for a section, whose items speak. */
  readonly value: string;
  /** "stated in a document of 19 Jul 2019, never confirmed" */
  readonly words: string;
  /** ISO day of the newest word about it, if any. */
  readonly at?: string;
  readonly stale: boolean;
}
