import { placeInQueue } from '../locks';
import type { Instant } from '../time';
import { fitFinding } from './fitReasons';
import { gateReasons } from './gateReasons';
import type { DecisionInput } from './input';
import { inputReasons, inputWarnings } from './inputReasons';
import { lockFinding, type LockFinding } from './lockGate';
import { limitReasons } from './openingReasons';
import type { Plan } from './plan';
import { readinessFinding } from './readinessGate';
import type { Reason } from './reason';
import { isOpen } from './scheduleGate';
import type { Warning } from './warning';
import { passedWarnings } from './passedWarnings';

export interface Findings {
  readonly reasons: readonly Reason[];
  readonly warnings: readonly Warning[];
  readonly lock: LockFinding | undefined;
}

/** Asks every gate, also after one has said no: whoever is held wants to know all of it. */
export function evaluate(input: DecisionInput, plan: Plan, at: Instant): Findings {
  const fit = fitFinding(plan, at);
  const readiness = readinessFinding(input, plan, at);
  const lock = lockFinding(input, plan, at);
  const reasons: Reason[] = [
    ...plan.gates.filter(gate => !isOpen(gate, at)).flatMap(gate => gateReasons(gate, input, at)),
    ...inputReasons(input, plan, at),
    ...fit.reasons,
    ...limitReasons(input, plan, at),
  ];
  const warnings: Warning[] = [
    ...fit.warnings,
    ...inputWarnings(input, plan),
    ...passedWarnings(input, plan, at),
  ];
  if (readiness?.effect === 'holds') {
    const { code, open } = readiness;
    reasons.push({ code, open, clearedBy: ['attestation', 'waiver', 'repair'] });
  }
  if (readiness?.effect === 'warns') {
    warnings.push({ code: 'READINESS_WARN', text: readiness.open.join(', ') });
  }
  if (lock?.effect === 'holds') reasons.push(lockReason(lock, input));
  if (lock?.effect === 'warns') warnings.push({ code: 'LOCK_WARN', about: lock.lock.key });
  return { reasons, warnings, lock };
}

function lockReason({ lock }: LockFinding, { waiting, policy, request }: DecisionInput): Reason {
  const place = placeInQueue(policy.policy.lock.policy, waiting, request.principal);
  return {
    code: 'LOCK_HELD',
    holder: lock.holder,
    since: lock.since,
    text: lock.reason,
    ...(lock.expiresAt !== undefined && { until: lock.expiresAt }),
    ...(place !== undefined && { waiting: place }),
    clearedBy: ['waiting', 'release', 'break-lock'],
  };
}
