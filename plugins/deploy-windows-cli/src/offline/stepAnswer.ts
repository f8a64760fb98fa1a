import { instantText, type ExplainAnswer } from 'backstage-plugin-deploy-windows-common';
import { describeStep, type Step } from 'backstage-plugin-deploy-windows-common/evaluator';
import type { Display } from './display';

/** A window that was considered, with what it does, as a sentence. */
export function stepAnswer(step: Step, { instant }: Display): ExplainAnswer['steps'][number] {
  const { start, end, nextStart, ...plain } = step;
  return {
    ...plain,
    ...(start !== undefined && { start: instantText(start) }),
    ...(end !== undefined && { end: instantText(end) }),
    ...(nextStart !== undefined && { nextStart: instantText(nextStart) }),
    text: describeStep(step, instant),
  };
}
