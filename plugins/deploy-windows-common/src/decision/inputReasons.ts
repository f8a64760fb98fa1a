import type { DecisionInput } from './input';
import type { Plan } from './plan';
import type { Reason } from './reason';
import type { Warning } from './warning';
import { isSetAside } from './openingReasons';
import type { Instant } from '../time';

/** What could not be read or reached. It holds what windows hold, and is only said to a change that passes them. */
export function inputReasons(input: DecisionInput, plan: Plan, at: Instant): readonly Reason[] {
  if (plan.changes.default === 'passes') return [];
  const { policy, tables } = input.policy;
  const reasons: Reason[] = [];
  for (const { level, field, message } of policy.problems) {
    if (field === 'limits' && plan.changes.limits === 'passes') continue;
    reasons.push({
      code: 'INPUT_INVALID',
      rule: `policy:${level}/${field}`,
      level,
      text: message,
      clearedBy: ['repair', 'override'],
    });
  }
  if (input.policy.isFlooded) {
    reasons.push({
      code: 'INPUT_INVALID',
      rule: `policy:${policy.target.key}/windows`,
      text: 'more than 200 windows govern this target',
      clearedBy: ['repair', 'override'],
    });
  }
  for (const { code, source, text } of input.problems) {
    if (code !== 'INPUT_INVALID' && code !== 'INPUT_UNAVAILABLE') continue;
    if (code === 'INPUT_UNAVAILABLE' && policy.onUnavailable === 'allow') continue;
    reasons.push({ code, rule: `input:${source}`, text, clearedBy: ['repair', 'override'] });
  }
  if (at < tables.range.start || at >= tables.range.end) {
    reasons.push({
      code: 'INPUT_UNAVAILABLE',
      rule: 'input:time',
      text: 'no zone data was loaded for this time',
      clearedBy: ['repair'],
    });
  }
  return reasons.filter(({ rule }) => rule === 'input:time' || !isSetAside(plan, rule ?? '', at));
}

export function inputWarnings({ problems, policy }: DecisionInput, plan: Plan): readonly Warning[] {
  return problems.flatMap(({ code, source, text }): readonly Warning[] => {
    const about = { about: source, text };
    switch (code) {
      case 'INPUT_INVALID':
        return [];
      case 'INPUT_UNAVAILABLE':
        return policy.policy.onUnavailable === 'allow' || plan.changes.default === 'passes'
          ? [{ code, ...about }]
          : [];
      case 'CATALOG_STALE':
      case 'FEED_STALE':
      case 'TZDATA_DISPUTED':
      case 'RELATED_DEPLOY':
        return [{ code, ...about }];
      default:
        throw new Error(code satisfies never);
    }
  });
}
