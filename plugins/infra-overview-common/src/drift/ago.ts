import { counted } from '../overview';
import type { Instant } from '../time';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** "9 days ago", "3 hours ago", "just now". Whole units, the largest that fits. */
export function ago(at: Instant, now: Instant): string {
  if (!Number.isFinite(now - at)) return 'at an unknown time';
  const words = lengthWords(now - at);
  return words === undefined ? 'just now' : `${words} ago`;
}

/** "9 days"; undefined for less than a minute, and for what no one can count. */
export function lengthWords(length: number): string | undefined {
  if (!Number.isFinite(length) || length < MINUTE) return undefined;
  if (length < HOUR) return counted(Math.floor(length / MINUTE), 'minute');
  if (length < 2 * DAY) return counted(Math.floor(length / HOUR), 'hour');
  return counted(Math.floor(length / DAY), 'day');
}
