import type { Instant } from './instant';

/** Half-open: `start` belongs to it, `end` does not. */
export interface TimeRange {
  readonly start: Instant;
  readonly end: Instant;
}

export function contains(range: TimeRange, at: Instant): boolean {
  return range.start <= at && at < range.end;
}

export function isEmpty(range: TimeRange): boolean {
  return range.end <= range.start;
}

/** Sorted, without empty ones; overlapping and touching ranges become one. */
export function merge(ranges: readonly TimeRange[]): readonly TimeRange[] {
  const sorted = ranges.filter(range => !isEmpty(range)).sort((a, b) => a.start - b.start);
  const merged: TimeRange[] = [];
  for (const range of sorted) {
    const last = merged.at(-1);
    if (last === undefined || range.start > last.end) merged.push(range);
    else if (range.end > last.end) merged[merged.length - 1] = { ...last, end: range.end };
  }
  return merged;
}

/** What lies in both. */
export function intersect(
  some: readonly TimeRange[],
  others: readonly TimeRange[],
): readonly TimeRange[] {
  const result: TimeRange[] = [];
  for (const one of some) {
    for (const other of others) {
      result.push({
        start: Math.max(one.start, other.start),
        end: Math.min(one.end, other.end),
      });
    }
  }
  return merge(result);
}

/** What is left of the ranges outside the cuts. */
export function subtract(
  ranges: readonly TimeRange[],
  cuts: readonly TimeRange[],
): readonly TimeRange[] {
  let left = merge(ranges);
  for (const cut of cuts) {
    if (isEmpty(cut)) continue;
    left = left
      .flatMap(range => [
        { start: range.start, end: Math.min(range.end, cut.start) },
        { start: Math.max(range.start, cut.end), end: range.end },
      ])
      .filter(range => !isEmpty(range));
  }
  return left;
}

/** The first range that ends after the instant. The ranges are sorted and do not overlap. */
export function firstEndingAfter(ranges: readonly TimeRange[], at: Instant): TimeRange | undefined {
  for (const range of ranges) if (range.end > at) return range;
  return undefined;
}
