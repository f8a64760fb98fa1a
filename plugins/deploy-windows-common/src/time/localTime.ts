import { DAY, MINUTE, SECOND } from './instant';
import { parseLocalDate } from './localDate';

/**
 * What a clock on the wall reads: milliseconds since 1 January 1970 00:00 of that clock.
 * The same number is another instant in every zone.
 */
export type WallClock = number;

const TIME = /^(\d{2}):(\d{2})$/;
const DATE_TIME = /^(\d{4}-\d{2}-\d{2})T(\d{2}):(\d{2})(?::(\d{2}))?$/;

/** Minutes after midnight; `24:00` is the midnight that ends the day. */
export function parseLocalTime(text: string): number | undefined {
  if (text === '24:00') return 24 * 60;
  const match = TIME.exec(text);
  const [hour, minute] = [Number(match?.[1]), Number(match?.[2])];
  if (!match || hour > 23 || minute > 59) return undefined;
  return hour * 60 + minute;
}

export function localTimeText(minutes: number): string {
  const pad = (value: number) => String(value).padStart(2, '0');
  return `${pad(Math.floor(minutes / 60))}:${pad(minutes % 60)}`;
}

/** Reads `2026-12-20T00:00`, without an offset. */
export function parseWallClock(text: string): WallClock | undefined {
  const match = DATE_TIME.exec(text);
  const date = parseLocalDate(match?.[1] ?? '');
  const [hour, minute, second] = [Number(match?.[2]), Number(match?.[3]), Number(match?.[4] ?? 0)];
  if (date === undefined || hour > 23 || minute > 59 || second > 59) return undefined;
  return date * DAY + (hour * 60 + minute) * MINUTE + second * SECOND;
}
