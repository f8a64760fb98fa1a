import { covers, zoneFormProblem, type TimeRange, type ZoneTable, type ZoneTables } from '../time';
import type { FeedTables } from './feeds';
import type { HolidayTables } from './holidays';
import { resolved, unresolved, type Resolved } from './problem';

/** What schedules are resolved against. Plain JSON, handed in, and kept with a decision. */
export interface Tables {
  /** The stretch of time that can be asked about. */
  readonly range: TimeRange;
  readonly zones: ZoneTables;
  readonly holidays: HolidayTables;
  readonly feeds: FeedTables;
}

/** The table of a zone, if there is one; what is written may be of any shape. */
export function tableOf({ zones }: Tables, timeZone: string | undefined): ZoneTable | undefined {
  return typeof timeZone === 'string' && Object.hasOwn(zones, timeZone)
    ? zones[timeZone]
    : undefined;
}

export function zoneOf(tables: Tables, timeZone: string | undefined): Resolved<ZoneTable> {
  if (timeZone === undefined) return unresolved('ZONE_MISSING', 'no time zone; nothing is assumed');
  const form = typeof timeZone === 'string' ? zoneFormProblem(timeZone) : 'UNKNOWN_ZONE';
  if (form !== undefined) {
    return unresolved(form, `"${timeZone}" is not an IANA zone; write one such as America/Chicago`);
  }
  const table = tableOf(tables, timeZone);
  if (table === undefined) {
    return unresolved('UNKNOWN_ZONE', `"${timeZone}" is no zone that is known here`);
  }
  if (!covers(table, tables.range)) {
    return unresolved(
      'ZONE_DATA_MISSING',
      `the zone data of ${timeZone} does not reach far enough`,
    );
  }
  return resolved(table);
}
