// Public and bank holidays of a country as `date-holidays` knows them: substitute days with them, school holidays and
// observances without. Its data are under CC BY 3.0, which asks that it is named where the days are shown.
import Holidays from 'date-holidays';
import {
  DAY,
  HOUR,
  localDateText,
  parseLocalDate,
} from 'backstage-plugin-deploy-windows-common/evaluator';
import type { HolidayDay } from './HolidayStore';

export const COUNTRY_SOURCE = 'date-holidays';

export interface Place {
  readonly country: string;
  readonly state?: string;
  readonly region?: string;
}

/** Undefined when there is no such place: a set without days would be a different promise. */
export function countryDays(place: Place, year: number): readonly HolidayDay[] | undefined {
  const known = new Holidays();
  const { country, state, region } = place;
  const isKnown =
    known.getCountries()?.[country] !== undefined &&
    (state === undefined || known.getStates(country)?.[state] !== undefined) &&
    (region === undefined ||
      (state !== undefined && known.getRegions(country, state)?.[region] !== undefined));
  if (!isKnown) return undefined;
  const days = new Map<string, HolidayDay>();
  const holidays = new Holidays(country, state ?? '', region ?? '', { languages: ['en'] });
  for (const { date, start, end, name, type } of holidays.getHolidays(year)) {
    if (type !== 'public' && type !== 'bank') continue;
    for (const day of wholeDays(date, end.getTime() - start.getTime()))
      days.set(day, { date: day, title: name });
  }
  return [...days.values()]
    .filter(({ date }) => date.startsWith(`${year}-`))
    .sort((a, b) => (a.date < b.date ? -1 : 1));
}

/** Days whose noon lies in it: one from 14:00 is a working day, one from sunset to sunset is the day that follows. */
function wholeDays(date: string, length: number): readonly string[] {
  const day = parseLocalDate(date.slice(0, 10));
  const [hour = 0, minute = 0] = date.slice(11, 16).split(':').map(Number);
  if (day === undefined) return [];
  const start = day * DAY + hour * HOUR + minute * 60_000;
  const days: string[] = [];
  for (let one = day; one * DAY + 12 * HOUR < start + length; one += 1) {
    if (one * DAY + 12 * HOUR >= start) days.push(localDateText(one));
  }
  return days;
}
