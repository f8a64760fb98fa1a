import type { Instant } from '../time';
import type { ConfirmationAnswer } from './confirmation';
import type { DriftFinding, DriftNoteKind, DriftStatus } from './drift';

export interface SaidOfFact {
  readonly path: string;
  readonly answer: ConfirmationAnswer;
  readonly note?: string;
}

export interface DriftNoteAsked {
  readonly path: string;
  readonly environment?: string;
  readonly kind: DriftNoteKind;
  readonly reason: string;
  /** RFC 3339 with offset, or an ISO day; at most a year from now. */
  readonly until: string;
}

export interface FleetDriftQuery {
  readonly text?: string;
  readonly owner?: string;
  readonly source?: string;
  readonly status?: DriftStatus;
  readonly limit?: number;
  readonly cursor?: string;
}

export interface FleetDriftPage {
  readonly rows: readonly {
    readonly entityRef: string;
    readonly title: string;
    readonly owner?: string;
    readonly finding: DriftFinding;
    /** Since when it differs. */
    readonly since: Instant;
  }[];
  readonly hasMore: boolean;
  readonly nextCursor?: string;
}
