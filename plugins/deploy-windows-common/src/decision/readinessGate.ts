import type { Instant } from '../time';
import type { DecisionInput } from './input';
import type { Plan } from './plan';
import type { ReasonCode } from './reason';
import type { ReadinessVerdict } from './readiness';

export interface ReadinessFinding {
  readonly code: Extract<ReasonCode, 'READINESS_NOT_READY' | 'READINESS_UNKNOWN'>;
  readonly effect: 'holds' | 'warns';
  readonly open: readonly string[];
}

/**
 * Not known is not ready: a verdict that is missing, out of date or never made does not pass. Each demand asks for itself, since
 * it may name checklists of its own; the strictest answer counts.
 */
export function readinessFinding(
  { policy, readiness }: DecisionInput,
  { changes }: Plan,
  at: Instant,
): ReadinessFinding | undefined {
  if (changes.readiness === 'passes') return undefined;
  let strictest: ReadinessFinding | undefined;
  for (const { mode, from = -Infinity, checklists } of policy.policy.readiness) {
    if (from > at || mode === 'off' || mode === 'report') continue;
    const effect = mode === 'enforce' && changes.readiness === 'gates' ? 'holds' : 'warns';
    const found = finding(readiness, at, checklists);
    if (found !== undefined) strictest = stricter(strictest, { ...found, effect });
  }
  return strictest;
}

/** Two that are as strict name what both name. */
function stricter(a: ReadinessFinding | undefined, b: ReadinessFinding): ReadinessFinding {
  if (a === undefined) return b;
  if (a.effect !== b.effect) return a.effect === 'holds' ? a : b;
  return { ...b, open: [...new Set([...a.open, ...b.open])] };
}

function finding(
  readiness: ReadinessVerdict | undefined,
  at: Instant,
  checklists: readonly string[] | undefined,
): Omit<ReadinessFinding, 'effect'> | undefined {
  if (readiness === undefined || readiness.validUntil <= at) {
    return { code: 'READINESS_UNKNOWN', open: [] };
  }
  switch (readiness.verdict) {
    case 'ready':
    case 'ready-with-waivers':
      return undefined;
    case 'not-ready': {
      const open = readiness.openMust.filter(must => isAskedBy(must, checklists));
      if (checklists !== undefined && open.length === 0) return undefined;
      return { code: 'READINESS_NOT_READY', open: open.map(({ title }) => title) };
    }
    case 'not-assessed':
      return { code: 'READINESS_UNKNOWN', open: [] };
    default:
      throw new Error(readiness.verdict satisfies never);
  }
}

function isAskedBy(
  must: ReadinessVerdict['openMust'][number],
  checklists: readonly string[] | undefined,
): boolean {
  return checklists === undefined || checklists.some(id => must.checklists?.includes(id));
}
