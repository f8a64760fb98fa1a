import { merge, type TimeRange } from '../time';
import type { CompiledWindow } from './compile';
import { overrideRange, setsAside, type Override } from './override';
import type { RuleKey } from './rule';
import { gateMember, type GateMember } from './scheduleGate';

export function windowMembers(windows: readonly CompiledWindow[]): readonly GateMember[] {
  return windows.flatMap(({ window, sources }) =>
    sources.map(source => gateMember(window.key, source)),
  );
}

export function overrideMembers(
  overrides: readonly Override[],
  rule: RuleKey,
): readonly GateMember[] {
  return overrides
    .filter(override => setsAside(override, rule))
    .map(override => rangesMember(`override:${override.id}`, [overrideRange(override)]));
}

export function rangesMember(key: string, ranges: readonly TimeRange[]): GateMember {
  return gateMember(key, { type: 'ranges', ranges: merge(ranges) });
}
