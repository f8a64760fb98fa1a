import {
  exemptRanges,
  gatesChangeType,
  type AudienceKey,
  type ChangeType,
  type LevelKey,
  type Source,
} from '../schedule';
import { merge } from '../time';
import { noticeGate } from './noticeGate';
import { gatesOf } from './changeTypeGates';
import type { CompiledWindow } from './compile';
import type { DecisionInput } from './input';
import { overrideRange, setsAside, type Override } from './override';
import { allowRule, defaultRule, freezeRule, type RuleKey } from './rule';
import { gateMember, type ScheduleGate } from './scheduleGate';
import { overrideMembers, windowMembers } from './gateMembers';

/**
 * Every gate of windows and notices that a kind of change has to pass. Any active freeze holds. Otherwise every level with a
 * declared allow window needs an active one; where no level has one, the default answers. And every audience must be free.
 */
export function scheduleGates(
  input: DecisionInput,
  changeType: ChangeType,
  overrides: readonly Override[],
): readonly ScheduleGate[] {
  const governing = input.policy.windows.filter(
    ({ window, governs }) => governs.governs && gatesChangeType(window, changeType),
  );
  const ofKind = (kind: CompiledWindow['window']['kind']) =>
    governing.filter(({ window }) => window.kind === kind);
  return [
    ...ofKind('freeze').map(freeze => freezeGate(freeze, input, overrides)),
    ...allowGates(ofKind('allow'), input, changeType, overrides),
    ...byAudience(ofKind('notice')).map(([audience, windows]) =>
      noticeGate(audience, windows, input, overrides),
    ),
  ];
}

function freezeGate(
  freeze: CompiledWindow,
  input: DecisionInput,
  overrides: readonly Override[],
): ScheduleGate {
  const { window, problem } = freeze;
  const rule = freezeRule(window.key);
  const cuts = merge([
    ...exemptRanges(input.exemptions, window.key, input.request.target),
    ...overrides.filter(override => setsAside(override, rule, window)).map(overrideRange),
  ]);
  const sources: readonly Source[] = problem ? [{ type: 'always' }] : freeze.sources;
  return {
    kind: 'freeze',
    rule,
    level: window.level,
    windows: [freeze],
    ...(problem && { problem }),
    members: sources.map(source =>
      gateMember(window.key, cuts.length > 0 ? { type: 'cut', source, cuts } : source),
    ),
  };
}

function allowGates(
  allows: readonly CompiledWindow[],
  input: DecisionInput,
  changeType: ChangeType,
  overrides: readonly Override[],
): readonly ScheduleGate[] {
  const constraining = new Set<LevelKey>();
  for (const { window } of allows) if (window.origin !== 'database') constraining.add(window.level);

  if (constraining.size === 0) {
    const { openByDefault } = input.policy.policy;
    if (openByDefault.open || gatesOf(changeType).default === 'passes') return [];
    const { level } = openByDefault;
    return [passGate('default', defaultRule, level, allows, overrides)];
  }
  return [...constraining].map(level => {
    const own = allows.filter(({ window }) => window.level === level);
    return passGate('allow', allowRule(level), level, own, overrides);
  });
}

function passGate(
  kind: 'allow' | 'default',
  rule: RuleKey,
  level: LevelKey,
  windows: readonly CompiledWindow[],
  overrides: readonly Override[],
): ScheduleGate {
  return {
    kind,
    rule,
    level,
    windows,
    members: [...windowMembers(windows), ...overrideMembers(overrides, rule)],
  };
}

function byAudience(
  notices: readonly CompiledWindow[],
): readonly (readonly [AudienceKey, readonly CompiledWindow[]])[] {
  const groups = new Map<AudienceKey, CompiledWindow[]>();
  for (const notice of notices) {
    const audience = notice.window.audience ?? notice.window.key;
    const group = groups.get(audience);
    if (group) group.push(notice);
    else groups.set(audience, [notice]);
  }
  return [...groups];
}
