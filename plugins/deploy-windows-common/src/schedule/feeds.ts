import {
  clockHasPassed,
  clockReaches,
  merge,
  type Instant,
  type TimeRange,
  type WallClock,
  type ZoneTable,
} from '../time';
import { resolved, unresolved, type Resolved } from './problem';

/** An occurrence of an imported calendar. */
export type FeedEvent = ExactFeedEvent | FloatingFeedEvent;

export interface ExactFeedEvent {
  readonly title: string;
  readonly start: Instant;
  readonly end: Instant;
  /** Where the clocks repeat the end: until when a freeze holds. */
  readonly holdsUntil?: Instant;
}

/** A whole day, or a time without a zone: it is in the zone of the window that refers to it. */
export interface FloatingFeedEvent {
  readonly title: string;
  readonly from: WallClock;
  readonly to: WallClock;
}

/** The last good copy of an imported calendar. Plain JSON. */
export interface FeedTable {
  readonly events: readonly FeedEvent[];
  /** After this instant the copy is too old to let anything through; its freezes still hold. */
  readonly trustedUntil?: Instant;
}

export type FeedTables = Readonly<Record<string, FeedTable>>;

/**
 * The ranges of a feed, of those events whose title has the words.
 *
 * @param zone of the window; asked only where an event has none
 */
export function feedRanges(
  feed: FeedTable,
  match: string | undefined,
  holds: boolean,
  zone: () => Resolved<ZoneTable>,
): Resolved<readonly TimeRange[]> {
  const wanted = match?.toLowerCase() ?? '';
  const latest = holds ? Infinity : (feed.trustedUntil ?? Infinity);
  const ranges: TimeRange[] = [];
  for (const event of feed.events) {
    if (!event.title.toLowerCase().includes(wanted)) continue;
    const range =
      'start' in event ? resolved(exactRange(event, holds)) : floating(event, holds, zone());
    if (!range.ok) return range;
    ranges.push({ start: range.value.start, end: Math.min(range.value.end, latest) });
  }
  // A copy that cannot be read is not an empty one.
  if (ranges.some(({ start, end }) => !Number.isFinite(start) || Number.isNaN(end))) {
    return unresolved('UNREADABLE', 'the copy of the calendar cannot be read');
  }
  return resolved(merge(ranges));
}

function exactRange({ start, end, holdsUntil }: ExactFeedEvent, holds: boolean): TimeRange {
  return { start, end: holds ? (holdsUntil ?? end) : end };
}

function floating(
  { from, to }: FloatingFeedEvent,
  holds: boolean,
  zone: Resolved<ZoneTable>,
): Resolved<TimeRange> {
  if (!zone.ok) return zone;
  const start = clockReaches(zone.value, from);
  const end = (holds ? clockHasPassed : clockReaches)(zone.value, to);
  return resolved({ start, end: Math.max(start, end) });
}
