import {
  DAY,
  clockHasPassed,
  clockReaches,
  localDateText,
  rruleDates,
  wallClockAt,
  type FeedEvent,
  type LocalDate,
  type TimeRange,
  type WallClock,
  type ZoneTable,
} from 'backstage-plugin-deploy-windows-common/evaluator';
import type { CalendarEvent, CalendarTime } from './CalendarEvent';
import { bad } from './contentLines';
import { shown } from './readTime';

export interface ExpandOptions {
  /** Occurrences that touch it are wanted. */
  readonly range: TimeRange;
  readonly tableOf: (zone: string) => ZoneTable | undefined;
  /** Of days and of times without a zone; left out, they stay without. */
  readonly timeZone?: string;
}

const MOST_OCCURRENCES = 2_000;

/**
 * The occurrences of the events, one step for each series, so that a caller can rest and look at the clock in between.
 * Days come from the rule, instants from the rule of the evaluator: a start that the clocks skip is at the change, an
 * end that they repeat has two readings.
 *
 * @throws InputError with code BAD_CALENDAR
 */
export function* expandEvents(
  events: readonly CalendarEvent[],
  options: ExpandOptions,
): Generator<undefined, readonly FeedEvent[]> {
  const found: FeedEvent[] = [];
  for (const series of seriesOf(events)) {
    found.push(...expandSeries(series, options));
    if (found.length > MOST_OCCURRENCES)
      throw bad('it has more than 2,000 occurrences in the time that is looked at');
    yield undefined;
  }
  return found.sort((a, b) => beginOf(a) - beginOf(b) || (a.title < b.title ? -1 : 1));
}

interface Series {
  readonly master: CalendarEvent | undefined;
  readonly replacing: readonly CalendarEvent[];
}

function seriesOf(events: readonly CalendarEvent[]): readonly Series[] {
  const byUid = new Map<string, CalendarEvent[]>();
  for (const event of events) byUid.set(event.uid, [...(byUid.get(event.uid) ?? []), event]);
  return [...byUid.values()].map(all => ({
    master: newest(all.filter(({ replaces }) => replaces === undefined)),
    replacing: newestOfEach(all),
  }));
}

function newest(versions: readonly CalendarEvent[]): CalendarEvent | undefined {
  let best = versions[0];
  for (const one of versions) if (best && one.sequence >= best.sequence) best = one;
  return best;
}

function newestOfEach(events: readonly CalendarEvent[]): readonly CalendarEvent[] {
  const byOccurrence = new Map<string, CalendarEvent[]>();
  for (const event of events) {
    if (event.replaces === undefined) continue;
    const key = JSON.stringify(event.replaces);
    byOccurrence.set(key, [...(byOccurrence.get(key) ?? []), event]);
  }
  return [...byOccurrence.values()].flatMap(versions => newest(versions) ?? []);
}

function expandSeries({ master, replacing }: Series, options: ExpandOptions): readonly FeedEvent[] {
  if (master?.isCancelled) return [];
  const gone = new Set<string>();
  for (const time of master?.except ?? [])
    for (const name of namesOfException(time, options)) gone.add(name);
  for (const { replaces } of replacing)
    if (replaces) for (const name of namesOfException(replaces, options)) gone.add(name);
  const starts = master ? startsOf(master, options) : [];
  const left = starts.filter(
    start => !namesOfOccurrence(start, options).some(name => gone.has(name)),
  );
  return [
    ...left.map(start => occurrence({ ...(master as CalendarEvent), start }, options)),
    ...replacing.filter(({ isCancelled }) => !isCancelled).map(event => occurrence(event, options)),
  ].filter(event => event !== undefined);
}

/** DTSTART counts, whether the rule finds it or not; then the rule; then RDATE. */
function startsOf(master: CalendarEvent, options: ExpandOptions): readonly CalendarTime[] {
  const { start } = master;
  const starts = [start, ...master.also];
  if (master.rule !== undefined) {
    const timeOfDay = start.type === 'day' ? 0 : start.clock - dayOf(start) * DAY;
    for (const date of ruleDays(master, timeOfDay, options)) {
      starts.push(
        start.type === 'day' ? { ...start, date } : { ...start, clock: date * DAY + timeOfDay },
      );
    }
  }
  return [...new Map(starts.map(time => [JSON.stringify(time), time])).values()];
}

