import {
  attestationCreatePermission,
  waiverCreatePermission,
  type CarryOverAnswer,
  type CarryOverWish,
} from 'backstage-plugin-deploy-windows-common';
import type { SubjectKey } from 'backstage-plugin-deploy-windows-common/readiness';
import type { CallOptions } from '../../api/route';
import type { AnswerRights } from './AnswerRights';
import type { CarryOverService } from './WaiverService';

/** It makes answers and waivers count in another place, so it takes the right to both. */
export class AuthorizedCarryOverService implements CarryOverService {
  readonly #inner: CarryOverService;
  readonly #rights: AnswerRights;

  constructor(inner: CarryOverService, rights: AnswerRights) {
    this.#inner = inner;
    this.#rights = rights;
  }

  async carryOver(
    subject: SubjectKey,
    wish: CarryOverWish,
    options: CallOptions,
  ): Promise<CarryOverAnswer> {
    const key = subject.toLowerCase();
    for (const permission of [attestationCreatePermission, waiverCreatePermission])
      await this.#rights.onChecks(permission, key, [], options);
    return this.#inner.carryOver(key, wish, options);
  }
}
