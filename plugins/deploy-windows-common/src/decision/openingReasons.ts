import { reachedLimits } from '../log';
import { tableOf } from '../schedule';
import { DAY, localDateAt, wallClockAt, clockReaches, type Instant } from '../time';
import type { DecisionInput } from './input';
import { overrideRange, setsAside } from './override';
import type { Plan } from './plan';
import type { Reason } from './reason';
import { limitRule, type RuleKey } from './rule';
import { nextRun } from './walk';

/** Whether a usable override sets a rule aside now. */
export function isSetAside({ overrides }: Plan, rule: RuleKey, at: Instant): boolean {
  return overrides.some(override => {
    const { start, end } = overrideRange(override);
    return setsAside(override, rule) && start <= at && at < end;
  });
}

/** How many deploys an opening takes, and how close together. */
export function limitReasons(input: DecisionInput, plan: Plan, at: Instant): readonly Reason[] {
  if (plan.changes.limits === 'passes') return [];
  const isSameOpening = sameOpening(input, plan, at);
  const { limits } = input.policy.policy;
  return reachedLimits(limits, input.recentDeployments, at, isSameOpening)
    .filter(({ limit }) => !isSetAside(plan, limitRule(limit), at))
    .map(({ limit, until }) => ({
      code: 'LIMIT_REACHED',
      rule: limitRule(limit),
      limit,
      ...(until !== undefined && { until }),
      clearedBy: ['waiting', 'override'],
    }));
}

/** Openings are runs of allow windows and agreed times; where nothing of that kind closes, calendar days. */
function sameOpening({ policy }: DecisionInput, { gates }: Plan, at: Instant) {
  if (hasOpenings(gates)) {
    return (startedAt: Instant) => {
      const run = nextRun(gates, startedAt, startedAt + 1);
      return run !== undefined && run.end > at;
    };
  }
  const table = tableOf(policy.tables, policy.policy.timeZone);
  const day = (instant: Instant) =>
    table ? localDateAt(table, instant) : Math.floor(instant / DAY);
  return (startedAt: Instant) => day(startedAt) === day(at);
}

function hasOpenings(gates: Plan['gates']): boolean {
  return gates.some(({ kind }) => kind !== 'freeze');
}

/** When the count of a day starts anew, where days are what is counted. */
export function nextCountAt({ policy }: DecisionInput, { gates }: Plan, at: Instant): Instant {
  if (policy.policy.limits.maxPerOpening === undefined || hasOpenings(gates)) return Infinity;
  const table = tableOf(policy.tables, policy.policy.timeZone);
  if (table === undefined) return (Math.floor(at / DAY) + 1) * DAY;
  const midnight = (Math.floor(wallClockAt(table, at) / DAY) + 1) * DAY;
  return clockReaches(table, midnight);
}
