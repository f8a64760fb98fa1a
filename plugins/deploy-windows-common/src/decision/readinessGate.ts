import type { GateMode } from 'backstage-plugin-infra-overview-common';
import type { ReadinessDemand } from '../schedule';
import type { Instant } from '../time';
import type { DecisionInput } from './input';
import type { Plan } from './plan';
import type { ReasonCode } from './reason';
import type { ReadinessVerdict } from './readiness';

const MODES: readonly GateMode[] = ['off', 'report', 'warn', 'enforce'];

/** The strictest mode that has begun. */
export function readinessMode(demands: readonly ReadinessDemand[], at: Instant): GateMode {
  let strictest = 0;
  for (const { mode, from = -Infinity } of demands) {
    if (from <= at) strictest = Math.max(strictest, MODES.indexOf(mode));
  }
  return MODES[strictest] ?? 'off';
}

export interface ReadinessFinding {
  readonly code: Extract<ReasonCode, 'READINESS_NOT_READY' | 'READINESS_UNKNOWN'>;
  readonly effect: 'holds' | 'warns';
  readonly open: readonly string[];
}

/** Not known is not ready: a verdict that is missing, out of date or never made does not pass. */
export function readinessFinding(
  { policy, readiness }: DecisionInput,
  { changes }: Plan,
  at: Instant,
): ReadinessFinding | undefined {
  const mode = readinessMode(policy.policy.readiness, at);
  if (mode === 'off' || mode === 'report' || changes.readiness === 'passes') return undefined;
  const effect = mode === 'enforce' && changes.readiness === 'gates' ? 'holds' : 'warns';
  return finding(readiness, at, effect);
}

function finding(
  readiness: ReadinessVerdict | undefined,
  at: Instant,
  effect: ReadinessFinding['effect'],
): ReadinessFinding | undefined {
  if (readiness === undefined || readiness.validUntil <= at) {
    return { code: 'READINESS_UNKNOWN', effect, open: [] };
  }
  switch (readiness.verdict) {
    case 'ready':
    case 'ready-with-waivers':
      return undefined;
    case 'not-ready':
      return {
        code: 'READINESS_NOT_READY',
        effect,
        open: readiness.openMust.map(({ title }) => title),
      };
    case 'not-assessed':
      return { code: 'READINESS_UNKNOWN', effect, open: [] };
    default:
      throw new Error(readiness.verdict satisfies never);
  }
}
