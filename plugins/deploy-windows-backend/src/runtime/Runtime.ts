import type {
  DeployWindow,
  Exemption,
  FeedTables,
  HolidayTables,
  Instant,
  Lock,
  Notice,
  Override,
  WaitingRun,
} from 'backstage-plugin-deploy-windows-common/evaluator';
import type { ReadinessTable } from './ReadinessTable';

/** What is stored and can change a decision, as of one epoch. Loaded once an epoch; every write raises the epoch. */
export interface Runtime {
  readonly epoch: number;
  readonly windows: readonly DeployWindow[];
  readonly exemptions: readonly Exemption[];
  readonly overrides: readonly Override[];
  readonly locks: readonly Lock[];
  readonly waiting: readonly (WaitingRun & { readonly key: string })[];
  readonly notices: readonly Notice[];
  readonly feeds: FeedTables;
  readonly holidays: HolidayTables;
  readonly readiness: ReadinessTable;
}

/** One kind of stored thing, as the evaluator wants it. Each store has such a reader. */
export interface Current<T> {
  /** Not withdrawn, revoked or over at `now`; what is still to come belongs to it. */
  current(now: Instant): Promise<readonly T[]>;
}

export interface RuntimeSource {
  /** One small query for the epoch; the rest from memory while it stands. */
  runtime(now: Instant): Promise<Runtime>;
}
