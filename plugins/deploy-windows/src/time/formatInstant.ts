import { reader } from './reader';

/**
 * An instant of the server as it is read in a zone: `Tue 1 Dec, 09:00`, with the year when it is not this year's.
 * Only shows what the server decided; a zone that this browser does not know is shown in UTC, and says so.
 */
export function formatInstant(text: string, zone: string = reader.zone): string {
  const at = Date.parse(text);
  if (Number.isNaN(at)) return text;
  try {
    return format(at, zone);
  } catch {
    return `${format(at, 'UTC')} UTC`;
  }
}

function format(at: number, timeZone: string): string {
  const parts = partsOf(at, timeZone);
  const thisYear = partsOf(Date.now(), timeZone).year;
  const year = parts.year === thisYear ? '' : ` ${parts.year}`;
  return `${parts.weekday} ${parts.day} ${parts.month}${year}, ${parts.hour}:${parts.minute}`;
}

function partsOf(at: number, timeZone: string): Readonly<Partial<Record<string, string>>> {
  const formatter = new Intl.DateTimeFormat(reader.locale, {
    timeZone,
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  return Object.fromEntries(formatter.formatToParts(at).map(({ type, value }) => [type, value]));
}

/** `Tue 1 Dec, 09:00 – 10:00`; both dates where the days differ. */
export function formatRange(start: string, end: string, zone: string = reader.zone): string {
  const [from, to] = [formatInstant(start, zone), formatInstant(end, zone)];
  const [fromDay] = from.split(', ');
  const [toDay, toTime] = to.split(', ');
  return `${from} – ${fromDay === toDay ? toTime : to}`;
}
