import {
  firstEndingAfter,
  localDateAt,
  subtract,
  type Instant,
  type LocalDate,
  type TimeRange,
  type ZoneTable,
} from '../time';
import { daysBack, occurrenceOn, type ClockSpan } from './clockSpan';
import { nextOpeningDay, type OpeningDays } from './openingDays';

/** Where ranges of time come from. The starts of one source never go back. */
export type Source =
  | {
      readonly type: 'recurring';
      readonly days: OpeningDays;
      readonly span: ClockSpan;
      readonly table: ZoneTable;
      /** Nothing is known after this day. */
      readonly last: LocalDate;
    }
  /** Sorted, without overlaps. */
  | { readonly type: 'ranges'; readonly ranges: readonly TimeRange[] }
  | { readonly type: 'always' }
  | { readonly type: 'cut'; readonly source: Source; readonly cuts: readonly TimeRange[] };

export const ALWAYS: TimeRange = { start: -Infinity, end: Infinity };

/** The first range that ends after an instant: the one that holds it, or else the next. */
export function rangeAfter(source: Source, at: Instant): TimeRange | undefined {
  switch (source.type) {
    case 'recurring':
      return recurringAfter(source, at);
    case 'ranges':
      return firstEndingAfter(source.ranges, at);
    case 'always':
      return ALWAYS;
    case 'cut':
      return cutAfter(source.source, source.cuts, at);
    default:
      throw new Error(source satisfies never);
  }
}

function recurringAfter(
  { days, span, table, last }: Extract<Source, { type: 'recurring' }>,
  at: Instant,
): TimeRange | undefined {
  // Start early: an occurrence that opened last night may still be open.
  let day = nextOpeningDay(days, localDateAt(table, at) - daysBack(span), last);
  while (day !== undefined) {
    const range = occurrenceOn(span, day, table);
    if (range.end > at && range.end > range.start) return range;
    day = nextOpeningDay(days, day + 1, last);
  }
  return undefined;
}

function cutAfter(source: Source, cuts: readonly TimeRange[], at: Instant): TimeRange | undefined {
  let range = rangeAfter(source, at);
  while (range !== undefined) {
    const left = firstEndingAfter(subtract([range], cuts), at);
    if (left !== undefined) return left;
    if (range.end === Infinity) return undefined;
    range = rangeAfter(source, range.end);
  }
  return undefined;
}

/** Whether any of the sources holds the instant. */
export function isActive(sources: readonly Source[], at: Instant): boolean {
  return sources.some(source => (rangeAfter(source, at)?.start ?? Infinity) <= at);
}
