import type { Instant } from 'backstage-plugin-infra-overview-common';
import type { CallOptions, DocumentSource } from '../../documents/DocumentSource';
import type { DriftNoteStore } from '../../driftNotes/DriftNoteStore';
import { toOverview } from '../../overview/toOverview';
import type { Sources } from '../Sources';
import type { ObservationStore } from '../store/ObservationStore';
import type { RunStore } from '../store/RunStore';
import { lookAt, type Look } from './lookAt';
import { pageOf, subjectsOf, type Page } from './page';

export interface ProjectLooksOptions {
  readonly documents: Pick<DocumentSource, 'load'>;
  readonly observations: Pick<ObservationStore, 'find'>;
  readonly runs: Pick<RunStore, 'lastRuns'>;
  readonly notes: Pick<DriftNoteStore, 'find'>;
  readonly sources: Sources;
  readonly now: () => Instant;
}

export interface LookedAt {
  readonly page: Page;
  readonly look: Look;
}

/** Many pages at once, as one caller sees them; the number of questions does not depend on how many. */
export class ProjectLooks {
  readonly #options: ProjectLooksOptions;

  constructor(options: ProjectLooksOptions) {
    this.#options = options;
  }

  /** Entities that are not there for the caller are not in the answer. */
  async of(
    entityRefs: readonly string[],
    options: CallOptions,
  ): Promise<ReadonlyMap<string, LookedAt>> {
    const { documents, observations, runs, notes, sources } = this.#options;
    const loaded = await documents.load(entityRefs, options);
    const now = this.#options.now();
    const pages = [...loaded.values()].map(({ set }) => pageOf(toOverview(set, now)));
    const [subjects, lastRuns, left] = await Promise.all([
      observations.find(subjectsOf(pages)),
      runs.lastRuns(),
      notes.find(pages.map(page => page.entityRef)),
    ]);
    const looks = sources.looks(lastRuns);
    const found = new Map<string, LookedAt>();
    for (const page of pages) {
      const mine = left.filter(note => note.entityRef === page.entityRef);
      const look = lookAt({ page, subjects, sources: looks, notes: mine }, now);
      found.set(page.entityRef, { page, look });
      // A batch takes a while: let requests in between.
      await new Promise(resolve => setImmediate(resolve));
    }
    return found;
  }
}
