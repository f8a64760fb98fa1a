import { DAY } from './instant';

/** A calendar day as days since 1 January 1970, in no zone. */
export type LocalDate = number;

export interface CalendarDay {
  readonly year: number;
  /** From 1 to 12. */
  readonly month: number;
  readonly day: number;
}

const TEXT = /^(\d{4})-(\d{2})-(\d{2})$/;
// 1 January 1970 was a Thursday.
const EPOCH_WEEKDAY = 3;

/** Months and days beyond the end roll over: month 13 is next January. */
export function localDate(year: number, month: number, day: number): LocalDate {
  return Date.UTC(year, month - 1, day) / DAY;
}

export function calendarDay(date: LocalDate): CalendarDay {
  const moment = new Date(date * DAY);
  return {
    year: moment.getUTCFullYear(),
    month: moment.getUTCMonth() + 1,
    day: moment.getUTCDate(),
  };
}

/** Reads `2026-11-27`; undefined when there is no such day. */
export function parseLocalDate(text: string): LocalDate | undefined {
  const match = TEXT.exec(text);
  if (!match) return undefined;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  // Date.UTC reads years below 100 as 19xx.
  if (year < 100) return undefined;
  const date = localDate(year, month, day);
  return localDateText(date) === text ? date : undefined;
}

export function localDateText(date: LocalDate): string {
  return new Date(date * DAY).toISOString().slice(0, 10);
}

/** 0 is Monday, 6 is Sunday. */
export function weekdayOf(date: LocalDate): number {
  return (((date + EPOCH_WEEKDAY) % 7) + 7) % 7;
}

/** The Monday of the week, counted in weeks. */
export function weekOf(date: LocalDate): number {
  return Math.floor((date + EPOCH_WEEKDAY) / 7);
}

export function daysInMonth(year: number, month: number): number {
  return localDate(year, month + 1, 1) - localDate(year, month, 1);
}
