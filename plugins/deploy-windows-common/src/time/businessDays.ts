import { weekdayOf, type LocalDate } from './localDate';

/** Whether a day is a holiday, of whichever set the asker means. */
export type IsHoliday = (date: LocalDate) => boolean;

const SATURDAY = 5;
/** Nobody is away for longer; a set of holidays that says so is not searched further. */
export const LONGEST_BREAK = 31;

export function isBusinessDay(date: LocalDate, isHoliday: IsHoliday): boolean {
  return weekdayOf(date) < SATURDAY && !isHoliday(date);
}

/** The first business day on or after a day; undefined when none follows for a month. */
export function businessDayFrom(date: LocalDate, isHoliday: IsHoliday): LocalDate | undefined {
  for (let day = date; day <= date + LONGEST_BREAK; day += 1) {
    if (isBusinessDay(day, isHoliday)) return day;
  }
  return undefined;
}

/** So many business days later. */
export function addBusinessDays(
  date: LocalDate,
  count: number,
  isHoliday: IsHoliday,
): LocalDate | undefined {
  let day: LocalDate | undefined = date;
  for (let left = count; left > 0 && day !== undefined; left -= 1) {
    day = businessDayFrom(day + 1, isHoliday);
  }
  return day;
}
