/** Milliseconds since the epoch, an integer. */
export type Instant = number;

const DAY = 86_400_000;
const DATE = /^(\d{4})-(\d{2})-(\d{2})$/;
const INSTANT =
  /^(\d{4}-\d{2}-\d{2})T(\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{1,9}))?)?(Z|[+-]\d{2}:\d{2})$/;
// What a Date can hold.
const LAST_INSTANT = 8_640_000_000_000_000;

/** The first instant of a calendar day in UTC; undefined when there is no such day. */
export function dateStart(text: string): Instant | undefined {
  const match = DATE.exec(text);
  if (!match) return undefined;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  // Date.UTC reads years below 100 as 19xx; no document means those.
  if (year < 100) return undefined;
  const instant = Date.UTC(year, month - 1, day);
  // A day that does not exist (30 February) rolls over into another date.
  return dateText(instant) === text ? instant : undefined;
}

/** The instant after the last one of a calendar day in UTC. */
export function dateEnd(text: string): Instant | undefined {
  const start = dateStart(text);
  return start === undefined ? undefined : start + DAY;
}

/** The calendar day in UTC: `2019-07-19`. */
export function dateText(instant: Instant): string {
  return instantText(instant).slice(0, 10);
}

/** ISO 8601 text with an offset, as an instant. Text without one names no instant. */
export function parseInstant(text: string): Instant | undefined {
  const match = INSTANT.exec(text);
  if (!match) return undefined;
  const start = dateStart(match[1] ?? '');
  const [hour, minute, second] = [Number(match[2]), Number(match[3]), Number(match[4] ?? 0)];
  const offset = offsetMilliseconds(match[6] ?? 'Z');
  if (start === undefined || offset === undefined) return undefined;
  if (hour > 23 || minute > 59 || second > 59) return undefined;
  const milliseconds = Number((match[5] ?? '').padEnd(3, '0').slice(0, 3));
  return start + ((hour * 60 + minute) * 60 + second) * 1000 + milliseconds - offset;
}

/** ISO 8601 in UTC: `2026-11-03T09:00:00.000Z`. */
export function instantText(instant: Instant): string {
  if (!Number.isFinite(instant) || Math.abs(instant) > LAST_INSTANT) {
    throw new RangeError(`${instant} is not an instant`);
  }
  return new Date(instant).toISOString();
}

function offsetMilliseconds(text: string): number | undefined {
  if (text === 'Z') return 0;
  const [hours, minutes] = [Number(text.slice(1, 3)), Number(text.slice(4, 6))];
  if (hours > 23 || minutes > 59) return undefined;
  return (text.startsWith('-') ? -1 : 1) * (hours * 60 + minutes) * 60_000;
}
