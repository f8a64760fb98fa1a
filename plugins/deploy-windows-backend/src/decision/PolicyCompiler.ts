import {
  compile,
  effectivePolicy,
  levelsOf,
  type CompiledPolicy,
  type DeployWindow,
  type EffectivePolicy,
  type FeedTables,
  type HolidayTables,
  type Instant,
  type PolicyDefaults,
  type Tables,
  type TimeRange,
} from 'backstage-plugin-deploy-windows-common/evaluator';
import type { KnownTarget } from '../policy/TargetDirectory';
import type { Runtime } from '../runtime/Runtime';
import { tableRange } from '../runtime/tableRange';
import type { ZoneTableCache } from '../runtime/ZoneTableCache';

export interface PolicyCompilerOptions {
  readonly zones: ZoneTableCache;
  readonly defaultsOf: (stage: string) => PolicyDefaults;
  /** For questions about another month than that of the runtime. */
  readonly holidays: { tables(range: TimeRange): Promise<HolidayTables> };
  /** Milliseconds. */
  readonly horizon: number;
  readonly now: () => Instant;
}

interface Compiled {
  readonly target: KnownTarget;
  readonly windows: readonly DeployWindow[];
  readonly feeds: FeedTables;
  readonly holidays: HolidayTables;
  readonly start: Instant;
  readonly policy: CompiledPolicy;
}

const MOST = 5_000;

/** Policies ready to be asked, kept while nothing that they are made of is another object. */
export class PolicyCompiler {
  readonly #options: PolicyCompilerOptions;
  /** In the order of use, so that the first is the one that was not asked for longest. */
  readonly #kept = new Map<string, Compiled>();

  constructor(options: PolicyCompilerOptions) {
    this.#options = options;
  }

  async compiled(target: KnownTarget, runtime: Runtime, at: Instant): Promise<CompiledPolicy> {
    const { horizon, now } = this.#options;
    const range = tableRange(at, horizon);
    const isThisMonth = range.start === tableRange(now(), horizon).start;
    const known = this.#kept.get(target.key);
    if (isThisMonth && known && isSame(known, target, runtime, range)) {
      this.#kept.delete(target.key);
      this.#kept.set(target.key, known);
      return known.policy;
    }
    const holidays = isThisMonth ? runtime.holidays : await this.#options.holidays.tables(range);
    const policy = this.#compile(target, { ...runtime, holidays }, range);
    if (isThisMonth)
      this.#keep(target.key, {
        target,
        windows: runtime.windows,
        feeds: runtime.feeds,
        holidays,
        start: range.start,
        policy,
      });
    return policy;
  }

  #compile(
    target: KnownTarget,
    runtime: Pick<Runtime, 'windows' | 'feeds' | 'holidays'>,
    range: TimeRange,
  ): CompiledPolicy {
    const policy = effectivePolicy({
      target: {
        key: target.key,
        entityRef: target.entityRef,
        environment: target.environment,
        stage: target.stage,
        entity: target.facts.entity,
      },
      chain: target.chain.map(({ entityRef, level, document }) => ({
        entityRef,
        level,
        ...(document !== undefined && { document }),
      })),
      stored: storedFor(target, runtime.windows),
      defaults: this.#options.defaultsOf(target.stage),
    });
    return compile(policy, this.#tables(policy, runtime, range));
  }

  /** Only what the policy uses: a decision keeps them, and they are part of its hash. */
  #tables(
    policy: EffectivePolicy,
    { feeds, holidays }: Pick<Runtime, 'feeds' | 'holidays'>,
    range: TimeRange,
  ): Tables {
    const { windows, audiences, timeZone } = policy;
    const zones = [
      timeZone,
      ...windows.map(window => window.timeZone),
      ...audiences.map(audience => audience.timeZone),
    ];
    const sets = [
      ...windows.map(window => window.holidays?.set),
      ...audiences.map(audience => audience.holidays),
    ];
    const used = windows.map(({ schedule }) =>
      schedule?.type === 'feed' ? schedule.feed : undefined,
    );
    return {
      range,
      zones: this.#options.zones.tables(stated(zones), range),
      holidays: picked(holidays, stated(sets)),
      feeds: picked(feeds, stated(used)),
    };
  }

  #keep(key: string, compiled: Compiled): void {
    this.#kept.delete(key);
    this.#kept.set(key, compiled);
    if (this.#kept.size <= MOST) return;
    const [oldest] = this.#kept.keys();
    if (oldest !== undefined) this.#kept.delete(oldest);
  }
}

function isSame(
  known: Compiled,
  target: KnownTarget,
  runtime: Runtime,
  { start }: TimeRange,
): boolean {
  return (
    known.target === target &&
    known.windows === runtime.windows &&
    known.feeds === runtime.feeds &&
    known.holidays === runtime.holidays &&
    known.start === start
  );
}

/** Stored windows of the levels above and at a target. */
export function storedFor(
  target: Pick<KnownTarget, 'environment' | 'chain'>,
  windows: readonly DeployWindow[],
): readonly DeployWindow[] {
  if (windows.length === 0) return windows;
  const levels = new Set(levelsOf(target, target.chain).map(({ key }) => key));
  return windows.filter(({ level }) => levels.has(level));
}

function stated(names: readonly (string | undefined)[]): readonly string[] {
  return [...new Set(names.filter(name => typeof name === 'string'))].sort();
}

function picked<T>(
  all: Readonly<Record<string, T>>,
  names: readonly string[],
): Readonly<Record<string, T>> {
  return Object.fromEntries(
    names.flatMap(name => (Object.hasOwn(all, name) ? [[name, all[name] as T]] : [])),
  );
}
