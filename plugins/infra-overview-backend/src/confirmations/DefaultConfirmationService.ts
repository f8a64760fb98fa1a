import { InputError, NotAllowedError, NotFoundError } from '@backstage/errors';
import type {
  Confirmation,
  EffectiveInfra,
  Instant,
  Overview,
  SaidOfFact,
} from 'backstage-plugin-infra-overview-common';
import type { CallOptions } from '../documents/DocumentSource';
import { hashAt, type Digest } from '../observations/look/judged';
import { pageOf, type Page } from '../observations/look/page';
import type { OverviewService } from '../overview/OverviewService';
import { isOwner, type Rights } from '../Rights';
import type { Teller } from '../drift/Teller';
import { refuseUnsafe } from '../typedText';
import type { ConfirmationService } from './ConfirmationService';
import type { ConfirmationStore } from './ConfirmationStore';
import { nearestPath } from './nearestPath';

export interface DefaultConfirmationServiceOptions {
  readonly overviews: Pick<OverviewService, 'overview'>;
  readonly store: ConfirmationStore;
  readonly rights: Pick<Rights, 'person'>;
  readonly teller: Teller;
  readonly newId: () => string;
  readonly now: () => Instant;
  readonly digest: Digest;
}

/** Whoever owns a project says what holds; everybody may say that something does not. */
export class DefaultConfirmationService implements ConfirmationService {
  readonly #options: DefaultConfirmationServiceOptions;

  constructor(options: DefaultConfirmationServiceOptions) {
    this.#options = options;
  }

  async say(
    entityRef: string,
    { path, answer, note }: SaidOfFact,
    options: CallOptions,
  ): Promise<Confirmation> {
    const { rights, store, teller, newId, now, digest } = this.#options;
    refuseUnsafe('path', path);
    refuseUnsafe('note', note);
    const [page, person] = await Promise.all([
      this.#page(entityRef, options),
      rights.person(options),
    ]);
    if (answer !== 'not-true' && !isOwner(person, page.owner))
      throw new NotAllowedError(
        `Only ${page.owner ?? 'an owner, and none is stated,'} may say that of ${page.title}. You may say that something is not true.`,
      );
    const valueHash = hashAt(page.effective, path, digest);
    if (valueHash === undefined) throw notThere(page.effective, path);
    const said: Confirmation = {
      id: newId(),
      entityRef: page.entityRef,
      path,
      answer,
      valueHash,
      by: person.ref,
      at: now(),
      ...(note !== undefined && { note }),
    };
    const before = await store.find([page.entityRef]);
    await store.put(said);
    // One question for one value, however many people ask it.
    const isAsked = before.some(
      other => other.path === path && other.answer === 'not-true' && other.valueHash === valueHash,
    );
    if (answer === 'not-true' && !isAsked) await teller.notTrue(page, said);
    await teller.changed([page.entityRef]);
    return said;
  }

  async withdraw(entityRef: string, id: string, options: CallOptions): Promise<Confirmation> {
    const { rights, store, teller } = this.#options;
    const [page, person] = await Promise.all([
      this.#page(entityRef, options),
      rights.person(options),
    ]);
    const said = await store.get(id);
    if (!said || said.entityRef !== page.entityRef)
      throw new NotFoundError(`Nobody said that of ${entityRef}, or it is withdrawn`);
    if (said.by !== person.ref && !isOwner(person, page.owner))
      throw new NotAllowedError('Only whoever said it, or an owner, may withdraw it');
    await store.delete(id);
    await teller.changed([page.entityRef]);
    return said;
  }

  async #page(entityRef: string, options: CallOptions): Promise<Page> {
    const { body } = await this.#options.overviews.overview(entityRef, options);
    const overview: Overview = JSON.parse(body);
    return pageOf(overview);
  }
}

function notThere(effective: EffectiveInfra, path: string): InputError {
  const nearest = nearestPath(effective, path);
  return new InputError(
    `path: the document says nothing at ${path}${nearest === undefined ? '' : `; the nearest it does is ${nearest}`}`,
  );
}
