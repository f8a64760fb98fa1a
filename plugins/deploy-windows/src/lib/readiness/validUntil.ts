import type { Instant } from 'backstage-plugin-deploy-windows-common';

const DAY = 86_400_000;
const DAYS: Readonly<Record<string, number>> = { day: 1, week: 7, month: 30, year: 365 };
const UNITS: Readonly<Record<string, string>> = { D: 'day', W: 'week', M: 'month', Y: 'year' };

interface Length {
  readonly count: number;
  readonly word: string;
  readonly days: number;
}

/** `P90D`, or `90 days` in words. */
function parse(validFor: string): Length | undefined {
  const [, count, unit] = /^P(\d+)([DWMY])$/.exec(validFor) ?? [];
  const [, spoken, spokenUnit] = /^(\d+) (day|week|month|year)s?(?: \(.*\))?$/.exec(validFor) ?? [];
  const number = Number(count ?? spoken);
  const word = unit === undefined ? spokenUnit : UNITS[unit];
  const days = word === undefined ? undefined : DAYS[word];
  return word === undefined || days === undefined
    ? undefined
    : { count: number, word, days: number * days };
}

/** `P90D` as `90 days`; what it does not know stays as it is. */
export function validForWords(validFor: string): string {
  const length = parse(validFor);
  if (length === undefined) return validFor;
  return length.count === 1 ? `1 ${length.word}` : `${length.count} ${length.word}s`;
}

/** When a confirmation given now would end at the latest. The server has the last word: a dated event may end it sooner. */
export function validUntil(at: Instant, validFor: string): string | undefined {
  const length = parse(validFor);
  return length === undefined ? undefined : new Date(at + length.days * DAY).toISOString();
}
