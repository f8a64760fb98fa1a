import {
  dueConfirmations,
  type Instant,
  type ObservedAnswer,
  type ObservedFacts,
  type Overview,
} from 'backstage-plugin-infra-overview-common';
import type { ConfirmationStore } from '../confirmations/ConfirmationStore';
import type { CallOptions } from '../documents/DocumentSource';
import { countsOf } from '../drift/countsOf';
import type { DriftNoteStore } from '../driftNotes/DriftNoteStore';
import type { OverviewService } from '../overview/OverviewService';
import type { Rights } from '../Rights';
import { judged } from './look/judged';
import { lookAt } from './look/lookAt';
import { pageOf, subjectsOf } from './look/page';
import type { ProjectLooks } from './look/ProjectLooks';
import type { ObservedService, ObservedText } from './ObservedService';
import type { Sources } from './Sources';
import type { ObservationStore } from './store/ObservationStore';
import type { RunStore } from './store/RunStore';

export interface DefaultObservedServiceOptions {
  /** Reads as the caller: what they may not see is not found. */
  readonly overviews: OverviewService;
  readonly looks: Pick<ProjectLooks, 'of'>;
  readonly observations: Pick<ObservationStore, 'find'>;
  readonly runs: Pick<RunStore, 'lastRuns'>;
  readonly notes: Pick<DriftNoteStore, 'find'>;
  readonly confirmations: Pick<ConfirmationStore, 'find'>;
  readonly sources: Sources;
  readonly rights: Pick<Rights, 'may'>;
  readonly now: () => Instant;
  readonly digest: (text: string) => string;
}

/** Five questions to the database, whatever the size of the project or the number of them. */
export class DefaultObservedService implements ObservedService {
  readonly #options: DefaultObservedServiceOptions;

  constructor(options: DefaultObservedServiceOptions) {
    this.#options = options;
  }

  async observed(entityRef: string, options: CallOptions): Promise<ObservedText> {
    const { overviews, observations, runs, notes, confirmations, sources, rights, digest } =
      this.#options;
    const { body } = await overviews.overview(entityRef, options);
    const overview: Overview = JSON.parse(body);
    const page = pageOf(overview);
    const [subjects, lastRuns, said, left, may] = await Promise.all([
      observations.find(subjectsOf([page])),
      runs.lastRuns(),
      confirmations.find([page.entityRef]),
      notes.find([page.entityRef]),
      rights.may(page.owner, options),
    ]);
    const now = this.#options.now();
    const look = lookAt({ page, subjects, sources: sources.looks(lastRuns), notes: left }, now);
    const words = judged(page.effective, said, { now, digest });
    const shown = new Set([
      ...look.bound.map(({ subject }) => subject.subject),
      ...page.apps.map(({ app }) => app),
    ]);
    const answer: ObservedAnswer = {
      entityRef: page.entityRef,
      sources: sources.states(lastRuns, now, shown),
      drift: look.drift,
      driftCount: look.driftCount,
      facts: look.facts,
      procedures: look.procedures,
      confirmations: words,
      due: dueConfirmations(page.effective, words, now),
      may,
      computedAt: now,
    };
    return {
      body: JSON.stringify(answer),
      etag: `"${digest(JSON.stringify({ ...answer, computedAt: 0 }))}"`,
    };
  }

  async observedOf(
    entityRefs: readonly string[],
    options: CallOptions,
  ): Promise<readonly ObservedFacts[]> {
    const looked = await this.#options.looks.of(entityRefs, options);
    const now = this.#options.now();
    return entityRefs.flatMap(ref => {
      const found = looked.get(ref);
      if (!found) return [];
      const { drift, driftCount, facts } = found.look;
      return [
        {
          entityRef: ref,
          facts: facts.map(({ deepLink: _, ...fact }) => fact),
          driftCount,
          drift: countsOf(drift, now),
          computedAt: now,
        },
      ];
    });
  }
}
