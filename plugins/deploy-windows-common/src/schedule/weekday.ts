import type { Weekday } from 'backstage-plugin-infra-overview-common';

/** Monday first, as weeks are counted. */
export const WEEKDAYS: readonly Weekday[] = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];

/** 0 is Monday. */
export function weekdayIndex(weekday: Weekday): number {
  return WEEKDAYS.indexOf(weekday);
}

/** Bit 0 is Monday. */
export function weekdayMask(weekdays: readonly Weekday[]): number {
  let mask = 0;
  for (const weekday of weekdays) mask |= 1 << weekdayIndex(weekday);
  return mask;
}
