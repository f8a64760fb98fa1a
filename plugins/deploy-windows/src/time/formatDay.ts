import { reader } from './reader';

/** The day of an instant as it is read in a zone, always with its year: `3 Dec 2026`. */
export function formatDay(text: string, zone: string = reader.zone): string {
  const at = Date.parse(text);
  if (Number.isNaN(at)) return text;
  const format = new Intl.DateTimeFormat(reader.locale, {
    timeZone: zone,
    day: 'numeric',
    month: 'short',
    year: 'numeric',
  });
  return format.format(at);
}
