import {
  DAY,
  HOUR,
  MINUTE,
  SECOND,
  parseLocalDate,
  parseWallClock,
} from 'backstage-plugin-deploy-windows-common/evaluator';
import type { CalendarTime, EventLength } from './CalendarEvent';
import { bad, type ContentLine } from './contentLines';
import type { ZoneNames } from './zoneNames';

const DATE = /^(\d{4})(\d{2})(\d{2})$/;
const DATE_TIME = /^(\d{4})(\d{2})(\d{2})T(\d{2})(\d{2})(\d{2})(Z?)$/;
const DURATION =
  /^\+?P(?:(\d{1,4})W)?(?:(\d{1,4})D)?(?:T(?:(\d{1,5})H)?(?:(\d{1,6})M)?(?:(\d{1,7})S)?)?$/;

/** The times of a line; RDATE and EXDATE hold several. @throws InputError with code BAD_CALENDAR */
export function readTimes(
  { name, value, parameters }: ContentLine,
  zones: ZoneNames,
): readonly CalendarTime[] {
  return value
    .split(',')
    .map(text => text.trim())
    .filter(text => text !== '')
    .map(text => readTime(name, text, parameters.TZID, zones));
}

export function readTime(
  name: string,
  text: string,
  tzid: string | undefined,
  zones: ZoneNames,
): CalendarTime {
  const day = DATE.exec(text);
  if (day) {
    const date = parseLocalDate(`${day[1]}-${day[2]}-${day[3]}`);
    if (date === undefined) throw bad(`${name} “${shown(text)}” is no day`);
    return { type: 'day', date };
  }
  const [, year, month, dayOfMonth, hour, minute, second, utc] = DATE_TIME.exec(text) ?? [];
  // A leap second is read as the one before it.
  const clock = parseWallClock(
    `${year}-${month}-${dayOfMonth}T${hour}:${minute}:${second === '60' ? '59' : second}`,
  );
  if (clock === undefined) throw bad(`${name} “${shown(text)}” is no time`);
  if (utc === 'Z') return { type: 'zoned', clock, zone: 'UTC' };
  if (tzid === undefined) return { type: 'floating', clock };
  const zone = zones(tzid);
  if (zone === undefined) throw bad(`“${shown(tzid)}” is no time zone that is known here`);
  return { type: 'zoned', clock, zone };
}

/** Weeks and days are nominal, hours and less are exact; a length with both is exact as a whole. */
export function readLength(text: string): EventLength {
  const match = DURATION.exec(text.trim());
  if (!match || /[PT]$/.test(text.trim())) throw bad(`DURATION “${shown(text)}” cannot be read`);
  const [weeks, days, hours, minutes, seconds] = match.slice(1).map(part => Number(part ?? 0)) as [
    number,
    number,
    number,
    number,
    number,
  ];
  const whole = (weeks * 7 + days) * DAY;
  const rest = hours * HOUR + minutes * MINUTE + seconds * SECOND;
  return rest === 0 ? { nominal: whole } : { exact: whole + rest };
}

/** Texts of others are repeated short and on one line. */
export function shown(text: string): string {
  const line = text.replace(/[\r\n\t]+/g, ' ');
  return line.length > 60 ? `${line.slice(0, 60)}…` : line;
}
