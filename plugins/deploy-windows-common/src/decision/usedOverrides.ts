import type { Instant } from '../time';
import type { DecisionInput } from './input';
import { overrideRange, setsAside, type Override } from './override';
import type { Plan } from './plan';
import type { RuleKey } from './rule';
import { isOpen } from './scheduleGate';
import { scheduleGates } from './scheduleGates';

/** Overrides that count now and set aside something that would hold. */
export function usedOverrides(
  input: DecisionInput,
  { overrides }: Plan,
  at: Instant,
  otherRules: readonly RuleKey[],
): readonly Override[] {
  const counting = overrides.filter(override => {
    const { start, end } = overrideRange(override);
    return start <= at && at < end;
  });
  if (counting.length === 0) return [];
  const held = scheduleGates(input, input.request.changeType, []).filter(gate => !isOpen(gate, at));
  return counting.filter(
    override =>
      held.some(({ rule, kind, windows }) =>
        setsAside(override, rule, kind === 'freeze' ? windows[0]?.window : undefined),
      ) || otherRules.some(rule => setsAside(override, rule)),
  );
}
