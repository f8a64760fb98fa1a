import {
  breakGlassPermission,
  readinessReadPermission,
  waiverApprovePermission,
  waiverCreatePermission,
  type BreakGlassAnswer,
  type BreakGlassWish,
  type WaiverAnswer,
  type WaiversAnswer,
  type WaiversQuery,
  type WaiverWish,
} from 'backstage-plugin-deploy-windows-common';
import type { SubjectKey } from 'backstage-plugin-deploy-windows-common/readiness';
import type { CallOptions } from '../../api/route';
import type { AnswerRights } from './AnswerRights';
import type { WaiverService } from './WaiverService';

/** Whoever asks for a waiver does not approve it; whoever approves need not own. */
export class AuthorizedWaiverService {
  readonly #inner: WaiverService;
  readonly #rights: AnswerRights;

  constructor(inner: WaiverService, rights: AnswerRights) {
    this.#inner = inner;
    this.#rights = rights;
  }

  async list(query: WaiversQuery, options: CallOptions): Promise<WaiversAnswer> {
    return this.#inner.list(query, await this.#rights.readablePlaces(query, options), options);
  }

  async ask(subject: SubjectKey, wish: WaiverWish, options: CallOptions): Promise<WaiverAnswer> {
    const key = subject.toLowerCase();
    await this.#rights.onChecks(waiverCreatePermission, key, [wish.checkId], options);
    return this.#inner.ask(key, wish, options);
  }

  async approve(id: string, options: CallOptions): Promise<WaiverAnswer> {
    await this.#mayDecide(id, options);
    return this.#inner.approve(id, options);
  }

  async deny(id: string, why: string, options: CallOptions): Promise<WaiverAnswer> {
    await this.#mayDecide(id, options);
    return this.#inner.deny(id, why, options);
  }

  /** Whoever asked may take it back; others need what it takes to ask for one. */
  async revoke(id: string, why: string, options: CallOptions): Promise<WaiverAnswer> {
    const { subject, by } = await this.#inner.placeOf(id);
    const permission =
      by === options.principal.ref ? readinessReadPermission : waiverCreatePermission;
    await this.#rights.atPlace(permission, subject, options);
    return this.#inner.revoke(id, why, options);
  }

  /** On the subject alone: what is asked of a whole service is set aside in its other environments, too, for that day. */
  async breakGlass(wish: BreakGlassWish, options: CallOptions): Promise<BreakGlassAnswer> {
    const key = `${wish.entity}#${wish.environment}`.toLowerCase();
    await this.#rights.onChecks(breakGlassPermission, key, [], options);
    return this.#inner.breakGlass(wish, options);
  }

  async #mayDecide(id: string, options: CallOptions): Promise<void> {
    const { subject } = await this.#inner.placeOf(id);
    await this.#rights.atPlace(waiverApprovePermission, subject, options);
  }
}
