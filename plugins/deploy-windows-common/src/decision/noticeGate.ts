import { audienceLead, noticeRanges } from '../notices';
import { unresolved, type AudienceKey, type Resolved } from '../schedule';
import type { LeadTime } from '../notices';
import type { CompiledPolicy, CompiledWindow } from './compile';
import type { DecisionInput } from './input';
import type { Override } from './override';
import { noticeRule } from './rule';
import type { ScheduleGate } from './scheduleGate';
import { overrideMembers, rangesMember, windowMembers } from './gateMembers';

/** An audience is free inside its agreed times, and inside a range it was told about once the lead is over. */
export function noticeGate(
  audience: AudienceKey,
  windows: readonly CompiledWindow[],
  input: DecisionInput,
  overrides: readonly Override[],
): ScheduleGate {
  const rule = noticeRule(audience);
  const lead = leadOf(audience, input.policy);
  const told = lead.ok
    ? noticeRanges(input.notices, audience, input.request.target, lead.value)
    : [];
  return {
    kind: 'notice',
    rule,
    level: windows[0]?.window.level ?? audience,
    audience,
    windows,
    ...(!lead.ok && { problem: lead.problem }),
    members: [
      ...windowMembers(windows),
      ...(told.length > 0 ? [rangesMember(`notice:${audience}`, told)] : []),
      ...overrideMembers(overrides, rule),
    ],
  };
}

/** An audience nobody has described cannot be told. */
export function leadOf(
  audience: AudienceKey,
  { policy, tables }: CompiledPolicy,
): Resolved<LeadTime> {
  const known = policy.audiences.find(({ key }) => key === audience);
  if (known === undefined) {
    return unresolved('AUDIENCE_MISSING', 'nobody knows who must be told');
  }
  return audienceLead(known, tables);
}
