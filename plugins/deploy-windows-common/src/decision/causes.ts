import type { Instant } from '../time';
import type { Cause, NextClose } from './decision';
import { activeMembers, isOpen, type ScheduleGate } from './scheduleGate';
import type { Run } from './walk';

/** What lets a start through at an instant: each gate that has to be open, and what opens it. */
export function causesOfOpening(gates: readonly ScheduleGate[], at: Instant): readonly Cause[] {
  return gates
    .filter(gate => gate.kind !== 'freeze' && isOpen(gate, at))
    .map(gate => causeOf(gate, activeMembers(gate, at)[0]?.key));
}

/** The close of a run, if it has one before the limit. */
export function closeOf({ end, endedBy }: Run, limit: Instant): NextClose | undefined {
  if (endedBy === undefined || end > limit) return undefined;
  return { at: end, because: causeOf(endedBy.gate, endedBy.change.by) };
}

function causeOf({ kind, rule }: ScheduleGate, by: string | undefined): Cause {
  return { gate: kind, rule, ...(by !== undefined && { by }) };
}
