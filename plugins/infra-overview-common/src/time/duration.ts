/** A length of time in the parts it was written with. */
export interface DurationParts {
  readonly years: number;
  readonly months: number;
  readonly weeks: number;
  readonly days: number;
  readonly hours: number;
  readonly minutes: number;
  readonly seconds: number;
}

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const PATTERN =
  /^P(?=\d|T\d)(?:(\d{1,9})Y)?(?:(\d{1,9})M)?(?:(\d{1,9})W)?(?:(\d{1,9})D)?(?:T(?=\d)(?:(\d{1,9})H)?(?:(\d{1,9})M)?(?:(\d{1,9}(?:\.\d{1,3})?)S)?)?$/;

/** Reads ISO 8601 text such as `P28D` or `PT1H30M`. Signs and fractions of anything but seconds are not durations here. */
export function parseDuration(text: string): DurationParts | undefined {
  const match = PATTERN.exec(text);
  if (!match) return undefined;
  const part = (index: number) => Number(match[index] ?? 0);
  return {
    years: part(1),
    months: part(2),
    weeks: part(3),
    days: part(4),
    hours: part(5),
    minutes: part(6),
    seconds: part(7),
  };
}

/** Writes the parts as ISO 8601, leaving out what is zero. */
export function durationText(parts: DurationParts): string {
  const date = `${unit(parts.years, 'Y')}${unit(parts.months, 'M')}${unit(parts.weeks, 'W')}${unit(parts.days, 'D')}`;
  const time = `${unit(parts.hours, 'H')}${unit(parts.minutes, 'M')}${unit(parts.seconds, 'S')}`;
  if (!date && !time) return 'PT0S';
  return `P${date}${time && `T${time}`}`;
}

/** Length in milliseconds. Calendar parts are nominal: a day has 24 hours, a month 30 days, a year 365. */
export function durationMilliseconds(duration: DurationParts | string): number | undefined {
  const parts = typeof duration === 'string' ? parseDuration(duration) : duration;
  if (!parts) return undefined;
  const days = parts.years * 365 + parts.months * 30 + parts.weeks * 7 + parts.days;
  const time = parts.hours * HOUR + parts.minutes * MINUTE + parts.seconds * SECOND;
  return Math.round(days * DAY + time);
}

function unit(amount: number, letter: string): string {
  return amount === 0 ? '' : `${amount}${letter}`;
}
