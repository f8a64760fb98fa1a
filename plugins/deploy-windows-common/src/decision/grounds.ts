import type { Instant } from '../time';
import type { Ground } from './decision';
import type { DecisionInput } from './input';
import type { Plan } from './plan';
import { defaultRule } from './rule';
import { activeMembers, isOpen, type ScheduleGate } from './scheduleGate';

/** Why a start is allowed. */
export function groundsOf(
  { request }: DecisionInput,
  { gates, passed, changes }: Plan,
  usedOverrides: readonly string[],
  at: Instant,
): readonly Ground[] {
  const constrains = gates.some(({ kind }) => kind === 'allow' || kind === 'default');
  const byDefault = !constrains && changes.default === 'gates';
  return [
    ...gates.flatMap(gate => gateGrounds(gate, at)),
    ...(byDefault ? [{ code: 'OPEN_BY_DEFAULT' as const, rule: defaultRule }] : []),
    ...(passed.some(gate => !isOpen(gate, at))
      ? [{ code: 'PASSES_WINDOWS' as const, rule: request.changeType }]
      : []),
    ...usedOverrides.map(override => ({ code: 'OVERRIDE' as const, override })),
  ];
}

function gateGrounds(gate: ScheduleGate, at: Instant): readonly Ground[] {
  if (gate.kind === 'freeze') return [];
  return activeMembers(gate, at).flatMap(({ key }): readonly Ground[] => {
    if (key.startsWith('override:')) return [];
    if (gate.kind !== 'notice') return [{ code: 'ALLOW', rule: gate.rule, by: key }];
    const code = key.startsWith('notice:') ? 'NOTICE' : 'AGREED_TIME';
    return [{ code, rule: gate.rule, by: key }];
  });
}
