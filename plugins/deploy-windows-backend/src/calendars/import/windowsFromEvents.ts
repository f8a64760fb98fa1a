import type { WindowWish } from 'backstage-plugin-deploy-windows-common';
import {
  DAY,
  HOUR,
  MINUTE,
  localDateText,
  localTimeText,
  wallClockAt,
  type FeedEvent,
  type Instant,
  type WallClock,
  type ZoneTable,
} from 'backstage-plugin-deploy-windows-common/evaluator';

/** When a window is, by the events it was made of. */
export interface EventWindow {
  readonly title: string;
  readonly schedule: WindowWish['schedule'];
  readonly timeZone: string;
  /** After the last of its events, whatever the clocks do then. */
  readonly overAt: Instant;
  readonly events: number;
}

interface Occurrence {
  readonly title: string;
  readonly from: WallClock;
  readonly to: WallClock;
  readonly overAt: Instant;
}

const MOST_DATES = 400;
const LONGEST_SPAN = 13 * DAY;
// More than any change of clocks.
const SOME_TIME = 6 * HOUR;

/** Events of one title and one time of day become one window with its days; one that stands alone, or is long, its own. */
export function windowsFromEvents(
  events: readonly FeedEvent[],
  table: ZoneTable,
): readonly EventWindow[] {
  const groups = new Map<string, Occurrence[]>();
  for (const event of events) {
    const occurrence = occurrenceOf(event, table);
    const day = Math.floor(occurrence.from / DAY);
    const isLong = occurrence.to - occurrence.from > LONGEST_SPAN || !isWholeMinute(occurrence);
    const key = JSON.stringify([
      occurrence.title,
      isLong ? occurrence.from : occurrence.from - day * DAY,
      occurrence.to - occurrence.from,
    ]);
    groups.set(key, [...(groups.get(key) ?? []), occurrence]);
  }
  return [...groups.values()].flatMap(all =>
    parts(all).map(part => (part.length === 1 ? once(part, table.zone) : dates(part, table.zone))),
  );
}

function occurrenceOf(event: FeedEvent, table: ZoneTable): Occurrence {
  // What is on a screen later is read by people: without a title it would have none.
  const title = event.title.length < 3 ? `Event ${event.title}` : event.title;
  if ('from' in event)
    return { title, from: event.from, to: event.to, overAt: event.to + DAY + SOME_TIME };
  const { start, end, holdsUntil = end } = event;
  return {
    title,
    from: wallClockAt(table, start),
    to: endReading(table, start, end),
    overAt: holdsUntil + SOME_TIME,
  };
}

/** What the clock reads at the end; after a change back it may read less than at the start, and then the length counts. */
function endReading(table: ZoneTable, start: Instant, end: Instant): WallClock {
  const [from, to] = [wallClockAt(table, start), wallClockAt(table, end)];
  return to > from ? to : from + (end - start);
}

function isWholeMinute({ from, to }: Occurrence): boolean {
  return from % MINUTE === 0 && to % MINUTE === 0;
}

function parts(occurrences: readonly Occurrence[]): readonly (readonly Occurrence[])[] {
  const found: (readonly Occurrence[])[] = [];
  for (let first = 0; first < occurrences.length; first += MOST_DATES)
    found.push(occurrences.slice(first, first + MOST_DATES));
  return found;
}

function once(part: readonly Occurrence[], timeZone: string): EventWindow {
  const { title, from, to, overAt } = part[0] as Occurrence;
  return {
    title,
    schedule: { type: 'once', start: wallText(from), end: wallText(to) },
    timeZone,
    overAt,
    events: 1,
  };
}

function dates(part: readonly Occurrence[], timeZone: string): EventWindow {
  const { title, from, to } = part[0] as Occurrence;
  const day = Math.floor(from / DAY);
  const minutes = (to - day * DAY) / MINUTE;
  // The midnight that ends a day is written as such: 24:00 of the day before.
  const offset = Math.ceil(minutes / (24 * 60)) - 1;
  return {
    title,
    schedule: {
      type: 'dates',
      dates: [...new Set(part.map(one => localDateText(Math.floor(one.from / DAY))))],
      from: localTimeText((from - day * DAY) / MINUTE),
      to: localTimeText(minutes - offset * 24 * 60),
      ...(offset > 0 && { toDayOffset: offset }),
    },
    timeZone,
    overAt: Math.max(...part.map(one => one.overAt)),
    events: part.length,
  };
}

function wallText(clock: WallClock): string {
  const text = new Date(clock).toISOString();
  return text.endsWith(':00.000Z') ? text.slice(0, 16) : text.slice(0, 19);
}
