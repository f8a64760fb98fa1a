import { typicalDuration } from '../log';
import { DAY, type Instant, type TimeRange } from '../time';
import { gatesOf, type ChangeTypeGates } from './changeTypeGates';
import type { DecisionInput } from './input';
import { isUsable, overrideRange, setsAside, type Override } from './override';
import { fitRule } from './rule';
import type { ScheduleGate } from './scheduleGate';
import { scheduleGates } from './scheduleGates';

/** What a request has to pass, at whatever time it starts. */
export interface Plan {
  readonly gates: readonly ScheduleGate[];
  /** What a change of this kind passes where a deploy would be held. */
  readonly passed: readonly ScheduleGate[];
  /** Those the request may use, whenever they count. */
  readonly overrides: readonly Override[];
  readonly changes: ChangeTypeGates;
  readonly fit: FitRule;
}

export interface FitRule {
  readonly mode: 'off' | 'warn' | 'enforce';
  /** Milliseconds; absent: nobody knows, so it is not checked. */
  readonly duration?: number;
  readonly setAside: readonly TimeRange[];
}

// Openings that begin before the end of what is known may last beyond it.
const LONGEST_OPENING = 15 * DAY;

export function planOf(input: DecisionInput): Plan {
  const { request } = input;
  const overrides = input.overrides
    .filter(override => isUsable(override, request))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
  const changes = gatesOf(request.changeType);
  return {
    gates: scheduleGates(input, request.changeType, overrides),
    passed: changes.default === 'passes' ? scheduleGates(input, 'deploy', []) : [],
    overrides,
    changes,
    fit: fitOf(input, changes, overrides),
  };
}

function fitOf(
  { request, policy, recentDeployments }: DecisionInput,
  changes: ChangeTypeGates,
  overrides: readonly Override[],
): FitRule {
  const duration =
    request.duration ?? policy.policy.expectedDuration ?? typicalDuration(recentDeployments);
  const setAside = overrides.filter(override => setsAside(override, fitRule)).map(overrideRange);
  return {
    mode: fitMode(policy.policy.mustFit, changes),
    ...(duration !== undefined && { duration }),
    setAside,
  };
}

function fitMode(mustFit: FitRule['mode'], { fit }: ChangeTypeGates): FitRule['mode'] {
  if (mustFit === 'off' || fit === 'passes') return 'off';
  return fit === 'warns' ? 'warn' : mustFit;
}

/** How far ahead may be looked from an instant: to the horizon, as far as the tables go. */
export function lookUntil({ policy, stamp }: DecisionInput, at: Instant): Instant {
  return Math.min(at + stamp.horizon, policy.tables.range.end - LONGEST_OPENING);
}
