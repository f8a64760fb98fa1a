import type { ExplainAnswer } from 'backstage-plugin-deploy-windows-common';
import { decisionLines } from './decisionLines';

/** A decision with every window that was considered, one a line. */
export function explainLines(explanation: ExplainAnswer): readonly string[] {
  const { steps, grounds } = explanation;
  return [
    ...decisionLines(explanation),
    ...grounds.map(({ text }) => `Because: ${text}.`),
    steps.length === 0
      ? `No windows are declared for ${explanation.target}.`
      : `Considered for ${explanation.target}, outermost level first:`,
    ...steps.map(
      ({ kind, text, window, rule }, index) =>
        `${index + 1}. ${text} (${kind} ${window}${ruleText(rule, window)}).`,
    ),
    `Rules as of ${explanation.declaredAsOf}, zone data ${explanation.tzdata}, evaluator ${explanation.evaluator}, inputs ${explanation.inputsHash}.`,
  ];
}

function ruleText(rule: string | undefined, window: string): string {
  return rule === undefined || rule === window ? '' : `, part of ${rule}`;
}
