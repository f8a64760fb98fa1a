import { DAY, type Instant } from './instant';
import type { LocalDate } from './localDate';
import type { WallClock } from './localTime';
import type { TimeRange } from './timeRange';
import type { ZoneTable } from './zoneTable';

export function offsetAt(table: ZoneTable, at: Instant): number {
  const { changes, offsets } = table;
  let index = changes.length;
  while (index > 0 && at < (changes[index - 1] as number)) index -= 1;
  return offsets[index] as number;
}

/** What the clocks of the zone read at an instant. */
export function wallClockAt(table: ZoneTable, at: Instant): WallClock {
  return at + offsetAt(table, at);
}

/** The calendar day on which an instant falls in the zone. */
export function localDateAt(table: ZoneTable, at: Instant): LocalDate {
  return Math.floor(wallClockAt(table, at) / DAY);
}

/** Whether the table may be asked about the whole range. */
export function covers(table: ZoneTable, range: TimeRange): boolean {
  return table.range.start <= range.start && range.end <= table.range.end;
}

/** The change of the clocks nearest to the range, if one is less than a day away. */
export function clockChangeNear(table: ZoneTable, range: TimeRange): Instant | undefined {
  return table.changes.find(change => range.start - DAY < change && change < range.end + DAY);
}
