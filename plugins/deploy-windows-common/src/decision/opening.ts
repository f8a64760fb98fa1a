import type { Instant } from '../time';
import type { FitRule } from './plan';
import type { ScheduleGate } from './scheduleGate';
import { nextRun, type Run } from './walk';

/** A run in which a start is possible, from `start` up to `latestStart`. */
export interface Opening extends Run {
  /** The last instant from which the expected duration still ends in time; absent where that is not asked. */
  readonly latestStart?: Instant;
}

/** The first opening that fits, at `from` or later. */
export function nextOpening(
  gates: readonly ScheduleGate[],
  fit: FitRule,
  from: Instant,
  limit: Instant,
): Opening | undefined {
  let run = nextRun(gates, from, limit);
  while (run !== undefined) {
    const opening = openingIn(run, fit);
    if (opening !== undefined) return opening.start < limit ? opening : undefined;
    run = nextRun(gates, run.end, limit);
  }
  return undefined;
}

export function openingIn(run: Run, fit: FitRule): Opening | undefined {
  const { duration, mode } = fit;
  if (duration === undefined || mode === 'off' || run.end === Infinity) return run;
  const latestStart = run.end - duration;
  if (latestStart >= run.start) return { ...run, latestStart };
  if (mode === 'warn') return run;
  const start = firstSetAside(run, fit);
  return start === undefined ? undefined : { ...run, start };
}

/** The first instant of a run at which an override sets the fit aside. */
function firstSetAside(run: Run, { setAside }: FitRule): Instant | undefined {
  const starts = setAside
    .filter(({ start, end }) => start < run.end && end > run.start && start < end)
    .map(({ start }) => Math.max(start, run.start));
  return starts.length > 0 ? Math.min(...starts) : undefined;
}
