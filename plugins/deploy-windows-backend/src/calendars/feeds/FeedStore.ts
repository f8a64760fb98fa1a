import type {
  FeedEvent,
  FeedTables,
  Instant,
} from 'backstage-plugin-deploy-windows-common/evaluator';

/** How the last reading of a feed went. */
export interface FeedState {
  readonly id: string;
  /** Of the address, which may be a secret itself. */
  readonly addressHash: string;
  readonly etag?: string;
  readonly triedAt?: Instant;
  readonly lastOkAt?: Instant;
  /** Of the last try; absent when it went well. */
  readonly error?: string;
  /** How long the last good copy is trusted; see `trustOf`. */
  readonly trust?: Trust;
  /** Occurrences of the last good copy within the horizon. */
  readonly events: number;
}

export interface Trust {
  readonly from: Instant;
  readonly until: Instant;
}

/** The last good copy, and its occurrences within the horizon. */
export interface FeedCopy {
  readonly content: string;
  readonly hash: string;
  readonly events: readonly FeedEvent[];
  readonly eventsHash: string;
}

export interface FeedReading {
  readonly addressHash: string;
  readonly etag?: string;
  readonly at: Instant;
  readonly trust: Trust;
  /** Absent when the last good copy stands. */
  readonly copy?: FeedCopy;
}

export interface FeedStore {
  tables(now: Instant): Promise<FeedTables>;
  states(): Promise<readonly FeedState[]>;
  copy(id: string): Promise<FeedCopy | undefined>;
  succeeded(id: string, reading: FeedReading): Promise<void>;
  /** The last good copy stays. */
  failed(
    id: string,
    failure: { readonly addressHash: string; readonly at: Instant; readonly error: string },
  ): Promise<void>;
  /** Feeds that are no longer configured are forgotten. */
  keepOnly(ids: readonly string[]): Promise<void>;
}
