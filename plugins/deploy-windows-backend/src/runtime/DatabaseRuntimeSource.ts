import type {
  DeployWindow,
  Exemption,
  FeedTables,
  HolidayTables,
  Instant,
  Lock,
  Notice,
  Override,
  TimeRange,
  WaitingRun,
} from 'backstage-plugin-deploy-windows-common/evaluator';
import { unavailable } from '../api/coded';
import type { DatabaseEpochSource } from './DatabaseEpochSource';
import type { Epoch } from './Epoch';
import type { ReadinessTable } from './ReadinessTable';
import { tableRange } from './tableRange';
import type { Current, Runtime, RuntimeSource } from './Runtime';

/** The readers of what is stored, one a noun. */
export interface RuntimeReaders {
  readonly windows: Current<DeployWindow>;
  readonly exemptions: Current<Exemption>;
  readonly overrides: Current<Override>;
  readonly locks: Current<Lock> & {
    waiting(): Promise<readonly (WaitingRun & { readonly key: string })[]>;
  };
  readonly notices: Current<Notice>;
  readonly feeds: { tables(now: Instant): Promise<FeedTables> };
  readonly holidays: { tables(range: TimeRange): Promise<HolidayTables> };
  readonly readiness: { verdicts(version: number): Promise<ReadinessTable> };
}

export interface DatabaseRuntimeSourceOptions {
  readonly epochs: Pick<DatabaseEpochSource, 'read'>;
  readonly readers: RuntimeReaders;
  /** Milliseconds. */
  readonly horizon: number;
}

export interface RuntimeAsOf {
  readonly runtime: Runtime;
  readonly epoch: Epoch;
}

const ATTEMPTS = 10;

/** Asks for the epoch each time, and for the rest when it is another. */
export class DatabaseRuntimeSource implements RuntimeSource {
  readonly #options: DatabaseRuntimeSourceOptions;
  #kept: { readonly key: string; readonly found: RuntimeAsOf } | undefined;
  #loading: { readonly key: string; readonly found: Promise<RuntimeAsOf> } | undefined;
  /** Lists that a new epoch left as they were stay the same objects, so that what was compiled from them stands. */
  #last: Runtime | undefined;

  constructor(options: DatabaseRuntimeSourceOptions) {
    this.#options = options;
  }

  async runtime(now: Instant): Promise<Runtime> {
    return (await this.asOf(now)).runtime;
  }

  async asOf(now: Instant): Promise<RuntimeAsOf> {
    const epoch = await this.#options.epochs.read();
    const key = this.#keyOf(epoch, now);
    if (this.#kept?.key === key) return { runtime: this.#kept.found.runtime, epoch };
    if (this.#loading?.key === key) return this.#loading.found;
    const loading = { key, found: this.#loadStable(epoch, now) };
    this.#loading = loading;
    try {
      const found = await loading.found;
      this.#kept = { key: this.#keyOf(found.epoch, now), found };
      return found;
    } finally {
      if (this.#loading === loading) this.#loading = undefined;
    }
  }

  #keyOf({ epoch }: Epoch, now: Instant): string {
    return `${epoch} ${tableRange(now, this.#options.horizon).start}`;
  }

  /** Several statements read it: it is of one epoch only if that epoch still stands afterwards. */
  async #loadStable(first: Epoch, now: Instant): Promise<RuntimeAsOf> {
    let before = first;
    for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
      const runtime = await this.#load(before, now);
      const after = await this.#options.epochs.read();
      if (after.epoch === before.epoch) return { runtime, epoch: after };
      before = after;
    }
    throw unavailable('RULES_CHANGING', 'The rules change faster than they can be read; ask again');
  }

  async #load({ epoch, readinessVersion }: Epoch, now: Instant): Promise<Runtime> {
    const range = tableRange(now, this.#options.horizon);
    const { windows, exemptions, overrides, locks, notices, feeds, holidays, readiness } =
      this.#options.readers;
    const runtime: Runtime = {
      epoch,
      windows: await windows.current(now),
      exemptions: await exemptions.current(now),
      overrides: await overrides.current(now),
      locks: await locks.current(now),
      waiting: await locks.waiting(),
      notices: await notices.current(now),
      feeds: await feeds.tables(now),
      holidays: await holidays.tables(range),
      readiness: await readiness.verdicts(readinessVersion),
    };
    const shared = withSameLists(runtime, this.#last);
    this.#last = shared;
    return shared;
  }
}

function withSameLists(runtime: Runtime, last: Runtime | undefined): Runtime {
  if (last === undefined) return runtime;
  const same = <K extends 'windows' | 'feeds' | 'holidays'>(name: K): Runtime[K] =>
    JSON.stringify(runtime[name]) === JSON.stringify(last[name]) ? last[name] : runtime[name];
  return { ...runtime, windows: same('windows'), feeds: same('feeds'), holidays: same('holidays') };
}
