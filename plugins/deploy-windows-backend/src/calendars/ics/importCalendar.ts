import {
  DAY,
  buildZoneTable,
  type FeedEvent,
  type Instant,
  type TimeRange,
  type ZoneTable,
} from 'backstage-plugin-deploy-windows-common/evaluator';
import { setImmediate as rest } from 'node:timers/promises';
import { bad } from './contentLines';
import { expandEvents } from './expandEvents';
import { readCalendar } from './readCalendar';

export interface ImportOptions {
  readonly range: TimeRange;
  /** Of days and of times without a zone. */
  readonly timeZone?: string;
  readonly now: () => Instant;
}

/** Milliseconds of work, rests not counted. */
const LONGEST_WORK = 2_000;
const WORK_BETWEEN_RESTS = 20;

/**
 * A calendar as the ranges of its events. It is read in slices with rests in between, so that no request waits for a large
 * calendar, and given up after two seconds of work.
 *
 * @throws InputError with code BAD_CALENDAR
 */
export async function importCalendar(
  text: string,
  { range, timeZone, now }: ImportOptions,
): Promise<readonly FeedEvent[]> {
  const tableOf = zoneTables({ start: range.start - 40 * DAY, end: range.end + 40 * DAY });
  let work = 0;
  let slice = now();
  const pause = async () => {
    const spent = now() - slice;
    if (spent < WORK_BETWEEN_RESTS) return;
    work += spent;
    if (work > LONGEST_WORK) throw bad('it takes more than two seconds to work out');
    await rest();
    slice = now();
  };

  const events = readCalendar(text);
  const steps = expandEvents(events, {
    range,
    tableOf,
    ...(timeZone !== undefined && { timeZone }),
  });
  for (;;) {
    await pause();
    const step = steps.next();
    if (step.done) return step.value;
  }
}

function zoneTables(range: TimeRange): (zone: string) => ZoneTable | undefined {
  const tables = new Map<string, ZoneTable | undefined>();
  return zone => {
    if (!tables.has(zone)) tables.set(zone, buildZoneTable(zone, range));
    return tables.get(zone);
  };
}
