import {
  deploymentRecordPermission,
  type DeploymentWish,
  type FinishWish,
  type LogQueryAsked,
} from 'backstage-plugin-deploy-windows-common';
import type { Access } from '../access/Access';
import type { CallOptions } from '../api/route';
import type { DeploymentService } from './DeploymentService';
import type { Targets } from './Targets';

export class AuthorizedDeploymentService implements DeploymentService {
  readonly #inner: DeploymentService;
  readonly #access: Access;
  readonly #targets: Targets;

  constructor(
    inner: DeploymentService,
    { access, targets }: { readonly access: Access; readonly targets: Targets },
  ) {
    this.#inner = inner;
    this.#access = access;
    this.#targets = targets;
  }

  async record(wish: DeploymentWish, options: CallOptions) {
    const target = await this.#targets.known(wish.entity, wish.environment);
    await this.#access.require(
      deploymentRecordPermission,
      { ...target, changeType: wish.changeType },
      options,
    );
    return this.#inner.record(wish, options);
  }

  async finish(id: string, wish: FinishWish, options: CallOptions) {
    await this.#access.require(
      deploymentRecordPermission,
      await this.#targets.asked(await this.#inner.targetOf(id)),
      options,
    );
    return this.#inner.finish(id, wish, options);
  }

  /** Only what the caller may read is loaded: see `readable`. */
  list(query: LogQueryAsked, options: CallOptions) {
    return this.#inner.list(query, options);
  }

  targetOf(id: string) {
    return this.#inner.targetOf(id);
  }
}
