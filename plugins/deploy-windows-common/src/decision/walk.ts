import type { Instant } from '../time';
import { closesAt, opensAt, type GateChange, type ScheduleGate } from './scheduleGate';

/** A stretch in which all gates are open, without a hole. */
export interface Run {
  readonly start: Instant;
  /** Infinite when nothing that is known closes it. */
  readonly end: Instant;
  readonly endedBy?: { readonly gate: ScheduleGate; readonly change: GateChange };
}

/**
 * The first run that holds `from` or starts after it, before `limit`. A closed gate says when it opens; nothing before the
 * latest of these can be open, so the walk goes there and asks again.
 */
export function nextRun(
  gates: readonly ScheduleGate[],
  from: Instant,
  limit: Instant,
): Run | undefined {
  let at = from;
  for (;;) {
    let latest = at;
    for (const gate of gates) {
      latest = Math.max(latest, opensAt(gate, latest));
      if (latest >= limit) return undefined;
    }
    if (latest === at) return runFrom(gates, at);
    at = latest;
  }
}

function runFrom(gates: readonly ScheduleGate[], start: Instant): Run {
  let run: Run = { start, end: Infinity };
  for (const gate of gates) {
    const change = closesAt(gate, start);
    if (change.at < run.end) run = { start, end: change.at, endedBy: { gate, change } };
  }
  return run;
}
