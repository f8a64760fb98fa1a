import {
  decisionReadPermission,
  exemptionGrantPermission,
  type ExemptionAnswer,
  type ExemptionWish,
  type LogQueryAsked,
} from 'backstage-plugin-deploy-windows-common';
import { targetKey } from 'backstage-plugin-deploy-windows-common/evaluator';
import type { Access } from '../access/Access';
import { notFound } from '../api/coded';
import type { CallOptions } from '../api/route';
import type { TargetDirectory } from '../policy/TargetDirectory';
import type { ExemptionsAnswer, ExemptionService } from './ExemptionService';
import type { Levels } from './Levels';
import { seenTargets } from './logQuery';

export interface AuthorizedExemptionServiceDeps {
  readonly access: Access;
  readonly levels: Levels;
  readonly directory: TargetDirectory;
}

/** Asks at the level of the freeze, not at the service that wants out: else every team exempts itself. */
export class AuthorizedExemptionService {
  readonly #inner: ExemptionService;
  readonly #deps: AuthorizedExemptionServiceDeps;

  constructor(inner: ExemptionService, deps: AuthorizedExemptionServiceDeps) {
    this.#inner = inner;
    this.#deps = deps;
  }

  async list(query: LogQueryAsked, options: CallOptions): Promise<ExemptionsAnswer> {
    const targets = (await seenTargets(query, this.#deps, options)).map(({ key }) => key);
    const { limit, cursor } = query;
    return this.#inner.list({ targets, limit, ...(cursor !== undefined && { cursor }) });
  }

  async grant(wish: ExemptionWish, options: CallOptions): Promise<ExemptionAnswer> {
    const { access, directory } = this.#deps;
    const target = await directory.find(wish.entity.toLowerCase(), wish.environment);
    if (target === undefined)
      throw notFound(
        'UNKNOWN_TARGET',
        `There is no ${targetKey(wish.entity, wish.environment)}, or you may not see it.`,
      );
    await access.require(decisionReadPermission, target, options);
    await this.#requireAt(await this.#inner.levelOfFreeze(wish.freeze, options), options);
    return this.#inner.grant(wish, options);
  }

  async revoke(id: string, why: string, options: CallOptions): Promise<ExemptionAnswer> {
    await this.#requireAt(await this.#inner.levelOf(id), options);
    return this.#inner.revoke(id, why, options);
  }

  async #requireAt(level: string, options: CallOptions): Promise<void> {
    await this.#deps.access.require(
      exemptionGrantPermission,
      await this.#deps.levels.find(level),
      options,
    );
  }
}
