// A second opinion on when windows are open. It asks Intl what the clock reads in each minute and applies the rules
// literally. It imports nothing from the code it judges: no zone table, no date rule, no range algebra.

const MINUTE = 60_000;
const DAY_OF_MINUTES = 24 * 60;
/** How far a local time may be from its instant: zones are up to 14 hours ahead, and one skipped a day. */
const SLACK = 40 * 60;

/** What the clock of a zone reads, minute by minute. Both sides count minutes since 1970. */
export interface MinuteClock {
  readonly zone: string;
  readonly first: number;
  readonly readings: Float64Array;
}

export function readMinutes(zone: string, start: number, end: number): MinuteClock {
  const read = clockReader(zone);
  const first = Math.floor(start / MINUTE);
  const readings = new Float64Array(Math.ceil((end - start) / MINUTE));
  for (let index = 0; index < readings.length; index += 1) {
    readings[index] = read((first + index) * MINUTE);
  }
  return { zone, first, readings };
}

/** What the clock of a zone reads at an instant, in minutes since 1970. */
export function clockReader(zone: string): (at: number) => number {
  const formatter = new Intl.DateTimeFormat('sv-SE', {
    timeZone: zone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  });
  return at => Date.parse(`${formatter.format(at).replace(' ', 'T')}Z`) / MINUTE;
}

/** Every zone the runtime knows by area and city. */
export function zonesOfRuntime(): readonly string[] {
  return Intl.supportedValuesOf('timeZone').filter(name => name.includes('/'));
}

/** In minutes since 1970, half-open; empty when end is start. */
export interface MinuteRange {
  readonly start: number;
  readonly end: number;
}

/** From the first minute that reads `from` or later, to the first that reads `to` or later; a freeze to after the last that reads earlier. */
export function bruteOccurrence(
  clock: MinuteClock,
  from: number,
  to: number,
  holds: boolean,
): MinuteRange | undefined {
  const start = firstReading(clock, from);
  const end = holds ? afterLastReadingBefore(clock, to) : firstReading(clock, to);
  if (start === undefined || end === undefined) return undefined;
  return { start, end: Math.max(start, end) };
}

/** From the first minute that reads `from` or later, for an exact length. */
export function bruteElapsed(
  clock: MinuteClock,
  from: number,
  minutes: number,
): MinuteRange | undefined {
  const start = firstReading(clock, from);
  return start === undefined ? undefined : { start, end: start + minutes };
}

function firstReading({ first, readings }: MinuteClock, reading: number): number | undefined {
  for (let index = Math.max(0, reading - SLACK - first); index < readings.length; index += 1) {
    if ((readings[index] as number) >= reading) return first + index;
  }
  return undefined;
}

function afterLastReadingBefore({ first, readings }: MinuteClock, reading: number) {
  const latest = Math.min(readings.length - 1, reading + SLACK - first);
  for (let index = latest; index >= 0; index -= 1) {
    if ((readings[index] as number) < reading) return first + index + 1;
  }
  return undefined;
}

/** A pattern of days in the words of the document. */
export interface BruteDays {
  readonly type: 'weekly' | 'monthly' | 'yearly' | 'dates';
  readonly days?: readonly string[];
  readonly every?: number;
  readonly anchor?: string;
  readonly month?: number;
  readonly on?: {
    readonly day?: number | 'last';
    readonly nth?: number | 'last';
    readonly weekday?: string;
    readonly businessDay?: number;
  };
  readonly dates?: readonly string[];
  readonly validFrom?: string;
  readonly validUntil?: string;
  readonly except?: readonly string[];
}

const NAMES = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];
const dateOf = (day: number) => new Date(day * DAY_OF_MINUTES * MINUTE);
const textOf = (day: number) => dateOf(day).toISOString().slice(0, 10);
const nameOf = (day: number) => NAMES[dateOf(day).getUTCDay()] as string;

/** Whether a pattern opens on a day, counted in days since 1970; each day is looked at by itself. */
export function bruteOpensOn(pattern: BruteDays, day: number, holidays: readonly string[] = []) {
  const text = textOf(day);
  if (pattern.validFrom !== undefined && text < pattern.validFrom) return false;
  if (pattern.validUntil !== undefined && text > pattern.validUntil) return false;
  if (pattern.except?.includes(text)) return false;
  switch (pattern.type) {
    case 'dates':
      return pattern.dates?.includes(text) ?? false;
    case 'weekly':
      return (pattern.days?.includes(nameOf(day)) ?? false) && weekCounts(pattern, day);
    case 'yearly':
      return dateOf(day).getUTCMonth() + 1 === pattern.month && isThatDay(pattern, day, holidays);
    case 'monthly':
      return isThatDay(pattern, day, holidays);
    default:
      throw new Error(pattern.type satisfies never);
  }
}

function weekCounts({ every = 1, anchor }: BruteDays, day: number): boolean {
  if (anchor === undefined || every === 1) return true;
  let monday = Date.parse(`${anchor}T00:00Z`) / MINUTE / DAY_OF_MINUTES;
  while (nameOf(monday) !== 'mon') monday -= 1;
  let own = day;
  while (nameOf(own) !== 'mon') own -= 1;
  return Math.abs(own - monday) % (7 * every) === 0;
}

function isThatDay({ on = {} }: BruteDays, day: number, holidays: readonly string[]): boolean {
  const month = dateOf(day).getUTCMonth();
  const all: number[] = [];
  for (let other = day - 31; other <= day + 31; other += 1) {
    const isSame = dateOf(other).getUTCMonth() === month && Math.abs(other - day) <= 31;
    if (isSame && textOf(other).slice(0, 7) === textOf(day).slice(0, 7)) all.push(other);
  }
  if (on.businessDay !== undefined) {
    const business = all.filter(
      other => !['sat', 'sun'].includes(nameOf(other)) && !holidays.includes(textOf(other)),
    );
    return business.at(on.businessDay > 0 ? on.businessDay - 1 : on.businessDay) === day;
  }
  if (on.nth !== undefined) {
    const same = all.filter(other => nameOf(other) === on.weekday);
    return (on.nth === 'last' ? same.at(-1) : same[on.nth - 1]) === day;
  }
  return on.day === 'last' ? all.at(-1) === day : dateOf(day).getUTCDate() === on.day;
}
