import { inWords } from './sentence';
import { monthName } from './describeDate';
import { lookup } from './lookup';

const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
const DAY_NAMES: Readonly<Record<string, string>> = {
  mon: 'Monday',
  tue: 'Tuesday',
  wed: 'Wednesday',
  thu: 'Thursday',
  fri: 'Friday',
  sat: 'Saturday',
  sun: 'Sunday',
};
const NTH = ['first', 'second', 'third', 'fourth', 'fifth'] as const;

export function dayName(day: string): string {
  return lookup(DAY_NAMES, day) ?? day;
}

/** ['tue'] → 'Tuesdays', ['mon' … 'fri'] → 'Mondays to Fridays', all seven → 'every day'. */
export function describeWeekdays(days: readonly string[]): string {
  const positions = WEEKDAYS.flatMap((day, index) => (days.includes(day) ? [index] : []));
  if (positions.length === 7) return 'every day';
  const first = positions[0];
  const last = positions.at(-1);
  if (first === undefined || last === undefined)
    return days.length === 0 ? 'days not stated' : inWords(days);
  const inARow = last - first === positions.length - 1;
  const plural = (index: number) => `${dayName(WEEKDAYS[index] ?? '')}s`;
  if (inARow && positions.length > 2) return `${plural(first)} to ${plural(last)}`;
  return inWords(positions.map(plural));
}

/** 1 → '1st', 22 → '22nd'. */
export function ordinal(value: number): string {
  const tens = Math.abs(value) % 100;
  const ones = tens % 10;
  if (tens > 10 && tens < 14) return `${value}th`;
  return `${value}${['th', 'st', 'nd', 'rd'][ones] ?? 'th'}`;
}

export interface DayRule {
  readonly day?: number | 'last' | undefined;
  readonly businessDay?: number | undefined;
  readonly nth?: number | 'last' | undefined;
  readonly weekday?: string | undefined;
}

/** { nth: 2, weekday: 'tue' } → 'the second Tuesday'. */
export function describeDayRule(rule: DayRule): string {
  if (rule.businessDay !== undefined) {
    if (rule.businessDay === -1) return 'the last business day';
    return rule.businessDay < 0
      ? `the ${ordinal(-rule.businessDay)} business day from the end`
      : `the ${ordinal(rule.businessDay)} business day`;
  }
  if (rule.weekday !== undefined) {
    const which = typeof rule.nth === 'number' ? (NTH[rule.nth - 1] ?? ordinal(rule.nth)) : 'last';
    return `the ${which} ${dayName(rule.weekday)}`;
  }
  if (rule.day === 'last') return 'the last day';
  return rule.day === undefined ? 'day not stated' : `the ${ordinal(rule.day)}`;
}

export function describeMonthly(rule: DayRule): string {
  return `${describeDayRule(rule)} of every month`;
}

export function describeYearly(month: number | undefined, rule: DayRule): string {
  return `every year on ${describeDayRule(rule)} of ${month === undefined ? 'a month that is not stated' : monthName(month)}`;
}
