import type { LoggerService } from '@backstage/backend-plugin-api';
import type { Instant } from 'backstage-plugin-infra-overview-common';
import type { ConfiguredSource, Sources } from '../Sources';
import { reasonOf } from '../SourceError';
import type { Page } from '../look/page';
import { subjectsOf } from '../look/page';
import type { ObservationSource, Wanted } from '../ObservationSource';
import type { ObservationStore, SubjectNews } from '../store/ObservationStore';
import type { ProjectStore } from '../store/ProjectStore';
import type { Run, RunStore } from '../store/RunStore';
import { runSource, type RunResult } from './runSource';

const DAY = 86_400_000;
/** After so long, what no run that went well knew of is gone. */
const GONE_AFTER = 7 * DAY;
/** Where some of a run always fails, absence proves less. */
const GONE_AFTER_PARTIAL = 30 * DAY;

export interface SourceRunnerOptions {
  readonly sources: Sources;
  readonly observations: ObservationStore;
  readonly runs: RunStore;
  readonly projects: ProjectStore;
  /** Something about these projects is another value than before. */
  readonly changed: (projects: readonly string[], signal: AbortSignal) => Promise<void>;
  readonly logger: LoggerService;
  readonly newId: () => string;
  readonly now: () => Instant;
}

/** Runs sources: all of one by the clock, or all for one project when somebody asks. */
export class SourceRunner {
  readonly #options: SourceRunnerOptions;

  constructor(options: SourceRunnerOptions) {
    this.#options = options;
  }

  async runAll({ source }: ConfiguredSource, signal: AbortSignal): Promise<Run> {
    const { runs, projects, observations } = this.#options;
    const trouble = await this.#trouble(source, signal);
    if (trouble) {
      await runs.add(trouble);
      return trouble;
    }
    const wanted = await projects.wanted(source.platforms);
    const { run, changed } = await this.#run(source, wanted, signal);
    await runs.add(run);
    if (run.outcome === 'ok') await observations.forget(source.id, run.startedAt - GONE_AFTER);
    if (run.outcome === 'partial')
      await observations.forget(source.id, run.startedAt - GONE_AFTER_PARTIAL);
    await this.#told(changed, signal);
    return run;
  }

  /** Looks at one project with every source that may know of it. */
  async runFor(page: Page, signal: AbortSignal): Promise<readonly Run[]> {
    const { sources, observations, runs } = this.#options;
    const known = await observations.find(subjectsOf([page]));
    const done: Run[] = [];
    for (const { source } of sources.configured) {
      const platforms = source.platforms.map(platform => platform.toLocaleLowerCase('en-US'));
      const wanted = page.apps
        .filter(({ platform }) => platforms.includes(platform))
        .map(({ app }) => ({ subject: app }));
      const isTold = platforms.length === 0 && known.some(subject => subject.source === source.id);
      if (wanted.length === 0 && !isTold) continue;
      const trouble = await this.#trouble(source, signal);
      if (trouble) {
        done.push(trouble);
        continue;
      }
      const { run, changed } = await this.#run(source, wanted, signal);
      // A look at one project says nothing of the others, so it is no run of the source.
      if (isTold) await runs.add(run);
      done.push(run);
      await this.#told(changed, signal);
    }
    return done;
  }

  /** What another tool pushed. */
  async push(news: SubjectNews, signal: AbortSignal): Promise<void> {
    const { observations, runs, newId, now } = this.#options;
    const run: Run = {
      id: newId(),
      source: news.source,
      outcome: 'ok',
      dropped: [],
      startedAt: now(),
      finishedAt: now(),
    };
    const outcome = await observations.save(news, { id: run.id, at: run.startedAt });
    await runs.add(run);
    if (outcome === 'changed') await this.#told([news], signal);
  }

  async #run(
    source: ObservationSource,
    wanted: readonly Wanted[],
    signal: AbortSignal,
  ): Promise<RunResult> {
    const { observations, logger, newId, now } = this.#options;
    const result = await runSource({
      source,
      wanted,
      store: observations,
      logger,
      newId,
      now,
      signal,
    });
    const { run, changed, subjects } = result;
    logger.info(`The source ${source.id} looked: ${run.outcome}`, {
      subjects,
      changed: changed.length,
      dropped: run.dropped.length,
    });
    return result;
  }

  async #told(changed: readonly SubjectNews[], signal: AbortSignal): Promise<void> {
    if (changed.length === 0) return;
    const refs = await this.#options.projects.projectsOf(changed);
    await this.#options.changed(refs, signal);
  }

  /** Why a source cannot be asked at all. */
  async #trouble(source: ObservationSource, signal: AbortSignal): Promise<Run | undefined> {
    const { sources, newId, now, logger } = this.#options;
    const startedAt = now();
    const about = { id: newId(), source: source.id, dropped: [], startedAt };
    try {
      const readiness = await sources.readiness(source, signal);
      return readiness.state === 'ready'
        ? undefined
        : { ...about, outcome: 'disabled', reason: readiness.reason, finishedAt: now() };
    } catch (error) {
      logger.warn(`The source ${source.id} could not be prepared`, {
        error: error instanceof Error ? error.constructor.name : typeof error,
      });
      return { ...about, outcome: 'failed', reason: reasonOf(error), finishedAt: now() };
    }
  }
}
