import type { Instant } from 'backstage-plugin-deploy-windows-common';
import { instantOfLocal, localOfInstant } from '../../../time/localInput';

const DAY = 86_400_000;
export const DEFAULT_DAYS = 90;
export const LONGEST_DAYS = 365;

/** A day some days from an instant, as an input of type `date` holds it: a day of this computer's zone. */
export function dayOf(at: Instant, days: number): string {
  return localOfInstant(at + days * DAY).slice(0, 10);
}

/** The last minute of a day of this computer's zone. */
export function endOfDay(day: string): string | undefined {
  return instantOfLocal(`${day}T23:59`);
}

/** What is wrong with the end of a waiver, in words. The longest one is the server's to judge to the minute. */
export function missingEnd(day: string, at: Instant): string | undefined {
  const end = endOfDay(day);
  if (day === '' || end === undefined) return 'Say until which day';
  if (Date.parse(end) <= at) return 'The day is over';
  return day > dayOf(at, LONGEST_DAYS) ? 'At most a year' : undefined;
}
