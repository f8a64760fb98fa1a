import type { Weekday } from 'backstage-plugin-infra-overview-common';
import type { MonthDay } from './monthDay';
import { WEEKDAYS } from './weekday';
import type { WindowSchedule } from './window';

/** What a sentence of `describeSchedule` says. Reasons of moved days are not in it. */
export interface ParsedSchedule {
  readonly schedule: WindowSchedule;
  readonly timeZone?: string;
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const ORDINALS = ['first', 'second', 'third', 'fourth', 'fifth'];
const DATE = String.raw`\d{4}-\d{2}-\d{2}`;
const CLOCK = new RegExp(
  String.raw`^(?<days>.+?) (?<from>\d{2}:\d{2})(?:–(?<to>\d{2}:\d{2})(?: \+(?<offset>\d+)d)?| for (?<elapsed>P[0-9A-Z.]+))(?<bounds>,.*)?$`,
);
const ONCE =
  /^From (\d{4}-\d{2}-\d{2}) (\d{2}:\d{2}(?::\d{2})?) to (\d{4}-\d{2}-\d{2}) (\d{2}:\d{2}(?::\d{2})?)$/;

/** Reads such a sentence back; undefined when it is not one. Free text is never taken for a schedule. */
export function parseSchedule(sentence: string): ParsedSchedule | undefined {
  if (sentence.length > 20_000) return undefined;
  if (sentence === 'Always') return { schedule: { type: 'always' } };
  const feed = /^Events of calendar ([^ ]+)(?: with “(.*)”)?$/.exec(sentence);
  if (feed?.[1] !== undefined) {
    const match = feed[2] === undefined ? {} : { match: feed[2] };
    return { schedule: { type: 'feed', feed: feed[1], ...match } };
  }
  const [, body, zone] = /^(.*) \(([^()]+)\)$/.exec(sentence) ?? [];
  if (body === undefined || zone === undefined) return undefined;
  const timeZone = zone === 'no time zone' ? {} : { timeZone: zone };
  const once = ONCE.exec(body);
  if (once) return { schedule: parseOnce(once), ...timeZone };
  const clock = CLOCK.exec(body)?.groups;
  const days = clock && parseDays(clock.days ?? '');
  const bounds = clock && parseBounds(clock.bounds ?? '');
  if (!clock || !days || !bounds) return undefined;
  const times = {
    from: clock.from,
    ...(clock.to !== undefined && { to: clock.to }),
    ...(clock.offset !== undefined && { toDayOffset: Number(clock.offset) }),
    ...(clock.elapsed !== undefined && { elapsed: clock.elapsed }),
  };
  return { schedule: { ...days, ...times, ...bounds } as WindowSchedule, ...timeZone };
}

function parseOnce([, startDate, startTime, endDate, endTime]: readonly string[]): WindowSchedule {
  return { type: 'once', start: `${startDate}T${startTime}`, end: `${endDate}T${endTime}` };
}

function parseDays(text: string): object | undefined {
  const rule = new RegExp(`^By rule ([^ ]+) from (${DATE})$`).exec(text);
  if (rule) return { type: 'rrule', rule: rule[1], firstDate: rule[2] };
  if (new RegExp(`^On ${DATE}(?:, ${DATE})*$`).test(text)) {
    return { type: 'dates', dates: text.slice(3).split(', ') };
  }
  const monthly = /^Every month on (.+)$/.exec(text);
  if (monthly) return withOn({ type: 'monthly' }, monthly[1]);
  const yearly = /^Every year in ([A-Z][a-z]+) on (.+)$/.exec(text);
  if (yearly) {
    const month = MONTHS.indexOf((yearly[1] ?? '').slice(0, 3).toLowerCase()) + 1;
    return month === 0 ? undefined : withOn({ type: 'yearly', month }, yearly[2]);
  }
  const weeks = new RegExp(`^Every (\\d+) weeks, counted from (${DATE}), on (.+)$`).exec(text);
  const days = parseWeekdays(weeks ? (weeks[3] ?? '') : text.replace(/^Every /, ''));
  if (days === undefined) return undefined;
  if (weeks) return { type: 'weekly', days, every: Number(weeks[1]), anchor: weeks[2] };
  return { type: 'weekly', days };
}

function withOn(schedule: object, text: string | undefined): object | undefined {
  const on = parseMonthDay(text ?? '');
  return on && { ...schedule, on };
}

function parseWeekdays(text: string): readonly Weekday[] | undefined {
  if (text === 'day') return WEEKDAYS;
  if (text === 'weekday') return WEEKDAYS.slice(0, 5);
  const days: Weekday[] = [];
  for (const name of text.split(/, | and /)) {
    const day = weekdayNamed(name);
    if (day === undefined) return undefined;
    days.push(day);
  }
  return days;
}

function weekdayNamed(name: string): Weekday | undefined {
  return WEEKDAYS.find(day => /^[A-Z][a-z]+day$/.test(name) && name.toLowerCase().startsWith(day));
}

function parseMonthDay(text: string): MonthDay | undefined {
  if (text === 'the last day') return { day: 'last' };
  if (text === 'the last business day') return { businessDay: -1 };
  const day = /^day (\d+)$/.exec(text);
  if (day) return { day: Number(day[1]) };
  const business = /^business day (\d+)( from the end)?$/.exec(text);
  if (business) return { businessDay: business[2] ? -Number(business[1]) : Number(business[1]) };
  const [, ordinal = '', name = ''] = /^the ([a-z]+) ([A-Z][a-z]+)$/.exec(text) ?? [];
  const weekday = weekdayNamed(name);
  const index = ORDINALS.indexOf(ordinal) + 1;
  if (weekday === undefined || (index === 0 && ordinal !== 'last')) return undefined;
  return { nth: index === 0 ? 'last' : (index as 1 | 2 | 3 | 4 | 5), weekday };
}

function parseBounds(text: string): object | undefined {
  const bounds: Record<string, unknown> = {};
  const except: string[] = [];
  const moved: object[] = [];
  for (const part of text.split(', ').filter(piece => piece !== '')) {
    const [, word, date] = new RegExp(`^(from|until|except) (${DATE})$`).exec(part) ?? [];
    const move = new RegExp(
      `^(${DATE}) moved to (${DATE})(?: from (\\d{2}:\\d{2}))?(?: to (\\d{2}:\\d{2}))?$`,
    ).exec(part);
    if (word === 'from') bounds.validFrom = date;
    else if (word === 'until') bounds.validUntil = date;
    else if (word === 'except' || new RegExp(`^${DATE}$`).test(part)) except.push(date ?? part);
    else if (move) moved.push(movedFrom(move));
    else return undefined;
  }
  if (except.length > 0) bounds.except = except;
  if (moved.length > 0) bounds.moved = moved;
  return bounds;
}

function movedFrom([, date, toDate, from, to]: readonly (string | undefined)[]): object {
  const times = { ...(from !== undefined && { from }), ...(to !== undefined && { to }) };
  return { date, toDate, ...times, reason: '' };
}
