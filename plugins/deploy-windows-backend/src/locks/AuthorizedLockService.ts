import {
  lockBreakPermission,
  lockHoldPermission,
  permitCreatePermission,
  type HoldWish,
  type LogQueryAsked,
} from 'backstage-plugin-deploy-windows-common';
import type { Access } from '../access/Access';
import type { CallOptions } from '../api/route';
import type { Targets } from '../log/Targets';
import type { LockService } from './LockService';
import type { LockStore } from './LockStore';

export class AuthorizedLockService implements LockService {
  readonly #inner: LockService;
  readonly #access: Access;
  readonly #targets: Targets;
  readonly #store: Pick<LockStore, 'find'>;

  constructor(
    inner: LockService,
    {
      access,
      targets,
      store,
    }: {
      readonly access: Access;
      readonly targets: Targets;
      readonly store: Pick<LockStore, 'find'>;
    },
  ) {
    this.#inner = inner;
    this.#access = access;
    this.#targets = targets;
    this.#store = store;
  }

  /** Only what the caller may read is loaded: see `readable`. */
  list(query: LogQueryAsked, options: CallOptions) {
    return this.#inner.list(query, options);
  }

  async hold(wish: HoldWish, options: CallOptions) {
    await this.#access.require(
      lockHoldPermission,
      await this.#targets.known(wish.entity, wish.environment),
      options,
    );
    return this.#inner.hold(wish, options);
  }

  async release(id: string, token: number | undefined, options: CallOptions) {
    // A pipeline gives back what it took; a person what they keep by hand.
    const lock = await this.#store.find(id);
    const permission = lock?.kind === 'run' ? permitCreatePermission : lockHoldPermission;
    await this.#access.require(
      permission,
      await this.#targets.asked(await this.#inner.targetOf(id)),
      options,
    );
    return this.#inner.release(id, token, options);
  }

  async breakLock(id: string, reason: string, options: CallOptions) {
    await this.#access.require(
      lockBreakPermission,
      await this.#targets.asked(await this.#inner.targetOf(id)),
      options,
    );
    return this.#inner.breakLock(id, reason, options);
  }

  targetOf(id: string) {
    return this.#inner.targetOf(id);
  }
}
