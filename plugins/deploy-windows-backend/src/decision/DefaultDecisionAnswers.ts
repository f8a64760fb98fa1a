import {
  durationText,
  instantText,
  type DecisionAnswer,
  type ReasonAnswer,
} from 'backstage-plugin-deploy-windows-common';
import {
  describeClosing,
  describeDecision,
  describeGround,
  describeOpening,
  describeReason,
  describeWarning,
  readinessMode,
  stateOf,
  titleOfAudience,
  type Decision,
  type EffectivePolicy,
  type Instant,
  type Reason,
} from 'backstage-plugin-deploy-windows-common/evaluator';
import type { Display } from '../display/Display';
import type { KnownTarget } from '../policy/TargetDirectory';
import type { AnswerOptions, DecisionAnswers } from './DecisionAnswers';
import type { LoadedInput } from './InputLoader';
import { procedureOf } from './procedureOf';

export interface DefaultDecisionAnswersOptions {
  /** Milliseconds: the longest an answer may be trusted. */
  readonly maxAge: number;
}

export class DefaultDecisionAnswers implements DecisionAnswers {
  readonly #options: DefaultDecisionAnswersOptions;
  /** Of a target as the directory knows it: the same object, the same procedure. */
  readonly #procedures = new WeakMap<
    KnownTarget,
    { readonly procedure: DecisionAnswer['procedure'] }
  >();

  constructor(options: DefaultDecisionAnswersOptions) {
    this.#options = options;
  }

  answer(
    decision: Decision,
    loaded: LoadedInput,
    display: Display,
    options: AnswerOptions = {},
  ): DecisionAnswer {
    const { input, target } = loaded;
    const { policy } = input.policy;
    const format = (at: Instant) => display.instant(at);
    const procedure = this.#procedureOf(target);
    const { duration } = decision;
    const isBlocked = decision.outcome === 'blocked';
    return {
      outcome: decision.outcome,
      state: stateOf(decision),
      sentence: describeDecision(decision, policy, format, display.zone),
      target: target.key,
      entityRef: target.entityRef,
      environment: target.environment,
      stage: target.stage,
      changeType: decision.changeType,
      principal: decision.principal,
      ...(duration !== undefined && { duration: durationText(duration) }),
      at: instantText(decision.at),
      ...(options.isHypothetical && { hypothetical: true }),
      reasons: isBlocked
        ? decision.reasons.map(reason => this.reason(reason, policy, display))
        : [],
      warnings: decision.warnings.map(warning => ({
        code: warning.code,
        text: describeWarning(warning, policy, format),
        ...(warning.about !== undefined && { about: warning.about }),
        ...(warning.at !== undefined && { at: instantText(warning.at) }),
      })),
      grounds: isBlocked ? [] : decision.grounds.map(ground => groundAnswer(ground, policy)),
      assumes: [...decision.assumes],
      horizon: instantText(decision.horizon),
      horizonExceeded: decision.horizonExceeded,
      ...this.#times(decision, policy, display),
      ...(!isBlocked &&
        decision.finishBy !== undefined && { finishBy: instantText(decision.finishBy) }),
      ...this.#trust(decision),
      notices: decision.notices.map(({ audience, lead, state }) => ({
        audience,
        title: titleOfAudience(audience, policy),
        state,
        ...(lead !== undefined && { lead }),
      })),
      readiness: readinessAnswer(loaded, decision.at),
      lock: lockAnswer(decision.lock),
      overrides: [...decision.overrides],
      ...(procedure && { procedure }),
      ...(policy.impact !== undefined && { impact: policy.impact }),
      zone: display.zone,
      ...(decision.zone !== undefined &&
        decision.zone !== display.zone && { projectZone: decision.zone }),
      tzdata: decision.tzdata,
      evaluator: decision.evaluator,
      declaredAsOf: instantText(decision.declaredAsOf),
      inputsHash: decision.inputsHash,
      ...(options.decisionId !== undefined && { decisionId: options.decisionId }),
    };
  }

  reason(reason: Reason, policy: EffectivePolicy, display: Display): ReasonAnswer {
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
      text: describeReason(reason, policy, at => display.instant(at)),
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

  moment(at: Instant, display: Display): { readonly at: string; readonly text: string } {
    return { at: instantText(at), text: display.instant(at) };
  }

  #procedureOf(target: KnownTarget): DecisionAnswer['procedure'] {
    const known = this.#procedures.get(target);
    if (known) return known.procedure;
    const procedure = procedureOf(target);
    this.#procedures.set(target, { procedure });
    return procedure;
  }

  #times(
    { nextOpen, nextClose, nextIfNotifiedNow }: Decision,
    policy: EffectivePolicy,
    display: Display,
  ) {
    return {
      ...(nextOpen && {
        nextOpen: {
          ...this.moment(nextOpen.at, display),
          reason: describeOpening(nextOpen.because, policy),
          ...(nextOpen.latestStart !== undefined && {
            latestStart: instantText(nextOpen.latestStart),
          }),
        },
      }),
      ...(nextClose && {
        nextClose: {
          ...this.moment(nextClose.at, display),
          reason: describeClosing(nextClose.because, policy),
        },
      }),
      ...(nextIfNotifiedNow && {
        nextIfNotifiedNow: {
          ...this.moment(nextIfNotifiedNow.at, display),
          tell: [...nextIfNotifiedNow.tell],
          ...(nextIfNotifiedNow.latestStart !== undefined && {
            latestStart: instantText(nextIfNotifiedNow.latestStart),
          }),
          ...(nextIfNotifiedNow.closes !== undefined && {
            closes: instantText(nextIfNotifiedNow.closes),
          }),
          ...(nextIfNotifiedNow.because && {
            closeReason: describeClosing(nextIfNotifiedNow.because, policy),
          }),
        },
      }),
    };
  }

  /** An adopter may want answers to be asked again sooner than the evaluator would. */
  #trust({ at, validUntil, retryAt }: Decision) {
    const until = Math.min(validUntil, at + this.#options.maxAge);
    return {
      validUntil: instantText(until),
      ...(retryAt !== undefined && { retryAt: instantText(Math.min(retryAt, until)) }),
    };
  }
}

function groundAnswer(
  ground: Extract<Decision, { outcome: 'allowed' }>['grounds'][number],
  policy: EffectivePolicy,
) {
  const by = 'by' in ground ? ground.by : undefined;
  const rule = 'rule' in ground ? ground.rule : ground.override;
  return {
    code: ground.code,
    text: describeGround(ground, policy),
    rule,
    ...(by !== undefined && { by }),
  };
}

function readinessAnswer({ input }: LoadedInput, at: Instant): DecisionAnswer['readiness'] {
  const { readiness, policy } = input;
  const mode = readinessMode(policy.policy.readiness, at);
  if (readiness === undefined) return { mode, verdict: 'not-assessed' };
  return {
    mode,
    verdict: readiness.verdict,
    evaluatedAt: instantText(readiness.evaluatedAt),
    open: readiness.openMust.map(({ title }) => title),
  };
}

function lockAnswer({ key, held }: Decision['lock']): DecisionAnswer['lock'] {
  if (held === undefined) return { key, held: false };
  const { id, kind, holder, reason, since, expiresAt } = held;
  return {
    key,
    held: true,
    id,
    kind,
    holder,
    reason,
    since: instantText(since),
    ...(expiresAt !== undefined && { expiresAt: instantText(expiresAt) }),
  };
}
