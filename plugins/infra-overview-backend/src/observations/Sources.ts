import type { SchedulerServiceTaskScheduleDefinition } from '@backstage/backend-plugin-api';
import type { Instant, SourceLook, SourceState } from 'backstage-plugin-infra-overview-common';
import type { ObservationSource, Readiness } from './ObservationSource';
import { sourceState } from './sourceState';
import type { LastRuns, Run } from './store/RunStore';

/** A source that is configured. */
export interface ConfiguredSource {
  readonly source: ObservationSource;
  readonly schedule: SchedulerServiceTaskScheduleDefinition;
  /** Milliseconds after which what it saw counts as old. */
  readonly maxAge: number;
}

/** A tool that pushes what it sees, by the name the configuration gives it. */
export interface PushedSource {
  readonly id: string;
  readonly maxAge: number;
}

/** All that looks, in the order of the configuration: where two disagree, the first is believed. */
export class Sources {
  readonly configured: readonly ConfiguredSource[];
  readonly #pushed: readonly PushedSource[];
  readonly #ready = new Map<string, Promise<Readiness>>();

  constructor(options: {
    readonly configured: readonly ConfiguredSource[];
    readonly pushed: readonly PushedSource[];
  }) {
    this.configured = options.configured;
    this.#pushed = options.pushed;
  }

  isPushed(id: string): boolean {
    return this.#pushed.some(pushed => pushed.id === id);
  }

  isKnown(id: string): boolean {
    return this.isPushed(id) || this.configured.some(({ source }) => source.id === id);
  }

  /** Asked once in this process; what failed is asked again. */
  async readiness(source: ObservationSource, signal: AbortSignal): Promise<Readiness> {
    const known = this.#ready.get(source.id);
    if (known) return known;
    const asked = source.prepare(signal);
    this.#ready.set(source.id, asked);
    asked.catch(() => this.#ready.delete(source.id));
    return asked;
  }

  looks(runs: ReadonlyMap<string, LastRuns>): readonly SourceLook[] {
    return [
      ...this.configured.map(({ source, maxAge }) => ({
        id: source.id,
        title: source.title,
        maxAge,
        platforms: source.platforms.map(platform => platform.toLocaleLowerCase('en-US')),
        ...(source.intent && { intent: source.intent }),
        ...troubleOf(runs.get(source.id)?.last),
      })),
      ...this.#pushed.map(({ id, maxAge }) => ({ id, maxAge, platforms: [] })),
    ];
  }

  /** `among`: subjects whose dropped values may be named; names of others are nobody's business here. */
  states(
    runs: ReadonlyMap<string, LastRuns>,
    now: Instant,
    among: ReadonlySet<string>,
  ): readonly SourceState[] {
    return [
      ...this.configured.map(({ source, maxAge }) =>
        sourceState({ id: source.id, title: source.title, maxAge }, runs.get(source.id), {
          now,
          among,
        }),
      ),
      ...this.#pushed.map(({ id, maxAge }) =>
        sourceState({ id, title: id, maxAge }, runs.get(id), { now, among }),
      ),
    ];
  }
}

function troubleOf(last: Run | undefined) {
  if (!last) return {};
  if (last.outcome === 'failed' || last.outcome === 'disabled')
    return { failed: last.reason ?? 'no reason is known' };
  const failedSubjects = Object.fromEntries(
    last.dropped.flatMap(entry => ('reason' in entry ? [[entry.subject, entry.reason]] : [])),
  );
  return Object.keys(failedSubjects).length > 0 ? { failedSubjects } : {};
}
