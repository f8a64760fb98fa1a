import { counted, dayWords, type Instant } from 'backstage-plugin-infra-overview-common';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
// Past this, a day is easier to place than a number of days.
const LONG_AGO = 60 * DAY;

/** "just now", "12 minutes ago", "3 hours ago", "9 days ago", then the day. A clock that is ahead makes nothing older. */
export function describeAge(at: Instant, now: Instant): string {
  const age = now - at;
  if (age < MINUTE) return 'just now';
  if (age < HOUR) return `${counted(Math.floor(age / MINUTE), 'minute')} ago`;
  if (age < DAY) return `${counted(Math.floor(age / HOUR), 'hour')} ago`;
  if (age < LONG_AGO) return `${counted(Math.floor(age / DAY), 'day')} ago`;
  return dayWords(at);
}
