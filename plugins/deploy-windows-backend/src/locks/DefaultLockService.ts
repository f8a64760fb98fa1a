import {
  instantText,
  type HoldWish,
  type LockAnswer,
  type LogQueryAsked,
} from 'backstage-plugin-deploy-windows-common';
import {
  targetKey,
  type LockRule,
  type TargetKey,
} from 'backstage-plugin-deploy-windows-common/evaluator';
import { conflict, notFound } from '../api/coded';
import type { CallOptions } from '../api/route';
import type { InputLoader } from '../decision/InputLoader';
import { refuseSecrets } from '../secrets';
import { lockAnswer } from './lockAnswer';
import { brokenMessage, lockMessage } from './lockMessages';
import type { LockService } from './LockService';
import type { LockStore, StoredLock } from './LockStore';

export interface LockServiceDeps {
  readonly store: LockStore;
  readonly loader: InputLoader;
  /** The targets that the caller may read. */
  readonly readable: (query: LogQueryAsked, options: CallOptions) => Promise<readonly TargetKey[]>;
  readonly newId: () => string;
}

export class DefaultLockService implements LockService {
  readonly #deps: LockServiceDeps;

  constructor(deps: LockServiceDeps) {
    this.#deps = deps;
  }

  async list(query: LogQueryAsked, options: CallOptions): Promise<readonly LockAnswer[]> {
    const { store, readable } = this.#deps;
    const targets = new Set(await readable(query, options));
    const keys = query.entity === undefined ? undefined : await this.#keysOf([...targets], options);
    const locks = (await store.current(options.now)).filter(
      ({ key, target }) => targets.has(target) || keys?.has(key),
    );
    const waiting = locks.length === 0 ? [] : await store.waiting();
    return locks
      .slice(0, query.limit)
      .map(lock => lockAnswer(lock, waiting, options.principal.ref));
  }

  async hold({ entity, environment, reason }: HoldWish, options: CallOptions): Promise<LockAnswer> {
    refuseSecrets('reason', reason);
    const { store, newId } = this.#deps;
    const target = targetKey(entity.toLowerCase(), environment);
    const { key, policy } = await this.#ruleOf(target, options);
    const holder = options.principal.ref;
    const wish = {
      id: newId(),
      key,
      policy,
      kind: 'hold',
      holder,
      reason,
      target,
      since: options.now,
    } as const;
    const lock = await store.hold(wish, made => [lockMessage(made, 'held', holder)]);
    if (lock) return lockAnswer(lock, await store.waiting(), holder);
    const [other] = (await store.current(options.now)).filter(one => one.key === key);
    throw held(key, other);
  }

  async release(id: string, token: number | undefined, options: CallOptions): Promise<LockAnswer> {
    const lock = await this.#found(id);
    const by = options.principal.ref;
    if (lock.holder !== by) {
      throw conflict(
        'NOT_HOLDER',
        `${lock.key} is locked by ${lock.holder}, who can give it back; otherwise break the lock with a reason`,
      );
    }
    if (token !== undefined && token !== lock.token) throw lost(lock);
    if (lock.released?.cause === 'released') return lockAnswer(lock, [], by);
    const release = { at: options.now, cause: 'released', by } as const;
    if (await this.#deps.store.release(id, release, [lockMessage(lock, 'released', by)]))
      return lockAnswer(lock, [], by);
    throw lost(lock);
  }

  async breakLock(id: string, reason: string, options: CallOptions): Promise<LockAnswer> {
    refuseSecrets('reason', reason);
    const lock = await this.#found(id);
    const by = options.principal.ref;
    const release = { at: options.now, cause: 'broken', by, reason } as const;
    if (await this.#deps.store.release(id, release, [brokenMessage(lock, by, reason)]))
      return lockAnswer(lock, [], by);
    throw conflict('LOCK_LOST', `The lock of ${lock.key} has ended already`);
  }

  async targetOf(id: string): Promise<TargetKey> {
    return (await this.#found(id)).target;
  }

  async #found(id: string): Promise<StoredLock> {
    const lock = await this.#deps.store.find(id);
    if (lock === undefined) throw notFound('UNKNOWN_LOCK', `There is no lock ${id}`);
    return lock;
  }

  async #keysOf(targets: readonly TargetKey[], options: CallOptions): Promise<ReadonlySet<string>> {
    const rules = await Promise.all(targets.map(target => this.#ruleOf(target, options)));
    return new Set(rules.map(({ key }) => key));
  }

  async #ruleOf(target: TargetKey, { principal, now }: CallOptions): Promise<LockRule> {
    const { input } = await this.#deps.loader.load(
      { target, changeType: 'deploy', principal: principal.ref },
      now,
    );
    return input.policy.policy.lock;
  }
}

function held(key: string, lock: StoredLock | undefined) {
  if (lock === undefined)
    return conflict('LOCK_HELD', `${key} is locked by somebody else; try again`);
  const { kind, holder, reason, since, expiresAt } = lock;
  const end = expiresAt === undefined ? '' : ` It expires ${instantText(expiresAt)}.`;
  return conflict(
    'LOCK_HELD',
    `${key} is locked by ${holder} since ${instantText(since)} (${reason}).${end}`,
    {
      lock: {
        kind,
        holder,
        since: instantText(since),
        ...(expiresAt !== undefined && { expiresAt: instantText(expiresAt) }),
      },
    },
  );
}

function lost({ key }: StoredLock) {
  return conflict('LOCK_LOST', `The lock of ${key} ended or was granted to somebody else`);
}
