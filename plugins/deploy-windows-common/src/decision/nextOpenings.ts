import type { Instant } from '../time';
import { causesOfOpening, closeOf } from './causes';
import type { Cause } from './decision';
import type { DecisionInput } from './input';
import { nextOpening } from './opening';
import { lookUntil, planOf } from './plan';

export interface UpcomingOpening {
  readonly at: Instant;
  readonly latestStart?: Instant;
  readonly because: readonly Cause[];
  readonly closes?: Instant;
  readonly closesBecause?: Cause;
}

export interface OpeningsWanted {
  readonly count: number;
  /** Milliseconds; the horizon where it is shorter. */
  readonly within?: number;
}

const MOST = 100;

/** The next openings in which the expected duration fits, by windows and notices. */
export function nextOpenings(
  input: DecisionInput,
  at: Instant,
  { count, within = Infinity }: OpeningsWanted,
): readonly UpcomingOpening[] {
  const { gates, fit } = planOf(input);
  const limit = Math.min(lookUntil(input, at), at + within);
  const openings: UpcomingOpening[] = [];
  let opening = nextOpening(gates, fit, at, limit);
  while (opening !== undefined && openings.length < Math.min(count, MOST)) {
    const close = closeOf(opening, lookUntil(input, at));
    openings.push({
      at: opening.start,
      ...(opening.latestStart !== undefined && { latestStart: opening.latestStart }),
      because: causesOfOpening(gates, opening.start),
      ...(close && { closes: close.at, closesBecause: close.because }),
    });
    opening = opening.end < limit ? nextOpening(gates, fit, opening.end, limit) : undefined;
  }
  return openings;
}
