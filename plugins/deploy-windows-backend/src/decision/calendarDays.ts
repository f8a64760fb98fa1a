import { instantText, type DayAnswer } from 'backstage-plugin-deploy-windows-common';
import {
  clockReaches,
  DAY,
  localDateAt,
  localDateText,
  type Instant,
  type ZoneTable,
} from 'backstage-plugin-deploy-windows-common/evaluator';
import type { Display } from '../display/Display';

/** Days of a zone from the one that holds `start`, as many as reach `end`. Some are 23 or 25 hours long. */
export function calendarDays(
  table: ZoneTable,
  start: Instant,
  end: Instant,
  display: Display,
): readonly DayAnswer[] {
  const days: DayAnswer[] = [];
  for (let date = localDateAt(table, start); ; date += 1) {
    const [from, to] = [clockReaches(table, date * DAY), clockReaches(table, (date + 1) * DAY)];
    if (from >= end) return days;
    if (to <= from) continue;
    const change = table.changes.find(at => at >= from && at < to);
    days.push({
      date: localDateText(date),
      label: display.day(from),
      start: instantText(from),
      end: instantText(to),
      ...(change !== undefined && {
        clockChange: `The clocks change: at ${display.time(change)} it is ${hours(to - from)} long`,
      }),
    });
  }
}

/** The first instant of the day that holds an instant. */
export function dayStart(table: ZoneTable, at: Instant): Instant {
  return clockReaches(table, localDateAt(table, at) * DAY);
}

function hours(length: number): string {
  return `${Math.round((length / DAY) * 240) / 10} hours`;
}
