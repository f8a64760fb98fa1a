import { parseLocalDate, weekOf, type IsHoliday, type LocalDate } from '../time';
import type { DateRule } from './dateRule';
import { resolved, unresolved, type Resolved } from './problem';
import { rruleDates } from './rruleDates';
import { weekdayIndex, weekdayMask } from './weekday';
import { isMonthDay } from './monthDay';
import type { WindowSchedule } from './window';

/** A schedule with a pattern of days and a clock. */
export type ClockSchedule = Exclude<
  WindowSchedule,
  { type: 'once' } | { type: 'feed' } | { type: 'always' } | { type: 'exact' }
>;

const MOST_DATES = 400;

/** The rule of a schedule; recurrence rules are expanded from `first` to `last`. */
export function readDateRule(
  schedule: ClockSchedule,
  isHoliday: IsHoliday,
  first: LocalDate,
  last: LocalDate,
): Resolved<DateRule> {
  switch (schedule.type) {
    case undefined:
    case 'weekly':
      return readWeekly(schedule);
    case 'monthly':
      if (!isMonthDay(schedule.on)) return noSuchDay();
      return resolved({ type: 'monthly', on: schedule.on, isHoliday });
    case 'yearly':
      if (!isMonthDay(schedule.on) || !isMonth(schedule.month)) return noSuchDay();
      return resolved({ type: 'yearly', month: schedule.month, on: schedule.on, isHoliday });
    case 'dates': {
      const dates = readDates(schedule.dates);
      return dates.ok ? resolved({ type: 'listed', dates: dates.value }) : dates;
    }
    case 'rrule': {
      const firstDate = parseLocalDate(schedule.firstDate);
      if (firstDate === undefined) return notADate(schedule.firstDate);
      const dates = rruleDates(schedule.rule, firstDate, first, last);
      return dates.ok ? resolved({ type: 'listed', dates: dates.value }) : dates;
    }
    default:
      throw new Error(schedule satisfies never);
  }
}

/** Sorted, each once. */
export function readDates(texts: readonly string[]): Resolved<readonly LocalDate[]> {
  if (texts.length > MOST_DATES) return unresolved('TOO_MANY', `more than ${MOST_DATES} dates`);
  const dates = new Set<LocalDate>();
  for (const text of texts) {
    const date = parseLocalDate(text);
    if (date === undefined) return notADate(text);
    dates.add(date);
  }
  return resolved([...dates].sort((a, b) => a - b));
}

function isMonth(month: number): boolean {
  return Number.isInteger(month) && month >= 1 && month <= 12;
}

function noSuchDay(): Resolved<never> {
  return unresolved('OUT_OF_RANGE', 'there is no such day in any month');
}

export function notADate(text: string): Resolved<never> {
  return unresolved('NOT_A_DATE', `"${text.slice(0, 40)}" is not a day of the calendar`);
}

function readWeekly(schedule: Extract<ClockSchedule, { days: unknown }>): Resolved<DateRule> {
  const { days, every = 1, anchor } = schedule;
  if (!days.every(day => weekdayIndex(day) >= 0)) {
    return unresolved('OUT_OF_RANGE', 'a weekday is written mon, tue, wed, thu, fri, sat or sun');
  }
  if (!Number.isInteger(every) || every < 1) {
    return unresolved('OUT_OF_RANGE', 'every is a whole number of weeks');
  }
  if (anchor === undefined) {
    if (every > 1)
      return unresolved('ANCHOR_MISSING', 'every needs anchor, a day in a week that counts');
    return resolved({ type: 'weekly', days: weekdayMask(days), every: 1, anchorWeek: 0 });
  }
  const anchorDate = parseLocalDate(anchor);
  if (anchorDate === undefined) return notADate(anchor);
  return resolved({
    type: 'weekly',
    days: weekdayMask(days),
    every,
    anchorWeek: weekOf(anchorDate),
  });
}
