import { describeParty, type Procedure } from 'backstage-plugin-infra-overview-common';
import type { Step } from '../../kit';

/** Steps as written, with who does them and when they are needed. */
export function procedureSteps({ steps = [] }: Procedure): readonly Step[] {
  return steps.map((step, index) => {
    const position = String(index + 1);
    if (typeof step === 'string') return { key: position, content: step };
    const { text, condition, by } = step;
    const details = [
      condition !== undefined && `only when: ${condition}`,
      by !== undefined && `by ${describeParty(by)}`,
    ];
    const detail = details.filter(words => words !== false).join(' · ');
    return { key: position, content: text, ...(detail !== '' && { detail }) };
  });
}