function ruleDays(
  master: CalendarEvent,
  timeOfDay: number,
  { range, tableOf }: ExpandOptions,
): readonly LocalDate[] {
  const { rule, start, length, title } = master;
  if (rule === undefined) return [];
  const longest = 'nominal' in length ? length.nominal : length.exact;
  const first = Math.floor((range.start - longest) / DAY) - 2;
  const last = Math.ceil(range.end / DAY) + 2;
  const until = rule.until && lastDay(rule.until, start, timeOfDay, tableOf);
  if (until !== undefined && until < first) return [];
  const text =
    until === undefined
      ? rule.text
      : `${rule.text};UNTIL=${localDateText(until).replaceAll('-', '')}T000000Z`;
  const days = rruleDates(text, dayOf(start), first, last);
  if (!days.ok) throw bad(`the event “${shown(title)}”: ${days.problem.message}`);
  return days.value;
}

/** UNTIL as the last day on which an occurrence may begin. */
function lastDay(
  until: CalendarTime,
  start: CalendarTime,
  timeOfDay: number,
  tableOf: ExpandOptions['tableOf'],
): LocalDate {
  if (until.type === 'day') return until.date;
  const table = start.type === 'zoned' ? tableOf(start.zone) : undefined;
  const clock = until.type === 'zoned' && table ? wallClockAt(table, until.clock) : until.clock;
  const day = Math.floor(clock / DAY);
  return clock - day * DAY < timeOfDay ? day - 1 : day;
}

function occurrence(
  { title, start, length }: CalendarEvent,
  options: ExpandOptions,
): FeedEvent | undefined {
  const { range, tableOf, timeZone } = options;
  const from: WallClock = start.type === 'day' ? start.date * DAY : start.clock;
  const to = from + ('nominal' in length ? length.nominal : length.exact);
  const zone = start.type === 'zoned' ? start.zone : timeZone;
  if (zone === undefined) {
    // Zones are up to a day apart.
    return to > from && to > range.start - DAY && from < range.end + DAY
      ? { title, from, to }
      : undefined;
  }
  const table = tableOf(zone);
  if (table === undefined) throw bad(`“${shown(zone)}” is no time zone that is known here`);
  const begin = clockReaches(table, from);
  const isExact = 'exact' in length;
  const end = isExact ? begin + length.exact : Math.max(begin, clockReaches(table, to));
  const holdsUntil = isExact ? end : Math.max(begin, clockHasPassed(table, to));
  if (holdsUntil <= begin || holdsUntil <= range.start || begin >= range.end) return undefined;
  return { title, start: begin, end, ...(holdsUntil !== end && { holdsUntil }) };
}

/** All that an exception may call an occurrence by. Programs differ: the same day, the same clock, the same instant. */
function namesOfOccurrence(time: CalendarTime, { tableOf }: ExpandOptions): readonly string[] {
  const day = dayOf(time);
  if (time.type === 'day') return [`day ${day}`, `midnight ${day}`];
  const names = [`day ${day}`, `clock ${time.clock}`];
  const table = time.type === 'zoned' ? tableOf(time.zone) : undefined;
  if (time.type !== 'zoned' || table === undefined) return names;
  return [...names, `at ${clockReaches(table, time.clock)}`, `${time.zone} ${time.clock}`];
}

function namesOfException(time: CalendarTime, { tableOf }: ExpandOptions): readonly string[] {
  const day = dayOf(time);
  if (time.type === 'day') return [`day ${day}`];
  const midnight = time.clock === day * DAY ? [`midnight ${day}`] : [];
  if (time.type === 'floating') return [`clock ${time.clock}`, ...midnight];
  const table = tableOf(time.zone);
  const instant = table ? [`at ${clockReaches(table, time.clock)}`] : [];
  return [`${time.zone} ${time.clock}`, ...instant, ...midnight];
}

function dayOf(time: CalendarTime): LocalDate {
  return time.type === 'day' ? time.date : Math.floor(time.clock / DAY);
}

function beginOf(event: FeedEvent): number {
  return 'start' in event ? event.start : event.from;
}
