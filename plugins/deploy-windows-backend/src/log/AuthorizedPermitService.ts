import {
  decisionReadPermission,
  permitCreatePermission,
  type PermitWish,
} from 'backstage-plugin-deploy-windows-common';
import type { Access } from '../access/Access';
import type { CallOptions } from '../api/route';
import type { PermitService } from './PermitService';
import type { Targets } from './Targets';

export class AuthorizedPermitService implements PermitService {
  readonly #inner: PermitService;
  readonly #access: Access;
  readonly #targets: Targets;

  constructor(
    inner: PermitService,
    { access, targets }: { readonly access: Access; readonly targets: Targets },
  ) {
    this.#inner = inner;
    this.#access = access;
    this.#targets = targets;
  }

  async take(wish: PermitWish, options: CallOptions) {
    const target = await this.#targets.known(wish.entity, wish.environment);
    await this.#access.require(
      permitCreatePermission,
      { ...target, changeType: wish.changeType },
      options,
    );
    return this.#inner.take(wish, options);
  }

  async find(id: string, options: CallOptions) {
    await this.#require(decisionReadPermission, id, options);
    return this.#inner.find(id, options);
  }

  async renew(
    id: string,
    renewal: { readonly token: number; readonly ttl?: string },
    options: CallOptions,
  ) {
    await this.#require(permitCreatePermission, id, options);
    return this.#inner.renew(id, renewal, options);
  }

  async release(id: string, token: number | undefined, options: CallOptions) {
    await this.#require(permitCreatePermission, id, options);
    return this.#inner.release(id, token, options);
  }

  targetOf(id: string) {
    return this.#inner.targetOf(id);
  }

  async #require(permission: typeof permitCreatePermission, id: string, options: CallOptions) {
    await this.#access.require(
      permission,
      await this.#targets.asked(await this.#inner.targetOf(id)),
      options,
    );
  }
}
