import { instantText, type FeedAnswer } from 'backstage-plugin-deploy-windows-common';
import type { DeployWindow, Instant } from 'backstage-plugin-deploy-windows-common/evaluator';
import { notFound } from '../../api/coded';
import type { CallOptions } from '../../api/route';
import type { FeedConfig } from '../../config';
import { ageText } from '../../display/ageText';
import type { FeedService } from './FeedService';
import type { FeedState, FeedStore } from './FeedStore';
import { STALE_AFTER } from './trust';

export interface DefaultFeedServiceOptions {
  readonly feeds: readonly FeedConfig[];
  readonly store: FeedStore;
  readonly refresh: (feed: FeedConfig, now: Instant) => Promise<void>;
  /** Windows that use a calendar and that the caller may see. */
  readonly windows: (
    options: CallOptions,
  ) => Promise<readonly Pick<DeployWindow, 'key' | 'title' | 'schedule'>[]>;
}

// Between two readings that people ask for.
const PAUSE = 60_000;

export class DefaultFeedService implements FeedService {
  readonly #options: DefaultFeedServiceOptions;

  constructor(options: DefaultFeedServiceOptions) {
    this.#options = options;
  }

  async list(options: CallOptions): Promise<readonly FeedAnswer[]> {
    const { feeds, store, windows } = this.#options;
    const [states, all] = [await store.states(), await windows(options)];
    return feeds.map(feed =>
      answerOf(
        feed,
        states.find(({ id }) => id === feed.id),
        all,
        options.now,
      ),
    );
  }

  async refresh(id: string, options: CallOptions): Promise<FeedAnswer> {
    const { feeds, store, refresh } = this.#options;
    const feed = feeds.find(one => one.id === id);
    if (feed === undefined)
      throw notFound('UNKNOWN_FEED', `No calendar ${id} is configured under deployWindows.feeds`);
    const state = (await store.states()).find(one => one.id === id);
    if (state?.triedAt === undefined || options.now - state.triedAt >= PAUSE)
      await refresh(feed, options.now);
    return (await this.list(options)).find(one => one.id === id) as FeedAnswer;
  }
}

function answerOf(
  feed: FeedConfig,
  state: FeedState | undefined,
  windows: readonly Pick<DeployWindow, 'key' | 'title' | 'schedule'>[],
  now: Instant,
): FeedAnswer {
  const usedBy = windows.filter(
    ({ schedule }) => schedule?.type === 'feed' && schedule.feed === feed.id,
  );
  return {
    id: feed.id,
    ...(feed.title !== undefined && { title: feed.title }),
    state: stateWord(state, now),
    ...(state?.lastOkAt !== undefined && {
      lastOkAt: instantText(state.lastOkAt),
      age: ageText(now - state.lastOkAt),
    }),
    events: state?.events ?? 0,
    ...(state?.error !== undefined && { error: state.error }),
    usedBy: usedBy.map(({ key, title }) => ({ window: key, title })),
  };
}

/** `failed`: the last try went wrong, and the copy is still young. `stale`: the copy is old, whatever the tries say. */
function stateWord(state: FeedState | undefined, now: Instant): FeedAnswer['state'] {
  if (state?.lastOkAt === undefined) return 'never';
  if (now - state.lastOkAt > STALE_AFTER) return 'stale';
  return state.error === undefined ? 'fresh' : 'failed';
}
