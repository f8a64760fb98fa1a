import {
  durationText,
  instantText,
  type DecisionAnswer,
} from 'backstage-plugin-deploy-windows-common';
import {
  describeClosing,
  describeDecision,
  describeGround,
  describeOpening,
  describeWarning,
  readinessMode,
  stateOf,
  titleOfAudience,
  type Decision,
  type DecisionInput,
  type Instant,
} from 'backstage-plugin-deploy-windows-common/evaluator';
import type { Display } from './display';
import { procedureOf, type FileTarget } from './findTarget';
import { reasonAnswer } from './reasonAnswer';

/** A decision in the shape in which the server sends it. */
export function decisionAnswer(
  decision: Decision,
  input: DecisionInput,
  file: FileTarget,
  display: Display,
  isHypothetical: boolean,
): DecisionAnswer {
  const { policy } = input.policy;
  const { target, impact } = policy;
  const reasons = decision.outcome === 'blocked' ? decision.reasons : [];
  const grounds = decision.outcome === 'allowed' ? decision.grounds : [];
  const finishBy = decision.outcome === 'allowed' ? decision.finishBy : undefined;
  const procedure = procedureOf(file);
  const moment = (at: Instant) => ({ at: instantText(at), text: display.instant(at) });
  const { duration, nextOpen, nextClose, nextIfNotifiedNow, retryAt } = decision;
  return {
    outcome: decision.outcome,
    state: stateOf(decision),
    sentence: describeDecision(decision, policy, display.instant, display.zone),
    target: target.key,
    entityRef: target.entityRef,
    environment: target.environment,
    stage: target.stage,
    changeType: decision.changeType,
    principal: decision.principal,
    ...(duration !== undefined && { duration: durationText(duration) }),
    at: instantText(decision.at),
    ...(isHypothetical && { hypothetical: true }),
    reasons: reasons.map(reason => reasonAnswer(reason, policy, display)),
    warnings: decision.warnings.map(warning => ({
      code: warning.code,
      text: describeWarning(warning, policy, display.instant),
      ...(warning.about !== undefined && { about: warning.about }),
      ...(warning.at !== undefined && { at: instantText(warning.at) }),
    })),
    grounds: grounds.map(ground => ({
      code: ground.code,
      text: describeGround(ground, policy),
      rule: 'rule' in ground ? ground.rule : ground.override,
      ...('by' in ground && { by: ground.by }),
    })),
    assumes: [...decision.assumes],
    horizon: instantText(decision.horizon),
    horizonExceeded: decision.horizonExceeded,
    ...(nextOpen && {
      nextOpen: {
        ...moment(nextOpen.at),
        ...(nextOpen.latestStart !== undefined && {
          latestStart: instantText(nextOpen.latestStart),
        }),
        reason: describeOpening(nextOpen.because, policy),
      },
    }),
    ...(nextClose && {
      nextClose: { ...moment(nextClose.at), reason: describeClosing(nextClose.because, policy) },
    }),
    ...(nextIfNotifiedNow && {
      nextIfNotifiedNow: {
        ...moment(nextIfNotifiedNow.at),
        ...(nextIfNotifiedNow.latestStart !== undefined && {
          latestStart: instantText(nextIfNotifiedNow.latestStart),
        }),
        tell: [...nextIfNotifiedNow.tell],
        ...(nextIfNotifiedNow.closes !== undefined && {
          closes: instantText(nextIfNotifiedNow.closes),
        }),
        ...(nextIfNotifiedNow.because && {
          closeReason: describeClosing(nextIfNotifiedNow.because, policy),
        }),
      },
    }),
    ...(finishBy !== undefined && { finishBy: instantText(finishBy) }),
    validUntil: instantText(decision.validUntil),
    ...(retryAt !== undefined && { retryAt: instantText(retryAt) }),
    notices: decision.notices.map(notice => ({
      ...notice,
      title: titleOfAudience(notice.audience, policy),
    })),
    readiness: { mode: readinessMode(policy.readiness, decision.at), verdict: 'not-assessed' },
    lock: { key: decision.lock.key, held: false },
    overrides: [],
    ...(procedure && { procedure }),
    ...(impact !== undefined && { impact }),
    zone: display.zone,
    ...(policy.timeZone !== undefined &&
      policy.timeZone !== display.zone && { projectZone: policy.timeZone }),
    tzdata: decision.tzdata,
    evaluator: decision.evaluator,
    declaredAsOf: instantText(decision.declaredAsOf),
    inputsHash: decision.inputsHash,
  };
}
