import {
  overrideApprovePermission,
  overrideEmergencyPermission,
  overrideRequestPermission,
  decisionReadPermission,
  type LogQueryAsked,
  type OverrideAnswer,
  type OverrideAsked,
} from 'backstage-plugin-deploy-windows-common';
import type { Access, AskedTarget } from '../access/Access';
import { notFound } from '../api/coded';
import type { CallOptions } from '../api/route';
import type { TargetDirectory } from '../policy/TargetDirectory';
import { seenTargets } from '../schedule/logQuery';
import type { OverridesAnswer, OverrideService } from './OverrideService';

/** Asks on the target of the override. No principal passes a freeze unseen: being an administrator is no override. */
export class AuthorizedOverrideService {
  readonly #inner: OverrideService;
  readonly #deps: { readonly access: Access; readonly directory: TargetDirectory };

  constructor(
    inner: OverrideService,
    deps: { readonly access: Access; readonly directory: TargetDirectory },
  ) {
    this.#inner = inner;
    this.#deps = deps;
  }

  async list(query: LogQueryAsked, options: CallOptions): Promise<OverridesAnswer> {
    const targets = (await seenTargets(query, this.#deps, options)).map(({ key }) => key);
    const { limit, cursor } = query;
    return this.#inner.list({ targets, limit, ...(cursor !== undefined && { cursor }) }, options);
  }

  async request(wish: OverrideAsked, options: CallOptions): Promise<OverrideAnswer> {
    const target = await this.#targetAt(wish.entity.toLowerCase(), wish.environment);
    if (wish.emergency) {
      await this.#deps.access.require(
        overrideEmergencyPermission,
        { ...target, changeType: 'hotfix' },
        options,
      );
    } else {
      await this.#deps.access.require(overrideRequestPermission, target, options);
    }
    return this.#inner.request(wish, options);
  }

  async approve(id: string, options: CallOptions): Promise<OverrideAnswer> {
    const { target } = await this.#inner.placeOf(id);
    await this.#deps.access.require(overrideApprovePermission, await this.#target(target), options);
    return this.#inner.approve(id, options);
  }

  /** Whoever asked may take it back; others need what it takes to grant one. */
  async revoke(id: string, why: string, options: CallOptions): Promise<OverrideAnswer> {
    const { target, requestedBy } = await this.#inner.placeOf(id);
    const permission =
      requestedBy === options.principal.ref ? decisionReadPermission : overrideApprovePermission;
    await this.#deps.access.require(permission, await this.#target(target), options);
    return this.#inner.revoke(id, why, options);
  }

  async review(id: string, text: string, options: CallOptions): Promise<OverrideAnswer> {
    const { target } = await this.#inner.placeOf(id);
    await this.#deps.access.require(overrideApprovePermission, await this.#target(target), options);
    return this.#inner.review(id, text, options);
  }

  #target(key: string): Promise<AskedTarget> {
    const mark = key.indexOf('#');
    return this.#targetAt(key.slice(0, mark), key.slice(mark + 1));
  }

  /** Also where the entity has no such environment: whoever may ask is told which there are. */
  async #targetAt(entityRef: string, environment: string): Promise<AskedTarget> {
    const target = await this.#deps.directory.find(entityRef, environment);
    if (target) return { facts: target.facts, environment, stage: target.stage };
    const facts = await this.#deps.directory.facts(entityRef);
    if (facts === undefined)
      throw notFound('UNKNOWN_TARGET', `There is no ${entityRef}, or you may not see it.`);
    return { facts, environment };
  }
}
