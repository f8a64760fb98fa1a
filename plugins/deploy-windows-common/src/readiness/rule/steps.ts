import { outcomeAt } from '../effective/outcomeAt';
import type { Outcome, Steps, TimedStep } from '../effective/outcome';

export function always(outcome: Outcome): Steps {
  return [{ outcome }];
}

/** One outcome before an instant, another from it on. */
export function until(instant: number, before: Outcome, after: Outcome): Steps {
  return [{ until: instant, outcome: before }, { outcome: after }];
}

/** Several step functions as one: it may change wherever one of them does, and does only where the result is another. */
export function combined(
  parts: readonly Steps[],
  combine: (outcomes: readonly Outcome[]) => Outcome,
): Steps {
  const last = combine(parts.map(steps => steps[steps.length - 1]?.outcome ?? absurd()));
  const steps: TimedStep[] = [];
  let next = last;
  // From the end, so that each step is compared with the one after it.
  for (const instant of instantsOf(parts).reverse()) {
    const outcome = combine(parts.map(part => outcomeAt(part, instant - 1).outcome));
    if (JSON.stringify(outcome) === JSON.stringify(next)) continue;
    steps.unshift({ until: instant, outcome });
    next = outcome;
  }
  return [...steps, { outcome: last }];
}

export function changed(steps: Steps, change: (outcome: Outcome) => Outcome): Steps {
  return combined([steps], ([outcome = absurd()]) => change(outcome));
}

function instantsOf(parts: readonly Steps[]): number[] {
  const instants = new Set<number>();
  for (const steps of parts) {
    for (const step of steps) if ('until' in step) instants.add(step.until);
  }
  return [...instants].sort((a, b) => a - b);
}

function absurd(): never {
  throw new Error('Steps have an end');
}
