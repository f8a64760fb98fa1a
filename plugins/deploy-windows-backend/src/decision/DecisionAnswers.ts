import type { DecisionAnswer, ReasonAnswer } from 'backstage-plugin-deploy-windows-common';
import type {
  Decision,
  EffectivePolicy,
  Instant,
  Reason,
} from 'backstage-plugin-deploy-windows-common/evaluator';
import type { Display } from '../display/Display';
import type { LoadedInput } from './InputLoader';

export interface AnswerOptions {
  /** Under which it can be found in the log. */
  readonly decisionId?: string;
  /** `at` was not now: answered by the rules of today. */
  readonly isHypothetical?: boolean;
}

/** Decisions as they are sent: instants as text, and words for a reader's zone and language beside them. */
export interface DecisionAnswers {
  answer(
    decision: Decision,
    loaded: LoadedInput,
    display: Display,
    options?: AnswerOptions,
  ): DecisionAnswer;
  reason(reason: Reason, policy: EffectivePolicy, display: Display): ReasonAnswer;
  /** `Tue 1 Dec, 09:00`, and the same in another zone where it differs. */
  moment(at: Instant, display: Display): { readonly at: string; readonly text: string };
}
