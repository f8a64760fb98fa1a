import {
  DAY,
  buildZoneTable,
  clockReaches,
  type Instant,
} from 'backstage-plugin-deploy-windows-common/evaluator';
import type { CalendarEvent, CalendarTime, EventLength } from './CalendarEvent';
import { bad, lineOf, plainText, readComponents, type Component } from './contentLines';
import { readLength, readTime, readTimes, shown } from './readTime';
import { zoneNames, type ZoneNames } from './zoneNames';

export const LARGEST_CALENDAR = 1024 * 1024;
const MOST_EVENTS = 5_000;
const MOST_LISTED = 2_000;
const SUB_DAILY = /(?:^|;)(?:FREQ=(?:HOURLY|MINUTELY|SECONDLY)|BY(?:HOUR|MINUTE|SECOND)=)/;

/**
 * The events of a calendar. Alarms, attendees, free-busy and to-dos are left out; the rules of a VTIMEZONE too, since zone
 * data comes from the runtime alone. One bad event refuses the whole: a freeze must not get lost in half an import.
 *
 * @throws InputError with code BAD_CALENDAR
 */
export function readCalendar(text: string): readonly CalendarEvent[] {
  if (text.length > LARGEST_CALENDAR) throw bad('it is larger than 1 MiB');
  const calendar = readComponents(text);
  const events = calendar.parts.filter(({ name }) => name === 'VEVENT');
  if (events.length > MOST_EVENTS) throw bad('it has more than 5,000 events');
  const zones = zoneNames(calendar);
  return events.map(event => readEvent(event, zones));
}

function readEvent(event: Component, zones: ZoneNames): CalendarEvent {
  const title = plainText(lineOf(event, 'SUMMARY')?.value ?? '').slice(0, 200) || 'Without a title';
  const start = timeOf(event, 'DTSTART', zones);
  if (start === undefined) throw bad(`the event “${shown(title)}” has no start`);
  const uid = lineOf(event, 'UID')?.value.trim() || `${title} ${JSON.stringify(start)}`;
  const rule = lineOf(event, 'RRULE')?.value.trim().toUpperCase();
  const replaces = timeOf(event, 'RECURRENCE-ID', zones);
  if (event.lines.filter(({ name }) => name === 'RRULE').length > 1 || lineOf(event, 'EXRULE')) {
    throw bad(`the event “${shown(title)}” has several rules of recurrence`);
  }
  if (lineOf(event, 'RECURRENCE-ID')?.parameters.RANGE !== undefined) {
    throw bad(`the event “${shown(title)}” moves all that follow; a series of its own can be read`);
  }
  return {
    uid,
    title,
    start,
    length: lengthOf(event, start, zones),
    ...(rule !== undefined && { rule: readRule(rule, title, zones) }),
    also: listOf(event, 'RDATE', zones),
    except: listOf(event, 'EXDATE', zones),
    ...(replaces !== undefined && { replaces }),
    isCancelled: lineOf(event, 'STATUS')?.value.trim().toUpperCase() === 'CANCELLED',
    sequence: Number(lineOf(event, 'SEQUENCE')?.value) || 0,
  };
}

function readRule(
  text: string,
  title: string,
  zones: ZoneNames,
): NonNullable<CalendarEvent['rule']> {
  if (SUB_DAILY.test(text)) throw bad(`the event “${shown(title)}” recurs several times a day`);
  const until = /(?:^|;)UNTIL=([^;]*)/.exec(text)?.[1];
  if (until === undefined) return { text };
  const rest = text
    .split(';')
    .filter(part => !part.startsWith('UNTIL='))
    .join(';');
  return { text: rest, until: readTime('UNTIL', until, undefined, zones) };
}

/** DTEND, or DURATION, or what RFC 5545 says where there is neither: a day has a day, a time has no length. */
function lengthOf(event: Component, start: CalendarTime, zones: ZoneNames): EventLength {
  const end = timeOf(event, 'DTEND', zones);
  if (end === undefined) {
    const duration = lineOf(event, 'DURATION')?.value;
    if (duration !== undefined) return readLength(duration);
    return { nominal: start.type === 'day' ? DAY : 0 };
  }
  const length = between(start, end);
  const value = length && ('nominal' in length ? length.nominal : length.exact);
  if (length === undefined || value === undefined || value < 0)
    throw bad(`${event.name} ends before it starts, or in another kind of time`);
  // Some programs write the same day twice for one whole day.
  return start.type === 'day' && value === 0 ? { nominal: DAY } : length;
}

function between(start: CalendarTime, end: CalendarTime): EventLength | undefined {
  if (start.type === 'day' && end.type === 'day') return { nominal: (end.date - start.date) * DAY };
  if (start.type === 'floating' && end.type === 'floating')
    return { nominal: end.clock - start.clock };
  if (start.type !== 'zoned' || end.type !== 'zoned') return undefined;
  if (start.zone === end.zone) return { nominal: end.clock - start.clock };
  const [from, to] = [instantOf(start), instantOf(end)];
  return from === undefined || to === undefined ? undefined : { exact: to - from };
}

function instantOf({ zone, clock }: Extract<CalendarTime, { type: 'zoned' }>): Instant | undefined {
  const table = buildZoneTable(zone, { start: clock - 3 * DAY, end: clock + 3 * DAY });
  return table && clockReaches(table, clock);
}

function timeOf(event: Component, name: string, zones: ZoneNames): CalendarTime | undefined {
  const line = lineOf(event, name);
  return line && readTimes(line, zones)[0];
}

function listOf(event: Component, name: string, zones: ZoneNames): readonly CalendarTime[] {
  const lines = event.lines.filter(line => line.name === name);
  if (lines.some(({ parameters }) => parameters.VALUE === 'PERIOD'))
    throw bad(`${name} with periods is not read; give each an event of its own`);
  const times = lines.flatMap(line => [...readTimes(line, zones)]);
  if (times.length > MOST_LISTED) throw bad(`an event lists more than 2,000 times under ${name}`);
  return times;
}
