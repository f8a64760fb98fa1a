import { dateText, type Instant } from '../time';
import { dateWords } from './dateWords';

// What a Date can hold.
const LAST_INSTANT = 8_640_000_000_000_000;

/** An instant as its day in UTC: "12 Oct 2026". */
export function dayWords(at: Instant): string {
  return Math.abs(at) <= LAST_INSTANT ? dateWords(dateText(at)) : 'at an unknown time';
}
