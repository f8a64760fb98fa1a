import type { Instant } from '../time';
import { fitFinding } from './fitReasons';
import type { DecisionInput } from './input';
import { inputReasons } from './inputReasons';
import { limitReasons } from './openingReasons';
import type { Plan } from './plan';
import type { RuleKey } from './rule';

/** Rules besides windows and notices that would hold if no override set them aside. */
export function setAsideRules(input: DecisionInput, plan: Plan, at: Instant): readonly RuleKey[] {
  if (plan.overrides.length === 0) return [];
  // The gates stay as they are, with what overrides open: whether it fits is asked of that opening.
  const bare: Plan = { ...plan, overrides: [], fit: { ...plan.fit, setAside: [] } };
  const reasons = [
    ...inputReasons(input, bare, at),
    ...limitReasons(input, bare, at),
    ...fitFinding(bare, at).reasons,
  ];
  return reasons.flatMap(({ rule }) => rule ?? []);
}
