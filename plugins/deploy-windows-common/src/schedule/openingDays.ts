import { businessDayFrom, LONGEST_BREAK, type IsHoliday, type LocalDate } from '../time';
import { nextRuleDay, type DateRule } from './dateRule';
import type { HolidayRule } from './holidays';

/** A pattern with its bounds, exceptions and holidays. */
export interface OpeningDays {
  readonly rule: DateRule;
  readonly validFrom: LocalDate | undefined;
  readonly validUntil: LocalDate | undefined;
  readonly except: ReadonlySet<LocalDate>;
  /** Days whose opening is elsewhere, and not among these. */
  readonly moved: ReadonlySet<LocalDate>;
  readonly holidays: { readonly on: HolidayRule['on']; readonly isHoliday: IsHoliday } | undefined;
}

/** The first day on or after `from` on which the pattern opens, up to `last`. */
export function nextOpeningDay(
  days: OpeningDays,
  from: LocalDate,
  last: LocalDate,
): LocalDate | undefined {
  // Start early: a day before `from` may have been shifted past it.
  const shifted = days.holidays?.on === 'shiftNext' ? LONGEST_BREAK : 0;
  const first = Math.max(from - shifted, days.validFrom ?? -Infinity);
  const end = Math.min(last, days.validUntil ?? Infinity);
  let day = nextRuleDay(days.rule, first);
  while (day !== undefined && day <= end) {
    const opens = openingDayOf(days, day);
    if (opens !== undefined && opens >= from && opens <= end) return opens;
    day = nextRuleDay(days.rule, day + 1);
  }
  return undefined;
}

/** Whether the pattern, left to itself, would open on a day; a holiday that moves it away does not count. */
export function wouldOpenOn(days: OpeningDays, date: LocalDate): boolean {
  const unmoved = { ...days, moved: new Set<LocalDate>() };
  const named = nextRuleDay(days.rule, date) === date && isValid(days, date);
  return named || nextOpeningDay(unmoved, date, date) === date;
}

/** Where the opening of a day of the rule ends up: that day, a later one, or nowhere. */
function openingDayOf(days: OpeningDays, day: LocalDate): LocalDate | undefined {
  if (days.moved.has(day) || days.except.has(day)) return undefined;
  const opens = afterHolidays(days, day);
  if (opens === undefined || opens === day) return opens;
  return days.moved.has(opens) || days.except.has(opens) ? undefined : opens;
}

function afterHolidays({ holidays }: OpeningDays, day: LocalDate): LocalDate | undefined {
  if (holidays === undefined) return day;
  const isHoliday = holidays.isHoliday(day);
  switch (holidays.on) {
    case 'skip':
      return isHoliday ? undefined : day;
    case 'only':
      return isHoliday ? day : undefined;
    case 'shiftNext':
      return isHoliday ? businessDayFrom(day + 1, holidays.isHoliday) : day;
    default:
      throw new Error(holidays.on satisfies never);
  }
}

function isValid({ validFrom, validUntil }: OpeningDays, date: LocalDate): boolean {
  return date >= (validFrom ?? -Infinity) && date <= (validUntil ?? Infinity);
}
