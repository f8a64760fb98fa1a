import type { Weekday } from 'backstage-plugin-infra-overview-common';
import type { MonthDay } from './monthDay';
import type { ClockSchedule } from './readDateRule';
import { WEEKDAYS } from './weekday';
import type { DeployWindow } from './window';

const DAY_NAMES: Readonly<Record<Weekday, string>> = {
  mon: 'Monday',
  tue: 'Tuesday',
  wed: 'Wednesday',
  thu: 'Thursday',
  fri: 'Friday',
  sat: 'Saturday',
  sun: 'Sunday',
};
const MONTH_NAMES = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];
const ORDINALS = ['', 'first', 'second', 'third', 'fourth', 'fifth'];

/** A schedule as one sentence without an end mark: `Every Tuesday 09:00–10:00 (America/Chicago)`. */
export function describeSchedule({
  schedule,
  timeZone,
}: Pick<DeployWindow, 'schedule' | 'timeZone'>): string {
  if (schedule === undefined) return 'No schedule';
  const zone = timeZone === undefined ? ' (no time zone)' : ` (${timeZone})`;
  switch (schedule.type) {
    case 'always':
      return 'Always';
    case 'exact':
      return `From ${exact(schedule.start)} to ${exact(schedule.end)} (UTC)`;
    case 'once':
      return `From ${clockText(schedule.start)} to ${clockText(schedule.end)}${zone}`;
    case 'feed':
      return schedule.match === undefined
        ? `Events of calendar ${schedule.feed}`
        : `Events of calendar ${schedule.feed} with “${schedule.match}”`;
    default:
      return `${describeDays(schedule)} ${describeClock(schedule)}${describeBounds(schedule)}${zone}`;
  }
}

function describeDays(schedule: ClockSchedule): string {
  switch (schedule.type) {
    case undefined:
    case 'weekly':
      return describeWeekly(schedule);
    case 'monthly':
      return `Every month on ${describeMonthDay(schedule.on)}`;
    case 'yearly':
      return `Every year in ${MONTH_NAMES[schedule.month - 1] ?? schedule.month} on ${describeMonthDay(schedule.on)}`;
    case 'dates':
      return `On ${schedule.dates.join(', ')}`;
    case 'rrule':
      return `By rule ${schedule.rule} from ${schedule.firstDate}`;
    default:
      throw new Error(schedule satisfies never);
  }
}

function describeWeekly({
  days,
  every = 1,
  anchor,
}: Extract<ClockSchedule, { days: unknown }>): string {
  const names = describeWeekdays(days);
  if (every === 1) return names === 'day' ? 'Every day' : `Every ${names}`;
  return `Every ${every} weeks, counted from ${anchor ?? 'nowhere'}, on ${names}`;
}

function describeWeekdays(days: readonly Weekday[]): string {
  const sorted = WEEKDAYS.filter(day => days.includes(day));
  if (sorted.length === 7) return 'day';
  if (sorted.join() === 'mon,tue,wed,thu,fri') return 'weekday';
  const names = sorted.map(day => DAY_NAMES[day]);
  if (names.length < 2) return names[0] ?? 'no day';
  return `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}

function describeMonthDay(on: MonthDay): string {
  if ('businessDay' in on) {
    const { businessDay } = on;
    if (businessDay === -1) return 'the last business day';
    return businessDay < 0
      ? `business day ${-businessDay} from the end`
      : `business day ${businessDay}`;
  }
  if ('nth' in on) {
    const ordinal = on.nth === 'last' ? 'last' : ORDINALS[on.nth];
    return `the ${ordinal} ${DAY_NAMES[on.weekday]}`;
  }
  return on.day === 'last' ? 'the last day' : `day ${on.day}`;
}

function describeClock({ from, to, toDayOffset, elapsed }: ClockSchedule): string {
  if (elapsed !== undefined) return `${from} for ${elapsed}`;
  if (to === undefined) return `${from} without an end`;
  const usual = to < from ? 1 : 0;
  const offset = toDayOffset === undefined || toDayOffset === usual ? '' : ` +${toDayOffset}d`;
  return `${from}–${to}${offset}`;
}

function describeBounds({ validFrom, validUntil, except = [], moved = [] }: ClockSchedule): string {
  const parts = [
    validFrom && `from ${validFrom}`,
    validUntil && `until ${validUntil}`,
    except.length > 0 && `except ${except.join(', ')}`,
    ...moved.map(({ date, toDate, from, to }) => {
      const times = [from && ` from ${from}`, to && ` to ${to}`].filter(Boolean).join('');
      return `${date} moved to ${toDate}${times}`;
    }),
  ].filter(Boolean);
  return parts.length > 0 ? `, ${parts.join(', ')}` : '';
}

function clockText(text: string): string {
  return text.replace('T', ' ');
}

function exact(instant: number): string {
  return new Date(instant).toISOString().slice(0, 16).replace('T', ' ');
}
