import { merge, type Instant, type TimeRange } from '../time';

/** The last good copy of an imported calendar, as exact ranges. Plain JSON. */
export interface FeedTable {
  readonly events: readonly {
    readonly title: string;
    readonly start: Instant;
    readonly end: Instant;
  }[];
  /** After this instant the copy is too old to let anything through; its freezes still hold. */
  readonly trustedUntil?: Instant;
}

export type FeedTables = Readonly<Record<string, FeedTable>>;

/** The ranges of a feed, of those events whose title has the words. */
export function feedRanges(
  feed: FeedTable,
  match: string | undefined,
  holds: boolean,
): readonly TimeRange[] {
  const wanted = match?.toLowerCase() ?? '';
  const latest = holds ? Infinity : (feed.trustedUntil ?? Infinity);
  const ranges = feed.events
    .filter(({ title }) => title.toLowerCase().includes(wanted))
    .map(({ start, end }) => ({ start, end: Math.min(end, latest) }));
  return merge(ranges);
}
