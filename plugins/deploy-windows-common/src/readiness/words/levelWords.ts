import type { LevelNow } from '../effective/effective';
import type { RequirementLevel } from '../pack/pack';
import { utcDay, type FormatInstant } from './dayWords';

export function levelLabel(level: RequirementLevel): string {
  switch (level) {
    case 'must':
      return 'Must-have';
    case 'recommended':
      return 'Recommended';
    case 'off':
      return 'Not asked here';
    default:
      throw new Error(level satisfies never);
  }
}

/** `will be required on 1 Mar 2027`; undefined where nothing is to come. */
export function becomesWords(
  { next }: LevelNow,
  format: FormatInstant = utcDay,
): string | undefined {
  if (next === undefined) return undefined;
  const on = format(next.from);
  switch (next.value) {
    case 'must':
      return `will be required on ${on}`;
    case 'recommended':
      return `will be recommended from ${on}`;
    case 'off':
      return `will not be asked from ${on}`;
    default:
      throw new Error(next.value satisfies never);
  }
}
