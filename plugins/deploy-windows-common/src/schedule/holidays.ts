import type { DeclaredWindow } from 'backstage-plugin-infra-overview-common';
import { parseLocalDate, type IsHoliday, type LocalDate } from '../time';

export type HolidaySetId = string;
export type HolidayRule = NonNullable<DeclaredWindow['holidays']>;

/** The days of one set over a stretch of time. Plain JSON, as `2026-12-25`. */
export interface HolidayTable {
  readonly first: string;
  readonly last: string;
  readonly dates: readonly string[];
}

export type HolidayTables = Readonly<Record<HolidaySetId, HolidayTable>>;

export const noHolidays: IsHoliday = () => false;

const MOST_DAYS_AROUND = 31;

export function isHolidayRule({ on, before = 0, after = 0 }: HolidayRule): boolean {
  const isNear = (days: number) => Number.isInteger(days) && days >= 0 && days <= MOST_DAYS_AROUND;
  return ['skip', 'shiftNext', 'only'].includes(on) && isNear(before) && isNear(after);
}

/** The set with the days before and after that count as well; undefined when the table does not reach far enough. */
export function holidaysOf(
  tables: HolidayTables,
  { set, before = 0, after = 0 }: Pick<HolidayRule, 'set' | 'before' | 'after'>,
  first: LocalDate,
  last: LocalDate,
): IsHoliday | undefined {
  const table = Object.hasOwn(tables, set) ? tables[set] : undefined;
  const [tableFirst, tableLast] = [
    parseLocalDate(table?.first ?? ''),
    parseLocalDate(table?.last ?? ''),
  ];
  if (table === undefined || tableFirst === undefined || tableLast === undefined) return undefined;
  if (tableFirst > first || tableLast < last) return undefined;
  const days = new Set<LocalDate>();
  for (const text of table.dates) {
    const date = parseLocalDate(text);
    if (date === undefined) return undefined;
    for (let day = date - before; day <= date + after; day += 1) days.add(day);
  }
  return date => days.has(date);
}
