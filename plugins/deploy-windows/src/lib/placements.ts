import type { DayAnswer } from 'backstage-plugin-deploy-windows-common';

/** Where a stretch of time stands on a bar of equally wide days: both from 0 to 1. */
export interface Placement {
  readonly from: number;
  readonly width: number;
}

/**
 * Places a stretch by instants alone: each day says when it starts and ends, so a day of 23 or 25 hours is as wide as any other
 * and no zone data is needed. Undefined where nothing of it is shown.
 */
export function place(
  days: readonly DayAnswer[],
  start: string,
  end: string,
): Placement | undefined {
  const from = positionOf(days, Date.parse(start));
  const to = positionOf(days, Date.parse(end));
  return to > from ? { from, width: to - from } : undefined;
}

/** Where an instant stands, from 0 to 1; outside the days it is one of the two. */
export function positionOf(days: readonly DayAnswer[], at: number): number {
  const index = days.findIndex(({ end }) => at < Date.parse(end));
  const day = days[index];
  if (day === undefined) return days.length === 0 ? 0 : 1;
  const [start, end] = [Date.parse(day.start), Date.parse(day.end)];
  return (index + Math.max(0, (at - start) / (end - start))) / days.length;
}

export function isWithin(days: readonly DayAnswer[], at: number): boolean {
  const [first, last] = [days[0], days.at(-1)];
  return (
    first !== undefined &&
    last !== undefined &&
    Date.parse(first.start) <= at &&
    at < Date.parse(last.end)
  );
}
