import type { Clock } from 'backstage-plugin-infra-overview-common';
import { durationMilliseconds } from 'backstage-plugin-infra-overview-common';
import {
  clockHasPassed,
  clockReaches,
  DAY,
  MINUTE,
  parseLocalTime,
  type LocalDate,
  type TimeRange,
  type ZoneTable,
} from '../time';
import { resolved, unresolved, type Resolved } from './problem';
import type { WindowKind } from './window';

/** From when to when, counted from the midnight that starts the opening day. */
export interface ClockSpan {
  /** Milliseconds of the clock. */
  readonly from: number;
  /** Milliseconds of the clock, nominal; or exact milliseconds after the start. */
  readonly end: { readonly to: number } | { readonly elapsed: number };
  /** Whether the end counts its first reading (lets through) or its last one (holds). */
  readonly holds: boolean;
}

const MOST_DAYS = 13;
const WHOLE_DAY = 24 * 60;

/** Reads the times of a schedule. `to` not after `from` is on the next day; the same time twice says nothing. */
export function clockSpan(
  clock: Pick<Clock, 'from' | 'to' | 'toDayOffset' | 'elapsed'>,
  kind: WindowKind,
): Resolved<ClockSpan> {
  const from = parseLocalTime(clock.from);
  if (from === undefined || from >= WHOLE_DAY) {
    return unresolved('NOT_A_TIME', `"${clock.from}" is not a time of day that opens`);
  }
  const holds = kind === 'freeze';
  if (clock.elapsed !== undefined) {
    const elapsed = durationMilliseconds(clock.elapsed);
    if (clock.to !== undefined) return unresolved('OUT_OF_RANGE', 'two ends, to and elapsed');
    if (elapsed === undefined || elapsed <= 0 || elapsed > (MOST_DAYS + 1) * DAY) {
      return unresolved('OUT_OF_RANGE', `elapsed is longer than ${MOST_DAYS + 1} days, or nothing`);
    }
    return resolved({ from: from * MINUTE, end: { elapsed }, holds });
  }
  if (clock.to === undefined) return unresolved('END_MISSING', 'no end; nothing is assumed');
  const to = parseLocalTime(clock.to);
  if (to === undefined) return unresolved('NOT_A_TIME', `"${clock.to}" is not a time of day`);
  const offset = clock.toDayOffset ?? (to < from ? 1 : 0);
  if (!Number.isInteger(offset) || offset < 0 || offset > MOST_DAYS) {
    return unresolved('OUT_OF_RANGE', `toDayOffset goes from 0 to ${MOST_DAYS}`);
  }
  const end = to + offset * WHOLE_DAY;
  if (end <= from) {
    return unresolved('END_NOT_AFTER_START', 'from and to leave nothing; a day is 00:00 to 24:00');
  }
  return resolved({ from: from * MINUTE, end: { to: end * MINUTE }, holds });
}

/** The occurrence that opens on a day; empty when the clocks skipped all of it. */
export function occurrenceOn(span: ClockSpan, date: LocalDate, table: ZoneTable): TimeRange {
  const midnight = date * DAY;
  const start = clockReaches(table, midnight + span.from);
  if ('elapsed' in span.end) return { start, end: start + span.end.elapsed };
  const reading = midnight + span.end.to;
  const end = span.holds ? clockHasPassed(table, reading) : clockReaches(table, reading);
  return { start, end: Math.max(start, end) };
}

/** How many days before an instant's own day an occurrence may have opened that still lasts. */
export function daysBack(span: ClockSpan): number {
  // One day more where an occurrence outlasts its nominal end: exact length, or a day that the clocks repeat.
  if ('elapsed' in span.end) return Math.ceil((span.from + span.end.elapsed) / DAY) + 1;
  return Math.ceil(span.end.to / DAY) - 1 + (span.holds ? 1 : 0);
}
