import { MINUTE, type Instant } from '../time';
import { closeOf } from './causes';
import { isSetAside } from './openingReasons';
import type { Plan } from './plan';
import type { Reason } from './reason';
import { fitRule } from './rule';
import type { Warning } from './warning';
import { nextRun } from './walk';

const SOON = 15 * MINUTE;

export interface FitFinding {
  readonly reasons: readonly Reason[];
  readonly warnings: readonly Warning[];
}

/** Whether a start now would end before the opening closes. Asked only while the windows are open. */
export function fitFinding(plan: Plan, at: Instant): FitFinding {
  const run = nextRun(plan.gates, at, at + 1);
  if (run === undefined || run.end === Infinity) return { reasons: [], warnings: [] };
  const { mode, duration = 0 } = plan.fit;
  const missing = at + duration - run.end;
  const close = closeOf(run, run.end);
  const soon: readonly Warning[] =
    run.end - at <= SOON
      ? [{ code: 'CLOSES_SOON', at: run.end, ...(close && { about: close.because.rule }) }]
      : [];
  if (mode === 'off' || missing <= 0) return { reasons: [], warnings: soon };
  if (mode === 'warn')
    return { reasons: [], warnings: [...soon, { code: 'FIT_WARN', at: run.end }] };
  if (isSetAside(plan, fitRule, at)) return { reasons: [], warnings: soon };
  return {
    reasons: [
      {
        code: 'WOULD_NOT_FIT',
        rule: fitRule,
        missing,
        clearedBy: ['waiting', 'shorter-duration', 'override'],
      },
    ],
    warnings: soon,
  };
}
