import type { Instant } from 'backstage-plugin-deploy-windows-common';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** How long from one instant to another: "in 6 d 22 h", "6 min ago", "now" within half a minute. */
export function relativeWords(from: Instant, to: Instant): string {
  const length = Math.abs(to - from);
  if (length < MINUTE / 2) return 'now';
  return to > from ? `in ${lengthWords(length)}` : `${lengthWords(length)} ago`;
}

/** A length of time in at most two units, cut and never rounded up: a window is not said to be longer than it is. */
export function lengthWords(length: number): string {
  if (length < MINUTE) return 'less than 1 min';
  const [days, hours, minutes] = [
    Math.floor(length / DAY),
    Math.floor((length % DAY) / HOUR),
    Math.floor((length % HOUR) / MINUTE),
  ];
  if (days > 0) return hours > 0 ? `${days} d ${hours} h` : `${days} d`;
  if (hours > 0) return minutes > 0 ? `${hours} h ${minutes} min` : `${hours} h`;
  return `${minutes} min`;
}
