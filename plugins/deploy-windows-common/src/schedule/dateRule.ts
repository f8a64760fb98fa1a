import { calendarDay, weekdayOf, weekOf, type IsHoliday, type LocalDate } from '../time';
import { dayInMonth, type MonthDay } from './monthDay';

/** On which days a pattern opens, before exceptions and holidays. */
export type DateRule =
  | {
      readonly type: 'weekly';
      /** Bit 0 is Monday. */
      readonly days: number;
      readonly every: number;
      /** A week that counts. */
      readonly anchorWeek: number;
    }
  | { readonly type: 'monthly'; readonly on: MonthDay; readonly isHoliday: IsHoliday }
  | {
      readonly type: 'yearly';
      readonly month: number;
      readonly on: MonthDay;
      readonly isHoliday: IsHoliday;
    }
  | { readonly type: 'listed'; readonly dates: readonly LocalDate[] };

// Far beyond any horizon; a rule that has no day by then has none that matters.
const MOST_MONTHS = 48;
const MOST_YEARS = 9;

/** The first day of the rule on or after a day, by arithmetic: the past is never walked through. */
export function nextRuleDay(rule: DateRule, from: LocalDate): LocalDate | undefined {
  switch (rule.type) {
    case 'weekly':
      return nextWeekly(rule.days, rule.every, rule.anchorWeek, from);
    case 'monthly':
      return nextMonthly(rule.on, rule.isHoliday, from);
    case 'yearly':
      return nextYearly(rule.month, rule.on, rule.isHoliday, from);
    case 'listed':
      return nextListed(rule.dates, from);
    default:
      throw new Error(rule satisfies never);
  }
}

function nextWeekly(days: number, every: number, anchorWeek: number, from: LocalDate) {
  if (days === 0) return undefined;
  const week = weekOf(from);
  const weeksPast = (((week - anchorWeek) % every) + every) % every;
  if (weeksPast === 0) {
    const today = weekdayOf(from);
    const left = days >> today;
    if (left !== 0) return from + lowestBit(left);
  }
  return mondayOf(week + every - weeksPast) + lowestBit(days);
}

function nextMonthly(on: MonthDay, isHoliday: IsHoliday, from: LocalDate) {
  let { year, month } = calendarDay(from);
  for (let count = 0; count < MOST_MONTHS; count += 1) {
    const date = dayInMonth(year, month, on, isHoliday);
    if (date !== undefined && date >= from) return date;
    year += month === 12 ? 1 : 0;
    month = (month % 12) + 1;
  }
  return undefined;
}

function nextYearly(month: number, on: MonthDay, isHoliday: IsHoliday, from: LocalDate) {
  const { year } = calendarDay(from);
  for (let count = 0; count < MOST_YEARS; count += 1) {
    const date = dayInMonth(year + count, month, on, isHoliday);
    if (date !== undefined && date >= from) return date;
  }
  return undefined;
}

/** The dates are sorted. */
function nextListed(dates: readonly LocalDate[], from: LocalDate): LocalDate | undefined {
  let [low, high] = [0, dates.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((dates[middle] as LocalDate) < from) low = middle + 1;
    else high = middle;
  }
  return dates[low];
}

function mondayOf(week: number): LocalDate {
  return week * 7 - 3;
}

function lowestBit(bits: number): number {
  return 31 - Math.clz32(bits & -bits);
}
