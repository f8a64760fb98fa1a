import type { Instant, ZoneTables } from 'backstage-plugin-deploy-windows-common/evaluator';
import type { OutboxMessage } from '../outbox/OutboxMessage';

/** What the zones in use said when last looked at. */
export interface ZonesSeen {
  readonly version: string;
  readonly tables: ZoneTables;
}

/** A window that opens or closes at other instants than before. */
export interface MovedWindow {
  readonly window: string;
  readonly title: string;
  readonly level: string;
  readonly zone: string;
  /** The first occurrence that differs: as it was, and as it is. */
  readonly before?: { readonly start: Instant; readonly end: Instant };
  readonly after?: { readonly start: Instant; readonly end: Instant };
}

export interface ZoneReport {
  readonly from: string;
  readonly to: string;
  readonly at: Instant;
  readonly moved: readonly MovedWindow[];
}

export interface ZoneReportStore {
  seen(): Promise<ZonesSeen | undefined>;
  /** With a report and its messages, when the version changed; each change is reported once. */
  save(seen: ZonesSeen, report?: ZoneReport, messages?: readonly OutboxMessage[]): Promise<void>;
  /** Newest first. */
  reports(): Promise<readonly ZoneReport[]>;
}
