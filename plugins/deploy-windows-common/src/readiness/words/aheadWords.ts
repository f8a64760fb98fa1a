import type { Instant } from '../../time';
import type { Change } from '../effective/verdict';
import { inDays, utcDay, type FormatInstant } from './dayWords';

/** `confirmation ends on 3 Dec 2026 (in 9 days)`. */
export function aheadWords(
  { what, at }: Pick<Change, 'what' | 'at'>,
  now: Instant,
  format: FormatInstant = utcDay,
): string {
  return `${happens(what)} on ${format(at)} (${inDays(now, at)})`;
}

function happens(what: Change['what']): string {
  switch (what) {
    case 'confirmation-ends':
      return 'confirmation ends';
    case 'waiver-ends':
      return 'waiver ends';
    case 'becomes-required':
      return 'becomes required';
    case 'result-changes':
      return 'result changes';
    default:
      throw new Error(what satisfies never);
  }
}
