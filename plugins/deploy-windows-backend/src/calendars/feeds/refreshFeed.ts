import type { LoggerService } from '@backstage/backend-plugin-api';
import type { Instant } from 'backstage-plugin-deploy-windows-common/evaluator';
import type { FeedConfig } from '../../config';
import { tableRange } from '../../runtime/tableRange';
import { importCalendar } from '../ics/importCalendar';
import type { FeedSource } from './FeedSource';
import type { FeedCopy, FeedState, FeedStore } from './FeedStore';
import { trustOf } from './trust';

export interface RefreshFeedDeps {
  readonly source: FeedSource;
  readonly store: FeedStore;
  readonly digest: (text: string) => string;
  readonly logger: LoggerService;
  /** Milliseconds. */
  readonly horizon: number;
  /** How long the work takes is measured with it. */
  readonly clock: () => Instant;
}

/** Reads a calendar anew. Whatever goes wrong, the last good copy stays. */
export async function refreshFeed(
  feed: FeedConfig,
  before: FeedState | undefined,
  now: Instant,
  deps: RefreshFeedDeps,
  signal?: AbortSignal,
): Promise<void> {
  const { store, source, digest, logger } = deps;
  // A new address is a new calendar: its first answer counts, not what the old one had. Its zone is part of how it is read.
  const addressHash = digest(`${feed.url} ${feed.timeZone ?? ''}`);
  const isSameAddress = before?.addressHash === addressHash;
  const fail = async (error: string) => {
    await store.failed(feed.id, { addressHash, at: now, error });
    logger.warn(`The calendar ${feed.id} was not read: ${error}`);
  };

  const kept = await store.copy(feed.id);
  const download = await source.read(
    feed,
    isSameAddress && kept !== undefined ? before.etag : undefined,
    signal,
  );
  if (download.outcome === 'failed') return fail(download.reason);
  const content = download.outcome === 'same' ? kept?.content : download.text;
  if (content === undefined)
    return fail('its server says that nothing changed, but there is no copy');
  const etag = download.outcome === 'same' ? before?.etag : download.etag;
  try {
    const copy = await copyOf(content, feed, now, deps);
    const isSame = isSameAddress && kept?.hash === copy.hash && kept.eventsHash === copy.eventsHash;
    await store.succeeded(feed.id, {
      addressHash,
      ...(etag !== undefined && { etag }),
      at: now,
      trust: trustOf(now, feed.maxAge, isSame ? before.trust : undefined),
      ...(!isSame && { copy }),
    });
  } catch (error) {
    if ((error as Error).name !== 'InputError') throw error;
    await fail((error as Error).message);
  }
  return undefined;
}

/** Worked out each time, also from a copy: the horizon moves, and so may zone data. */
async function copyOf(
  content: string,
  { timeZone }: FeedConfig,
  now: Instant,
  { digest, horizon, clock }: RefreshFeedDeps,
): Promise<FeedCopy> {
  const range = tableRange(now, horizon);
  const events = await importCalendar(content, {
    range,
    now: clock,
    ...(timeZone !== undefined && { timeZone }),
  });
  return { content, hash: digest(content), events, eventsHash: digest(JSON.stringify(events)) };
}
