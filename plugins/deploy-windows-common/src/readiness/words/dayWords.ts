import { counted, dateText, describeDate } from 'backstage-plugin-infra-overview-common';
import { DAY, HOUR, MINUTE, type Instant } from '../../time';

/** How a day is written for a reader. */
export type FormatInstant = (at: Instant) => string;

/** `3 Dec 2026`, in UTC: what is written where nobody says how a reader wants it. */
export const utcDay: FormatInstant = at => describeDate(dateText(at));

/** Days of the calendar (UTC) from one instant to a later one; 0 on the same day and when it has passed. */
export function daysUntil(now: Instant, at: Instant): number {
  return Math.max(0, Math.floor(at / DAY) - Math.floor(now / DAY));
}

/** `today`, `in 9 days`. */
export function inDays(now: Instant, at: Instant): string {
  const days = daysUntil(now, at);
  return days === 0 ? 'today' : `in ${counted(days, 'day')}`;
}

/** `just now`, `4 min ago`, `26 hours ago`, `3 days ago`. */
export function ageWords(now: Instant, at: Instant): string {
  const age = now - at;
  if (age < MINUTE) return 'just now';
  if (age < 2 * HOUR) return `${Math.floor(age / MINUTE)} min ago`;
  if (age < 2 * DAY) return `${Math.floor(age / HOUR)} hours ago`;
  return `${Math.floor(age / DAY)} days ago`;
}
