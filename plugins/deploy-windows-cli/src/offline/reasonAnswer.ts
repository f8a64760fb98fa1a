import {
  describeReason,
  instantText,
  type ReasonAnswer,
} from 'backstage-plugin-deploy-windows-common';
import type { EffectivePolicy, Reason } from 'backstage-plugin-deploy-windows-common/evaluator';
import type { Display } from './display';

export function reasonAnswer(
  reason: Reason,
  policy: EffectivePolicy,
  display: Display,
): ReasonAnswer {
  const {
    code,
    clearedBy,
    rule,
    level,
    title,
    owner,
    hard,
    overridableBy,
    audience,
    lead,
    until,
    holder,
    since,
    open,
  } = reason;
  return {
    code,
    text: describeReason(reason, policy, display.instant),
    clearedBy: [...clearedBy],
    ...(rule !== undefined && { rule }),
    ...(level !== undefined && { level }),
    ...(title !== undefined && { title }),
    ...(owner !== undefined && { owner }),
    ...(hard !== undefined && { hard }),
    ...(overridableBy !== undefined && { overridableBy: [...overridableBy] }),
    ...(audience !== undefined && { audience }),
    ...(lead !== undefined && { lead }),
    ...(until !== undefined && { until: instantText(until) }),
    ...(holder !== undefined && { holder }),
    ...(since !== undefined && { since: instantText(since) }),
    ...(open !== undefined && { open: [...open] }),
  };
}
