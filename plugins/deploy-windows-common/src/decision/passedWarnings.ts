import { tableOf } from '../schedule';
import { clockChangeNear, type Instant } from '../time';
import type { DecisionInput } from './input';
import { overrideRange } from './override';
import type { Plan } from './plan';
import { isOpen, type ScheduleGate } from './scheduleGate';
import { scheduleGates } from './scheduleGates';
import type { Warning } from './warning';

/** What a change goes past although a deploy would be held, and what it owes for that. */
export function passedWarnings(input: DecisionInput, plan: Plan, at: Instant): readonly Warning[] {
  const closed = plan.passed.filter(gate => !isOpen(gate, at));
  const isRollback = input.request.changeType === 'rollback';
  const freezes = isRollback ? closed.filter(({ kind }) => kind === 'freeze') : [];
  const owed = plan.changes.notice === 'afterwards' ? closed : emergencyNotices(input, plan, at);
  const dueBy = at + input.policy.policy.emergency.noticeWithin;
  return [
    ...freezes.map(({ rule }): Warning => ({ code: 'FREEZE_PASSED_BY_ROLLBACK', about: rule })),
    ...owed
      .filter(({ kind }) => kind === 'notice')
      .map(({ rule }): Warning => ({ code: 'RETROSPECTIVE_NOTICE_DUE', about: rule, at: dueBy })),
    ...clockChanges(input, plan, at),
  ];
}

/** Audiences that an emergency leaves to be told afterwards. */
function emergencyNotices(
  input: DecisionInput,
  { overrides }: Plan,
  at: Instant,
): readonly ScheduleGate[] {
  const isEmergency = overrides.some(override => {
    const { start, end } = overrideRange(override);
    return override.emergency && start <= at && at < end;
  });
  if (!isEmergency) return [];
  return scheduleGates(input, input.request.changeType, []).filter(gate => !isOpen(gate, at));
}

/** Windows that are active while the clocks are about to change, or have just changed. */
function clockChanges({ policy }: DecisionInput, { gates }: Plan, at: Instant): readonly Warning[] {
  const warnings = new Map<string, Warning>();
  for (const gate of gates) {
    for (const { window } of gate.windows) {
      const { timeZone: zone = '' } = window;
      const table = tableOf(policy.tables, zone);
      const change = table && clockChangeNear(table, { start: at, end: at });
      if (change !== undefined) {
        warnings.set(zone, { code: 'NEAR_CLOCK_CHANGE', about: zone, at: change });
      }
    }
  }
  return [...warnings.values()];
}
