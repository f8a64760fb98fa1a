import { describeDate } from './describeDate';
import { type DayRule, describeMonthly, describeWeekdays, describeYearly } from './describeDays';
import { describeDuration } from './describeDuration';
import { counted, inWords, present } from './sentence';

/** A schedule as it may come: forms differ, and a form without a type is read by its fields. */
export interface ScheduleFields {
  readonly type?: string | undefined;
  readonly days?: readonly string[] | undefined;
  readonly every?: number | undefined;
  readonly anchor?: string | undefined;
  readonly on?: DayRule | undefined;
  readonly month?: number | undefined;
  readonly dates?: readonly string[] | undefined;
  readonly rule?: string | undefined;
  readonly firstDate?: string | undefined;
  readonly start?: string | undefined;
  readonly end?: string | undefined;
  readonly feed?: string | undefined;
  readonly match?: string | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly toDayOffset?: number | undefined;
  readonly elapsed?: string | undefined;
  readonly validFrom?: string | undefined;
  readonly validUntil?: string | undefined;
  readonly except?: readonly string[] | undefined;
  readonly moved?: readonly MovedDay[] | undefined;
}

interface MovedDay {
  readonly date: string;
  readonly toDate: string;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly reason?: string | undefined;
}

const NOT_SAID = 'that is not stated';

/** 'Tuesdays 09:00–10:00', without a zone. Nothing is guessed: what is missing is said. */
export function describeScheduleFields(schedule: ScheduleFields): string {
  const type = schedule.type ?? guessedType(schedule);
  if (type === 'always') return 'always';
  if (type === 'once')
    return `from ${dateOr(schedule.start, 'start')} to ${dateOr(schedule.end, 'end')}`;
  if (type === 'feed') return describeFeed(schedule);
  return present([
    `${describeDays(type, schedule)} ${describeClock(schedule)}`,
    ...describeLimits(schedule),
  ]).join(', ');
}

function guessedType(schedule: ScheduleFields): string {
  if (schedule.start !== undefined || schedule.end !== undefined) return 'once';
  if (schedule.feed !== undefined) return 'feed';
  if (schedule.rule !== undefined) return 'rrule';
  if (schedule.dates !== undefined) return 'dates';
  if (schedule.on !== undefined) return schedule.month === undefined ? 'monthly' : 'yearly';
  return 'weekly';
}

function describeFeed({ feed, match }: ScheduleFields): string {
  const entries = match === undefined ? 'entries' : `entries matching “${match}”`;
  return `${entries} of the calendar ${feed ?? 'that is not stated'}`;
}

function describeDays(type: string, schedule: ScheduleFields): string {
  if (type === 'monthly') return describeMonthly(schedule.on ?? {});
  if (type === 'yearly') return describeYearly(schedule.month, schedule.on ?? {});
  if (type === 'dates')
    return `on ${inWords((schedule.dates ?? []).map(describeDate)) || 'days that are not stated'}`;
  if (type === 'rrule')
    return `by the rule ${schedule.rule ?? NOT_SAID}, counted from ${dateOr(schedule.firstDate, 'first day')},`;
  const days = describeWeekdays(schedule.days ?? []);
  const { every = 1, anchor } = schedule;
  if (every === 1) return days;
  const since = anchor === undefined ? '' : ` counted from ${describeDate(anchor)}`;
  return `${days} every ${counted(every, 'week')}${since}`;
}

function dateOr(date: string | undefined, what: string): string {
  return date === undefined ? `a ${what} ${NOT_SAID}` : describeDate(date);
}

function describeClock({ from, to, toDayOffset = 0, elapsed }: ScheduleFields): string {
  if (from === undefined) return 'at a time that is not stated';
  if (elapsed !== undefined) return `from ${from} for ${describeDuration(elapsed)}`;
  if (to === undefined) return `from ${from}, end not stated`;
  if (toDayOffset > 1) return `${from}–${to} ${toDayOffset} days later`;
  // An end that is not after the start is on the next day.
  const nextDay = toDayOffset === 1 || to <= from;
  return nextDay ? `${from}–${to} the next day` : `${from}–${to}`;
}

function describeLimits({
  validFrom,
  validUntil,
  except = [],
  moved = [],
}: ScheduleFields): string[] {
  return present([
    validFrom !== undefined && `from ${describeDate(validFrom)} on`,
    validUntil !== undefined && `until ${describeDate(validUntil)}`,
    except.length > 0 && `not on ${inWords(except.map(describeDate))}`,
    ...moved.map(describeMove),
  ]);
}

function describeMove({ date, toDate, from, to, reason }: MovedDay): string {
  const times = from === undefined ? '' : ` ${from}${to === undefined ? '' : `–${to}`}`;
  return `${describeDate(date)} moved to ${describeDate(toDate)}${times}${reason === undefined ? '' : ` (${reason})`}`;
}
