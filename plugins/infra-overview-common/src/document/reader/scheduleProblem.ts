import { dateStart } from '../../time/instant';
import type { ProblemCode } from '../problem';
import type { Clock, Schedule } from '../sections';

export interface ScheduleProblem {
  readonly code: ProblemCode;
  readonly field?: string;
  readonly message: string;
  readonly fix: string;
}

const LONGEST_MONTHS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** What is wrong with a schedule whose fields were all read: no end, two ends, or no opening ever. */
export function scheduleProblem(schedule: Schedule): ScheduleProblem | undefined {
  switch (schedule.type) {
    case undefined:
    case 'weekly':
      if (schedule.days.length === 0) return neverOpens('days', 'no weekday is named');
      return clockProblem(schedule);
    case 'monthly':
      if ('businessDay' in schedule.on && schedule.on.businessDay === 0)
        return neverOpens('on', 'there is no business day 0');
      return clockProblem(schedule);
    case 'yearly':
      if ('day' in schedule.on && schedule.on.day > (LONGEST_MONTHS[schedule.month - 1] ?? 0)) {
        return neverOpens('on', `month ${schedule.month} has no day ${schedule.on.day}`);
      }
      return clockProblem(schedule);
    case 'dates': {
      const left = schedule.dates.filter(date => !(schedule.except ?? []).includes(date));
      if (left.length === 0) return neverOpens('dates', 'no day is left');
      return clockProblem(schedule);
    }
    case 'rrule':
      return clockProblem(schedule);
    case 'once':
      // The same zone and form on both sides, so the texts compare like the times.
      if (schedule.end <= schedule.start) return neverOpens('end', 'it ends before it starts');
      return undefined;
    case 'feed':
    case 'always':
      return undefined;
    default:
      throw new Error(schedule satisfies never);
  }
}

function clockProblem(clock: Clock): ScheduleProblem | undefined {
  if (clock.from === '24:00') {
    return {
      code: 'bad-schedule',
      field: 'from',
      message: '24:00 is an end only',
      fix: 'Write 00:00 of the next day',
    };
  }
  if (clock.to === undefined && clock.elapsed === undefined) {
    return {
      code: 'window-incomplete',
      message: 'no end. Nothing is assumed',
      fix: 'Write to or elapsed',
    };
  }
  if (clock.to !== undefined && clock.elapsed !== undefined) {
    return { code: 'bad-schedule', message: 'two ends, to and elapsed', fix: 'Write one of them' };
  }
  if (clock.to === undefined && clock.toDayOffset !== undefined) {
    return {
      code: 'bad-schedule',
      field: 'toDayOffset',
      message: 'goes with to only',
      fix: 'Leave it out',
    };
  }
  const [first, last] = [dateStart(clock.validFrom ?? ''), dateStart(clock.validUntil ?? '')];
  if (first !== undefined && last !== undefined && last < first) {
    return neverOpens('validUntil', 'it is before validFrom');
  }
  return undefined;
}

function neverOpens(field: string, reason: string): ScheduleProblem {
  return {
    code: 'never-opens',
    field,
    message: `never opens: ${reason}`,
    fix: 'Name a time it opens',
  };
}
