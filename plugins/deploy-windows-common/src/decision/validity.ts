import { MINUTE, type Instant } from '../time';
import type { DecisionInput } from './input';
import { nextCountAt } from './openingReasons';
import type { Plan } from './plan';
import { nextBoundary } from './scheduleGate';
import { nextRun } from './walk';

const LONGEST = 15 * MINUTE;
const RETRY_WITHIN = 5 * MINUTE;

/** The first instant after `at` at which the outcome could be another, at most a quarter of an hour ahead. */
export function validUntil(input: DecisionInput, plan: Plan, at: Instant): Instant {
  let first = at + LONGEST;
  for (const candidate of candidates(input, plan, at)) {
    if (candidate > at && candidate < first) first = candidate;
  }
  return first;
}

export function retryAt(valid: Instant, at: Instant): Instant {
  return Math.min(valid, at + RETRY_WITHIN);
}

function* candidates(input: DecisionInput, plan: Plan, at: Instant): Generator<Instant> {
  const { policy, readiness, locks, recentDeployments } = input;
  for (const gate of [...plan.gates, ...plan.passed]) yield nextBoundary(gate, at);
  const { duration, mode } = plan.fit;
  if (duration !== undefined && mode !== 'off') {
    const run = nextRun(plan.gates, at, at + 1);
    // The first start that would no longer end in time.
    if (run) yield run.end - duration + 1;
  }
  for (const { start, end, revokedAt = Infinity } of plan.overrides) {
    yield start;
    yield end;
    yield revokedAt;
  }
  const { minGap } = policy.policy.limits;
  for (const { startedAt, finishedAt = startedAt } of recentDeployments) {
    yield startedAt;
    if (minGap !== undefined) yield finishedAt + minGap;
  }
  yield nextCountAt(input, plan, at);
  if (readiness) yield readiness.validUntil;
  for (const { from } of policy.policy.readiness) if (from !== undefined) yield from;
  for (const { since, expiresAt = Infinity } of locks) {
    yield since;
    yield expiresAt;
  }
  yield policy.tables.range.start;
  yield policy.tables.range.end;
}
