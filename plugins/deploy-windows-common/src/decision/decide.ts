import { noticesFor } from '../notices';
import type { Instant } from '../time';
import type { Decision, DecisionFacts, NoticeState } from './decision';
import { evaluate } from './evaluate';
import { EVALUATOR } from './evaluator';
import { groundsOf } from './grounds';
import type { DecisionInput } from './input';
import { leadOf } from './noticeGate';
import { noticeProgress } from './noticeProgress';
import { outlook } from './outlook';
import { lookUntil, planOf, type Plan } from './plan';
import { sortReasons, type Reason, type ReasonCode } from './reason';
import { isOpen } from './scheduleGate';
import { setAsideRules } from './setAsideRules';
import { uniqueSorted } from './uniqueSorted';
import { usedOverrides } from './usedOverrides';
import { retryAt, validUntil } from './validity';
import { sortWarnings } from './warning';

/** An active freeze always holds. Else every level that declares allow windows needs one open. Else the environment's default. */
export function decide(input: DecisionInput, at: Instant): Decision {
  return decideBy(input, planOf(input), at);
}

/** The same, by a plan that was made before. */
export function decideBy(input: DecisionInput, plan: Plan, at: Instant): Decision {
  const { request, policy, stamp } = input;
  const { reasons, warnings, lock } = evaluate(input, plan, at);
  const isAllowed = reasons.length === 0;
  const used = usedOverrides(input, plan, at, setAsideRules(input, plan, at));
  const horizon = lookUntil(input, at);
  const next = outlook(input, plan, at, horizon);
  const valid = validUntil(input, plan, at);
  const overrides = uniqueSorted(used.map(({ id }) => id));
  const facts: DecisionFacts = {
    target: request.target,
    changeType: request.changeType,
    principal: request.principal,
    at,
    ...(plan.fit.duration !== undefined && { duration: plan.fit.duration }),
    warnings: sortWarnings([
      ...warnings,
      ...overrides.map(id => ({ code: 'OVERRIDE_USED' as const, about: id })),
    ]),
    assumes: assumptions(reasons),
    ...next,
    horizon,
    validUntil: valid,
    ...(!isAllowed && { retryAt: retryAt(valid, at) }),
    notices: noticeStates(input, plan, at),
    lock: { key: policy.policy.lock.key, ...(lock && { held: lock.lock }) },
    overrides,
    ...(policy.policy.timeZone !== undefined && { zone: policy.policy.timeZone }),
    tzdata: stamp.tzdata,
    evaluator: EVALUATOR,
    declaredAsOf: stamp.declaredAsOf,
    inputsHash: stamp.inputsHash,
  };
  if (!isAllowed) return { outcome: 'blocked', reasons: sortReasons(reasons), ...facts };
  const grounds = groundsOf(input, plan, overrides, at);
  const finishBy = next.nextClose?.at;
  return { outcome: 'allowed', grounds, ...(finishBy !== undefined && { finishBy }), ...facts };
}

// What windows, notices and fit hold is foreseen by the walk; the rest is not.
const FORESEEN: readonly ReasonCode[] = [
  'FREEZE_ACTIVE',
  'OUTSIDE_ALLOW',
  'CLOSED_BY_DEFAULT',
  'NOTICE_REQUIRED',
  'NOTICE_PENDING',
  'WOULD_NOT_FIT',
];

function assumptions(reasons: readonly Reason[]): readonly ReasonCode[] {
  const codes = new Set<ReasonCode>();
  for (const { code } of sortReasons(reasons)) if (!FORESEEN.includes(code)) codes.add(code);
  return [...codes];
}

function noticeStates(input: DecisionInput, { gates }: Plan, at: Instant): readonly NoticeState[] {
  const { policy, notices, request } = input;
  const states = gates.flatMap((gate): readonly NoticeState[] => {
    const { audience } = gate;
    if (audience === undefined) return [];
    const lead = leadOf(audience, policy);
    const words = policy.policy.audiences.find(({ key }) => key === audience)?.lead;
    const own = noticesFor(notices, audience, request.target);
    const progress = lead.ok ? noticeProgress(own, lead.value, at) : 'none';
    const state = isOpen(gate, at) ? 'free' : progress;
    return [{ audience, state, ...(words !== undefined && { lead: words }) }];
  });
  return states.sort((a, b) => (a.audience < b.audience ? -1 : 1));
}
