import type {
  PermitAnswer,
  PermitOutcome,
  PermitWish,
} from 'backstage-plugin-deploy-windows-common';
import {
  decide,
  gatesOf,
  MINUTE,
  placeInQueue,
  targetKey,
  type Decision,
  type DecisionRequest,
  type Instant,
  type TargetKey,
} from 'backstage-plugin-deploy-windows-common/evaluator';
import { conflict, notFound, unavailable } from '../api/coded';
import type { CallOptions } from '../api/route';
import type { DecisionRecord } from '../decision/DecisionLogStore';
import type { DecisionAnswers } from '../decision/DecisionAnswers';
import type { InputLoader, LoadedInput } from '../decision/InputLoader';
import type { Displays } from '../display/Displays';
import type { LockQueue } from '../locks/LockQueue';
import type { WaitingInQueue } from '../locks/LockStore';
import { turnOfAnother } from '../locks/turn';
import type { Runtime } from '../runtime/Runtime';
import { refuseSecrets } from '../secrets';
import { InLine } from './InLine';
import { issuePermit, NotIssued, type IssuedPermit } from './issuePermit';
import { lengthOf } from './lengthOf';
import { permitAnswer } from './permitAnswer';
import { releaseMessage } from './permitMessages';
import type { PermitService } from './PermitService';
import type { PermitStore, StoredPermit } from './PermitStore';

const ATTEMPTS = 50;
const TURN_LASTS = 10 * MINUTE;

export interface PermitServiceDeps {
  readonly store: PermitStore;
  readonly queue: LockQueue;
  readonly loader: InputLoader;
  readonly answers: DecisionAnswers;
  readonly displays: Displays;
  /** Off the path of the request. */
  readonly decisions: { add(record: DecisionRecord): void };
  /** Milliseconds that an answer may be trusted. */
  readonly maxAge: number;
  readonly newId: () => string;
  readonly now: () => Instant;
  /** Before it is tried again. */
  readonly pause: (attempt: number) => Promise<void>;
}

interface Asked {
  readonly decision: Decision;
  readonly loaded: LoadedInput;
}

export class DefaultPermitService implements PermitService {
  readonly #deps: PermitServiceDeps;
  readonly #line = new InLine();

  constructor(deps: PermitServiceDeps) {
    this.#deps = deps;
  }

  async take(wish: PermitWish, options: CallOptions): Promise<PermitOutcome> {
    refuseSecrets('reason', wish.reason);
    refuseSecrets('artifact', wish.artifact);
    lengthOf('ttl', wish.ttl);
    const repeated = await this.#repeated(options);
    if (repeated) return this.#again(repeated, wish, options);
    const request = requestOf(wish, options);
    // Most of those who come while it is held or closed need no transaction.
    const asked = await this.#ask(request, wish.runKey);
    if (asked.decision.outcome === 'blocked') return this.#held(asked, wish);
    return this.#line.next(() => this.#try(request, wish, options));
  }

