import {
  DAY,
  HOUR,
  buildZoneTable,
  localDateText,
  wallClockAt,
  type FeedEvent,
} from 'backstage-plugin-deploy-windows-common/evaluator';
import type { HolidayDay } from './HolidayStore';

/** Days whose noon lies in an event that has the words. Whole days need no zone; of a time the zone says which day it is. */
export function feedDays(
  events: readonly FeedEvent[],
  { match, timeZone = 'UTC' }: { readonly match?: string; readonly timeZone?: string },
): readonly HolidayDay[] {
  const wanted = match?.toLowerCase() ?? '';
  const days = new Map<string, HolidayDay>();
  for (const event of events) {
    if (!event.title.toLowerCase().includes(wanted)) continue;
    const [from, to] = 'from' in event ? [event.from, event.to] : wallClocks(event, timeZone);
    for (let day = Math.floor(from / DAY); day * DAY + 12 * HOUR < to; day += 1) {
      const date = localDateText(day);
      if (day * DAY + 12 * HOUR >= from) days.set(date, { date, title: event.title });
    }
  }
  return [...days.values()].sort((a, b) => (a.date < b.date ? -1 : 1));
}

function wallClocks(
  { start, end }: { readonly start: number; readonly end: number },
  zone: string,
): readonly [number, number] {
  const table = buildZoneTable(zone, { start: start - DAY, end: end + DAY });
  return table ? [wallClockAt(table, start), wallClockAt(table, end)] : [start, end];
}
