import type { DayAnswer, Instant, SegmentAnswer } from 'backstage-plugin-deploy-windows-common';

/** The part of a segment that lies in one day, as shares of that day: a day of 23 or 25 hours is as wide as any other. */
export interface Piece {
  readonly segment: SegmentAnswer;
  /** Where it begins and how wide it is, in percent of its day. */
  readonly left: number;
  readonly width: number;
}

/** For each day its pieces, in order. Instants alone decide: no zone data of the browser is asked. */
export function piecesOf(
  days: readonly DayAnswer[],
  segments: readonly SegmentAnswer[],
): readonly (readonly Piece[])[] {
  const placed = segments.map(segment => ({
    segment,
    start: Date.parse(segment.start),
    end: Date.parse(segment.end),
  }));
  return days.map(day => {
    const [dayStart, dayEnd] = [Date.parse(day.start), Date.parse(day.end)];
    const share = (length: number) => (length / (dayEnd - dayStart)) * 100;
    return placed
      .filter(({ start, end }) => start < dayEnd && end > dayStart)
      .map(({ segment, start, end }) => {
        const from = Math.max(start, dayStart);
        return {
          segment,
          left: share(from - dayStart),
          width: share(Math.min(end, dayEnd) - from),
        };
      });
  });
}

/** Where an instant lies in a day, in percent; nothing in another day. */
export function placeIn({ start, end }: DayAnswer, at: Instant): number | undefined {
  const [from, to] = [Date.parse(start), Date.parse(end)];
  if (at < from || at >= to) return undefined;
  return ((at - from) / (to - from)) * 100;
}

/** Of a row of pieces the one at a place, else the last before it. */
export function pieceAt(pieces: readonly Piece[], place: number): number {
  const index = pieces.findIndex(({ left, width }) => place < left + width);
  return index < 0 ? Math.max(0, pieces.length - 1) : index;
}