  async find(id: string): Promise<PermitAnswer> {
    return permitAnswer(await this.#found(id));
  }

  async renew(
    id: string,
    { token, ttl }: { readonly token: number; readonly ttl?: string },
    options: CallOptions,
  ): Promise<PermitAnswer> {
    const permit = await this.#ownPermit(id, options);
    const { lock } = permit;
    const granted = lock === undefined ? 0 : (lock.expiresAt ?? lock.since) - lock.since;
    const outcome = await this.#deps.store.renew(id, {
      token,
      ttl: lengthOf('ttl', ttl) ?? Math.min(granted, 30 * MINUTE),
    });
    if (outcome === 'lost') throw lost(permit);
    return this.find(id);
  }

  async release(
    id: string,
    token: number | undefined,
    options: CallOptions,
  ): Promise<PermitAnswer> {
    const permit = await this.#ownPermit(id, options);
    const by = options.principal.ref;
    const release = { at: options.now, by, ...(token !== undefined && { token }) };
    const outcome = await this.#deps.store.release(id, release, [releaseMessage(permit, by)]);
    if (outcome === 'lost') throw lost(permit);
    return this.find(id);
  }

  async targetOf(id: string): Promise<TargetKey> {
    return (await this.#found(id)).target;
  }

  async #try(
    request: DecisionRequest,
    wish: PermitWish,
    options: CallOptions,
  ): Promise<PermitOutcome> {
    for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
      const asked = await this.#ask(request, wish.runKey);
      if (asked.decision.outcome === 'blocked') return this.#held(asked, wish);
      try {
        return this.#answer(await this.#issue(asked.loaded, wish, options), asked.loaded);
      } catch (error) {
        if (!(error instanceof NotIssued)) throw error;
        if (error.decision)
          return this.#held({ decision: error.decision, loaded: asked.loaded }, wish);
      }
      await this.#deps.pause(attempt);
    }
    throw unavailable('BUSY', 'Too many changes at once; nothing was taken. Try again.');
  }

  /** The decision as of now, behind whoever has waited longer. */
  async #ask(request: DecisionRequest, runKey: string | undefined): Promise<Asked> {
    const { loader, queue, now } = this.#deps;
    const at = now();
    const loaded = await loader.load(request, at);
    const { key, policy } = loaded.input.policy.policy.lock;
    const gate = gatesOf(request.changeType).lock;
    if (policy === 'reject' || gate === 'passes' || gate === 'warns')
      return { decision: decide(loaded.input, at), loaded };
    const { waiting, isReplaced } = await queue.of(key, runKey, at);
    if (isReplaced)
      throw conflict(
        'RUN_REPLACED',
        `A newer run waits for ${key}; this one was replaced and should stop`,
      );
    const first = turnOfAnother(policy, waiting, runKey);
    const behind = first && (await loader.load(request, at, runtime => withTurn(runtime, first)));
    return { decision: decide((behind ?? loaded).input, at), loaded: behind ?? loaded };
  }

  #issue(
    loaded: LoadedInput,
    wish: PermitWish,
    { idempotencyKey }: CallOptions,
  ): Promise<IssuedPermit> {
    const { store, maxAge, newId, now } = this.#deps;
    const { changeType } = loaded.input.request;
    const ttl = lengthOf('ttl', wish.ttl) ?? loaded.input.policy.policy.lock.ttl;
    return store.issue(ledger =>
      issuePermit(ledger, {
        loaded,
        reason: wish.reason || `${changeType} of ${wish.artifact ?? loaded.target.facts.title}`,
        ...(wish.artifact !== undefined && { artifact: wish.artifact }),
        ...(wish.runKey !== undefined && { runKey: wish.runKey }),
        ...(idempotencyKey !== undefined && { idempotencyKey }),
        ttl,
        maxAge,
        newId,
        clock: now,
      }),
    );
  }

  #answer({ permit, decision, lock }: IssuedPermit, loaded: LoadedInput): PermitOutcome {
    return {
      decision: this.#words(decision, loaded, permit.decisionId),
      permit: permitAnswer({ ...permit, ...(lock && { lock }) }),
    };
  }

  async #held({ decision, loaded }: Asked, wish: PermitWish): Promise<PermitOutcome> {
    const id = this.#deps.newId();
    this.#deps.decisions.add({ id, decision, loaded, purpose: 'permit' });
    const place = await this.#queueUp(decision, loaded, wish);
    return {
      decision: this.#words(decision, loaded, id),
      ...(place !== undefined && { queue: { place } }),
    };
  }

  /** Only a run that nothing but the lock holds waits for it. */
  async #queueUp(
    decision: Decision,
    { input }: LoadedInput,
    { runKey }: PermitWish,
  ): Promise<number | undefined> {
    const { queue, now } = this.#deps;
    const { key, policy } = input.policy.policy.lock;
    if (runKey === undefined || policy === 'reject' || decision.outcome === 'allowed')
      return undefined;
    if (!decision.reasons.every(({ code }) => code === 'LOCK_HELD')) {
      await queue.leave(key, runKey);
      return undefined;
    }
    await queue.wait({ key, policy, runKey, holder: input.request.principal }, now());
    return placeInQueue(policy, (await queue.of(key, runKey, now())).waiting, runKey);
  }

  #words(decision: Decision, loaded: LoadedInput, decisionId: string) {
    return this.#deps.answers.answer(decision, loaded, this.#deps.displays.of({}, loaded.target), {
      decisionId,
    });
  }

  async #repeated({ principal, idempotencyKey }: CallOptions): Promise<StoredPermit | undefined> {
    return idempotencyKey === undefined
      ? undefined
      : this.#deps.store.findByKey(principal.ref, idempotencyKey);
  }

  /** The first answer again: the decision as it was, before the permit took its own lock. */
  async #again(
    permit: StoredPermit,
    wish: PermitWish,
    options: CallOptions,
  ): Promise<PermitOutcome> {
    const request = requestOf(wish, options);
    if (permit.target !== request.target || permit.changeType !== request.changeType) {
      throw conflict(
        'IDEMPOTENCY_KEY_USED',
        `This Idempotency-Key was sent for ${permit.target}; take a new one`,
      );
    }
    const loaded = await this.#deps.loader.load(request, permit.issuedAt, runtime => ({
      ...runtime,
      locks: runtime.locks.filter(({ id }) => id !== permit.lock?.id),
    }));
    return {
      decision: this.#words(decide(loaded.input, permit.issuedAt), loaded, permit.decisionId),
      permit: permitAnswer(permit),
    };
  }

  async #found(id: string): Promise<StoredPermit> {
    const permit = await this.#deps.store.find(id);
    if (permit === undefined) throw notFound('UNKNOWN_PERMIT', `There is no permit ${id}`);
    return permit;
  }

  async #ownPermit(id: string, { principal }: CallOptions): Promise<StoredPermit> {
    const permit = await this.#found(id);
    if (permit.principal === principal.ref) return permit;
    throw conflict('NOT_HOLDER', `This permit is held by ${permit.principal}`);
  }
}

function requestOf(
  { entity, environment, changeType, duration }: PermitWish,
  { principal }: CallOptions,
): DecisionRequest {
  const length = lengthOf('duration', duration);
  return {
    target: targetKey(entity.toLowerCase(), environment),
    changeType,
    principal: principal.ref,
    memberOf: principal.memberOf,
    ...(length !== undefined && { duration: length }),
  };
}

/** As if the run whose turn it is held the lock already. A real holder has a higher token and is named first. */
function withTurn(
  runtime: Runtime,
  { key, runKey, holder, since, seenAt }: WaitingInQueue,
): Runtime {
  const turn = {
    id: `turn:${runKey}`,
    key,
    kind: 'run',
    holder,
    reason: 'it waits in the queue and is next',
    since,
    expiresAt: seenAt + TURN_LASTS,
    token: 0,
  } as const;
  return { ...runtime, locks: [...runtime.locks, turn] };
}

function lost({ id, lock }: StoredPermit) {
  return conflict(
    'LOCK_LOST',
    `The lock of permit ${id} ended or was granted to somebody else; stop, and ask again`,
    {
      ...(lock && { lock: { key: lock.key, token: lock.token } }),
    },
  );
}
