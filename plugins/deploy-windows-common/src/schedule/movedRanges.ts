import { parseLocalDate, type TimeRange, type ZoneTable } from '../time';
import { clockSpan, occurrenceOn } from './clockSpan';
import { wouldOpenOn, type OpeningDays } from './openingDays';
import { resolved, unresolved, type Resolved } from './problem';
import { notADate, type ClockSchedule } from './readDateRule';
import type { DeployWindow } from './window';

const MOST_MOVED = 400;

/** Openings that are on another day. An entry for a day that does not open moves nothing. */
export function movedRanges(
  { kind }: DeployWindow,
  schedule: ClockSchedule,
  days: OpeningDays,
  table: ZoneTable,
): Resolved<readonly TimeRange[]> {
  const result: TimeRange[] = [];
  const entries = schedule.moved ?? [];
  if (entries.length > MOST_MOVED)
    return unresolved('TOO_MANY', `more than ${MOST_MOVED} moved days`);
  for (const entry of entries) {
    const [date, toDate] = [parseLocalDate(entry.date), parseLocalDate(entry.toDate)];
    if (date === undefined) return notADate(entry.date);
    if (toDate === undefined) return notADate(entry.toDate);
    const span = clockSpan(movedClock(schedule, entry), kind);
    if (!span.ok) return span;
    if (wouldOpenOn(days, date)) result.push(occurrenceOn(span.value, toDate, table));
  }
  return resolved(result);
}

type MovedEntry = NonNullable<ClockSchedule['moved']>[number];

/** Another `to` replaces whatever ended the opening, its day offset with it. */
function movedClock(schedule: ClockSchedule, { from, to }: MovedEntry) {
  const { elapsed, toDayOffset } = schedule;
  const clock = { from: from ?? schedule.from };
  if (to !== undefined) return { ...clock, to };
  if (elapsed !== undefined) return { ...clock, elapsed };
  return {
    ...clock,
    ...(schedule.to !== undefined && { to: schedule.to }),
    ...(toDayOffset !== undefined && { toDayOffset }),
  };
}
