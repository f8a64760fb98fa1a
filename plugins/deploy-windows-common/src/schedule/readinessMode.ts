import type { GateMode } from 'backstage-plugin-infra-overview-common';
import type { Instant } from '../time';
import type { ReadinessDemand } from './policy';

const MODES: readonly GateMode[] = ['off', 'report', 'warn', 'enforce'];

/** The strictest mode that has begun, of all the levels that demand something. */
export function readinessMode(demands: readonly ReadinessDemand[], at: Instant): GateMode {
  let strictest = 0;
  for (const { mode, from = -Infinity } of demands) {
    if (from <= at) strictest = Math.max(strictest, MODES.indexOf(mode));
  }
  return MODES[strictest] ?? 'off';
}
