import type { Instant } from '../../time';
import type { Outcome, Steps } from './outcome';

/** The outcome in force, and until when. */
export function outcomeAt(
  steps: Steps,
  now: Instant,
): { readonly outcome: Outcome; readonly until?: Instant } {
  for (const step of steps) {
    if (!('until' in step)) return { outcome: step.outcome };
    if (now < step.until) return step;
  }
  throw new Error('The last step of an outcome has no end');
}
