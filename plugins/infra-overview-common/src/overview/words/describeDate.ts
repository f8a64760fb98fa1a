const MONTHS = [
  'Jan',
  'Feb',
  'Mar',
  'Apr',
  'May',
  'Jun',
  'Jul',
  'Aug',
  'Sep',
  'Oct',
  'Nov',
  'Dec',
] as const;
const FULL_MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

/** '2019-07-19' → '19 Jul 2019'; '2026-12-20T00:00' → '20 Dec 2026 00:00'. Anything else is shown as written. */
export function describeDate(text: string): string {
  const match = /^(\d{4})-(\d{2})-(\d{2})(?:T(\d{2}:\d{2})(?::\d{2}(?:\.\d+)?)?(Z?))?$/.exec(text);
  if (!match) return text;
  const [, year, month, day, time, utc] = match;
  const name = MONTHS[Number(month) - 1];
  if (name === undefined) return text;
  const date = `${Number(day)} ${name} ${year}`;
  if (time === undefined) return date;
  return `${date} ${time}${utc === 'Z' ? ' UTC' : ''}`;
}

/** 1 → 'January'. */
export function monthName(month: number): string {
  return FULL_MONTHS[month - 1] ?? `month ${month}`;
}
