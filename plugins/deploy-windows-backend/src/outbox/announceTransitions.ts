import type { LoggerService } from '@backstage/backend-plugin-api';
import {
  HOUR,
  MINUTE,
  type Instant,
  type TargetKey,
} from 'backstage-plugin-deploy-windows-common/evaluator';
import { instantText } from 'backstage-plugin-deploy-windows-common';
import type { InputLoader } from '../decision/InputLoader';
import type { KnownTarget, TargetDirectory } from '../policy/TargetDirectory';
import type { RuntimeSource } from '../runtime/Runtime';
import { findTransitions } from './findTransitions';
import type { OutboxMessage, OutboxTopic } from './OutboxMessage';
import type { ToState, Transition, TransitionStore } from './TransitionStore';

export interface AnnounceDeps {
  readonly store: TransitionStore;
  readonly directory: TargetDirectory;
  readonly loader: InputLoader;
  readonly runtime: RuntimeSource;
  readonly logger: LoggerService;
}

// What happened longer ago is no news; the state that holds now is announced all the same.
const LONGEST_BACK = HOUR;
const REST_EVERY = 50;

const TOPICS: Readonly<Record<ToState, OutboxTopic>> = {
  opened: 'deploy-windows.opened',
  closing: 'deploy-windows.closing',
  closed: 'deploy-windows.closed',
};

/** Announces openings and closings since the last run, each once. */
export class TransitionAnnouncer {
  readonly #deps: AnnounceDeps;
  /** A convenience: a target is not looked at again before something can happen to it. */
  readonly #quiet = new Map<
    TargetKey,
    { readonly epoch: number; readonly target: KnownTarget; readonly until: Instant }
  >();

  constructor(deps: AnnounceDeps) {
    this.#deps = deps;
  }

  async run(now: Instant, signal: AbortSignal): Promise<void> {
    const { store, directory, runtime, logger } = this.#deps;
    const watermark = await store.watermark();
    const since = Math.max(watermark ?? now - MINUTE, now - LONGEST_BACK);
    if (since >= now) return;
    const { epoch } = await runtime.runtime(now);
    const states = await store.lastStates();
    const targets = await directory.all();
    for (const [index, target] of targets.entries()) {
      if (signal.aborted) return;
      if (index % REST_EVERY === 0) await new Promise(resolve => setImmediate(resolve));
      const quiet = this.#quiet.get(target.key);
      if (quiet && quiet.epoch === epoch && quiet.target === target && now < quiet.until) continue;
      try {
        const until = await this.#look(target, since, now, states.get(target.key));
        this.#quiet.set(target.key, { epoch, target, until });
      } catch (error) {
        logger.warn(`The openings of ${target.key} were not looked at`, error as Error);
      }
    }
    this.#forgetAllBut(targets);
    await store.setWatermark(now);
  }

  async #look(
    target: KnownTarget,
    since: Instant,
    now: Instant,
    lastSaid: 'opened' | 'closed' | undefined,
  ): Promise<Instant> {
    const { store, loader } = this.#deps;
    const request = {
      target: target.key,
      changeType: 'deploy',
      principal: 'plugin:deploy-windows',
    } as const;
    const { input } = await loader.load(request, now);
    const { transitions, state, quietUntil } = findTransitions(input, since, now);
    if (lastSaid === undefined) {
      // Seen for the first time: the state is noted, so that the next change is one.
      await store.announce(
        { target: target.key, at: now, to: state, cause: 'first seen' },
        undefined,
      );
      return quietUntil;
    }
    let said = lastSaid;
    for (const transition of transitions) {
      await store.announce(transition, messageOf(transition, target));
      if (transition.to !== 'closing') said = transition.to;
    }
    if (said !== state) {
      // The rules changed, so that it is otherwise than they foresaw.
      const changed: Transition = {
        target: target.key,
        at: now,
        to: state,
        cause: 'the rules changed',
      };
      await store.announce(changed, messageOf(changed, target));
    }
    return quietUntil;
  }

  #forgetAllBut(targets: readonly KnownTarget[]): void {
    const known = new Set(targets.map(({ key }) => key));
    for (const key of this.#quiet.keys()) if (!known.has(key)) this.#quiet.delete(key);
  }
}

function messageOf(
  { target, at, to, cause }: Transition,
  { entityRef, environment, stage }: KnownTarget,
): OutboxMessage {
  return {
    dedupeKey: `transition:${target}:${at}:${to}`,
    topic: TOPICS[to],
    payload: { target, entityRef, environment, stage, at: instantText(at), cause },
  };
}
