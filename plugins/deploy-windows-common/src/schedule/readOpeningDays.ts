import { parseLocalDate, type LocalDate } from '../time';
import { holidaysOf, isHolidayRule, noHolidays } from './holidays';
import type { OpeningDays } from './openingDays';
import { resolved, unresolved, type Resolved } from './problem';
import { notADate, readDateRule, readDates, type ClockSchedule } from './readDateRule';
import type { Tables } from './tables';
import type { DeployWindow } from './window';

/** The days of a schedule with its bounds, exceptions and holidays, good for questions from `first` to `last`. */
export function readOpeningDays(
  { holidays }: DeployWindow,
  schedule: ClockSchedule,
  tables: Tables,
  first: LocalDate,
  last: LocalDate,
): Resolved<OpeningDays> {
  if (holidays && !isHolidayRule(holidays)) {
    return unresolved('OUT_OF_RANGE', 'what holidays do cannot be read');
  }
  const isHoliday = holidays ? holidaysOf(tables.holidays, holidays, first, last) : noHolidays;
  if (isHoliday === undefined) {
    return unresolved(
      'HOLIDAYS_MISSING',
      `no holidays of ${holidays?.set} are known for this time`,
    );
  }
  // Earlier days as well: an opening may last for two weeks, and a holiday may have shifted it by a month.
  const rule = readDateRule(schedule, isHoliday, first - 45, last);
  if (!rule.ok) return rule;
  const except = readDates(schedule.except ?? []);
  if (!except.ok) return except;
  const moved = readDates((schedule.moved ?? []).map(({ date }) => date));
  if (!moved.ok) return moved;
  const [validFrom, validUntil] = [schedule.validFrom, schedule.validUntil].map(text =>
    text === undefined ? undefined : (parseLocalDate(text) ?? NaN),
  );
  if (Number.isNaN(validFrom)) return notADate(schedule.validFrom ?? '');
  if (Number.isNaN(validUntil)) return notADate(schedule.validUntil ?? '');
  return resolved({
    rule: rule.value,
    validFrom,
    validUntil,
    except: new Set(except.value),
    moved: new Set(moved.value),
    holidays: holidays ? { on: holidays.on, isHoliday } : undefined,
  });
}
