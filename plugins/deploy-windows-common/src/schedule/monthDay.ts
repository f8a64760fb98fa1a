import type { Nth } from 'backstage-plugin-infra-overview-common';
import {
  daysInMonth,
  isBusinessDay,
  localDate,
  weekdayOf,
  type IsHoliday,
  type LocalDate,
} from '../time';
import { weekdayIndex } from './weekday';

/** Which day of a month. Business day -1 is the last one, -2 the one before. */
export type MonthDay = { readonly day: number | 'last' } | Nth | { readonly businessDay: number };

/** Whether there can be such a day at all. */
export function isMonthDay(on: MonthDay): boolean {
  const isBetween = (value: number, first: number, last: number) =>
    Number.isInteger(value) && value >= first && value <= last;
  if ('businessDay' in on) return on.businessDay !== 0 && isBetween(on.businessDay, -23, 23);
  if ('nth' in on) {
    return weekdayIndex(on.weekday) >= 0 && (on.nth === 'last' || isBetween(on.nth, 1, 5));
  }
  return on.day === 'last' || isBetween(on.day, 1, 31);
}

/** Undefined in a month without such a day: no 31st, no fifth Friday. */
export function dayInMonth(
  year: number,
  month: number,
  on: MonthDay,
  isHoliday: IsHoliday,
): LocalDate | undefined {
  const first = localDate(year, month, 1);
  const last = first + daysInMonth(year, month) - 1;
  if ('businessDay' in on) return nthBusinessDay(first, last, on.businessDay, isHoliday);
  if ('nth' in on) return nthWeekday(first, last, on);
  if (on.day === 'last') return last;
  return within(first, last, first + on.day - 1);
}

function nthWeekday(first: LocalDate, last: LocalDate, { nth, weekday }: Nth) {
  const wanted = weekdayIndex(weekday);
  if (nth === 'last') return last - ((weekdayOf(last) - wanted + 7) % 7);
  const earliest = first + ((wanted - weekdayOf(first) + 7) % 7);
  return within(first, last, earliest + (nth - 1) * 7);
}

function nthBusinessDay(
  first: LocalDate,
  last: LocalDate,
  nth: number,
  isHoliday: IsHoliday,
): LocalDate | undefined {
  const step = nth < 0 ? -1 : 1;
  let left = Math.abs(nth);
  for (let day = nth < 0 ? last : first; day >= first && day <= last; day += step) {
    if (isBusinessDay(day, isHoliday)) left -= 1;
    if (left === 0 && nth !== 0) return day;
  }
  return undefined;
}

function within(first: LocalDate, last: LocalDate, day: LocalDate): LocalDate | undefined {
  return day < first || day > last ? undefined : day;
}
