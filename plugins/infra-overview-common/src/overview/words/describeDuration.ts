import { counted, inWords } from './sentence';

const PATTERN =
  /^P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/;
const UNITS = ['year', 'month', 'week', 'day', 'hour', 'minute', 'second'] as const;

/** 'P28D' → '28 days', 'P4W' → '4 weeks', 'PT1H30M' → '1 hour and 30 minutes'. Words stay as they are ("very quick"). */
export function describeDuration(text: string): string {
  const match = PATTERN.exec(text);
  if (!match) return text;
  const parts: string[] = [];
  for (const [index, unit] of UNITS.entries()) {
    const amount = match[index + 1];
    if (amount !== undefined && Number(amount) > 0) parts.push(counted(Number(amount), unit));
  }
  if (parts.length > 0) return inWords(parts);
  return /\d/.test(text) ? 'no time' : text;
}

/** 'P1D' → 'every day', 'PT6H' → 'every 6 hours'. */
export function describeFrequency(text: string): string {
  const words = describeDuration(text);
  if (words === text) return words;
  return `every ${words.replace(/^1 (?=[a-z]+$)/, '')}`;
}

/** 'PT24H' → '24 hours before', '2bd' → '2 business days before'. */
export function describeLead(text: string): string {
  const businessDays = /^(\d+)bd$/.exec(text);
  if (businessDays) return `${counted(Number(businessDays[1]), 'business day')} before`;
  const words = describeDuration(text);
  return words === text ? text : `${words} before`;
}
