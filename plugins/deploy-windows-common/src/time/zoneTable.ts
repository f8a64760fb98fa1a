// The one file that asks the runtime for zone data. Everything else is handed a table.
import { DAY, SECOND, type Instant } from './instant';
import type { TimeRange } from './timeRange';
import { zoneFormProblem, type ZoneProblem } from './timeZone';

/** How far the clocks of a zone are ahead of UTC, over a stretch of time. Plain JSON, so that a decision can keep it. */
export interface ZoneTable {
  readonly zone: string;
  /** What the zone data calls it; differs from `zone` for an alias. */
  readonly canonical: string;
  /** What the table knows; nothing may be asked outside. */
  readonly range: TimeRange;
  /** Instants at which the clocks change, ascending. */
  readonly changes: readonly Instant[];
  /** In milliseconds; the first holds before the first change, so there is one more than changes. */
  readonly offsets: readonly number[];
}

/** By zone, as it was written. */
export type ZoneTables = Readonly<Record<string, ZoneTable>>;

/** Why a text is no zone here; undefined when it is one. */
export function zoneProblem(zone: string): ZoneProblem | undefined {
  return zoneFormProblem(zone) ?? (formatterOf(zone) ? undefined : 'UNKNOWN_ZONE');
}

/** Undefined when the text names no zone that this runtime knows. */
export function buildZoneTable(zone: string, range: TimeRange): ZoneTable | undefined {
  const formatter = zoneFormProblem(zone) === undefined ? formatterOf(zone) : undefined;
  if (!formatter) return undefined;

  const changes: Instant[] = [];
  let at = wholeSeconds(range.start);
  let offset = offsetBy(formatter, at);
  const offsets = [offset];
  while (at < range.end) {
    const next = at + DAY;
    const later = offsetBy(formatter, next);
    if (later === offset) {
      at = next;
      continue;
    }
    at = firstDifferent(formatter, at, next, offset);
    offset = offsetBy(formatter, at);
    changes.push(at);
    offsets.push(offset);
  }
  const canonical = formatter.resolvedOptions().timeZone;
  return { zone, canonical, range, changes, offsets };
}

/** Tables of all zones that are known; what is missing in the answer is not a zone. */
export function buildZoneTables(zones: Iterable<string>, range: TimeRange): ZoneTables {
  const tables: Record<string, ZoneTable> = {};
  for (const zone of zones) {
    const table = buildZoneTable(zone, range);
    if (table) tables[zone] = table;
  }
  return tables;
}

function firstDifferent(
  formatter: Intl.DateTimeFormat,
  same: Instant,
  different: Instant,
  offset: number,
): Instant {
  let [low, high] = [same, different];
  while (high - low > SECOND) {
    const middle = wholeSeconds((low + high) / 2);
    if (offsetBy(formatter, middle) === offset) low = middle;
    else high = middle;
  }
  return high;
}

function offsetBy(formatter: Intl.DateTimeFormat, at: Instant): number {
  const parts: Record<string, number> = {};
  for (const { type, value } of formatter.formatToParts(at)) parts[type] = Number(value);
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts;
  return Date.UTC(year, month - 1, day, hour, minute, second) - wholeSeconds(at);
}

function wholeSeconds(at: Instant): Instant {
  return Math.floor(at / SECOND) * SECOND;
}

function formatterOf(timeZone: string): Intl.DateTimeFormat | undefined {
  try {
    return new Intl.DateTimeFormat('en-US', {
      timeZone,
      calendar: 'gregory',
      numberingSystem: 'latn',
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
  } catch {
    return undefined;
  }
}
