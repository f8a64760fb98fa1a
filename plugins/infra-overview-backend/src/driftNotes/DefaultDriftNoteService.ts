import { InputError, NotFoundError } from '@backstage/errors';
import {
  dateEnd,
  parseInstant,
  type DriftNote,
  type DriftNoteAsked,
  type Instant,
  type Overview,
} from 'backstage-plugin-infra-overview-common';
import type { CallOptions } from '../documents/DocumentSource';
import type { OverviewService } from '../overview/OverviewService';
import type { Rights } from '../Rights';
import { refuseUnsafe } from '../typedText';
import type { DriftNoteService } from './DriftNoteService';
import type { DriftNoteStore } from './DriftNoteStore';

const DAY = 86_400_000;
// The day a year from now is meant as a whole, leap years too.
const LONGEST = 367 * DAY;

export interface DefaultDriftNoteServiceOptions {
  readonly overviews: Pick<OverviewService, 'overview'>;
  readonly store: DriftNoteStore;
  readonly rights: Pick<Rights, 'person'>;
  /** Counts again: what is noted no longer counts. */
  readonly recount: (entityRef: string) => Promise<void>;
  readonly newId: () => string;
  readonly now: () => Instant;
}

export class DefaultDriftNoteService implements DriftNoteService {
  readonly #options: DefaultDriftNoteServiceOptions;

  constructor(options: DefaultDriftNoteServiceOptions) {
    this.#options = options;
  }

  async note(
    entityRef: string,
    { until: written, ...asked }: DriftNoteAsked,
    options: CallOptions,
  ): Promise<DriftNote> {
    const { store, rights, recount, newId } = this.#options;
    refuseUnsafe('path', asked.path);
    refuseUnsafe('environment', asked.environment);
    refuseUnsafe('reason', asked.reason);
    const now = this.#options.now();
    const until = endOf(written, now);
    const ref = await this.#visible(entityRef, options);
    const { ref: by } = await rights.person(options);
    const note: DriftNote = { id: newId(), entityRef: ref, ...asked, by, at: now, until };
    await store.insert(note);
    await recount(ref);
    return note;
  }

  async withdraw(entityRef: string, id: string, options: CallOptions): Promise<DriftNote> {
    const { store, rights, recount } = this.#options;
    const ref = await this.#visible(entityRef, options);
    await rights.person(options);
    const note = await store.get(id);
    if (!note || note.entityRef !== ref)
      throw new NotFoundError(`There is no such note at ${entityRef}`);
    await store.delete(id);
    await recount(ref);
    return note;
  }

  /** @throws NotFoundError when the caller may not see the entity */
  async #visible(entityRef: string, options: CallOptions): Promise<string> {
    const { body } = await this.#options.overviews.overview(entityRef, options);
    const { entity }: Overview = JSON.parse(body);
    return entity.ref;
  }
}

/** A day is meant as a whole. */
function endOf(written: string, now: Instant): Instant {
  const until = dateEnd(written) ?? parseInstant(written);
  if (until === undefined) throw new InputError('until: not a day or an instant with an offset');
  if (until <= now) throw new InputError('until: this is over already');
  if (until > now + LONGEST)
    throw new InputError('until: at most a year from now; look again then');
  return until;
}
