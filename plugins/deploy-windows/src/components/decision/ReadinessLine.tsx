import type { DecisionAnswer } from 'backstage-plugin-deploy-windows-common';
import { Muted } from 'backstage-plugin-infra-overview-react';
import { isVerdictWord } from '../../lib/readiness/describeVerdict';
import { ReadinessLink } from '../readiness/ReadinessLink';
import { VerdictChip } from '../readiness/VerdictChip';
import { useReadinessSentence } from './ReadinessSentences';

/** Whether it is ready, as word and sentence, and the way to what is missing. */
export const ReadinessLine = ({ decision }: { readonly decision: DecisionAnswer }) => {
  const { entityRef, environment, readiness, target } = decision;
  const known = useReadinessSentence(target);
  const verdict = known?.verdict ?? readiness.verdict;
  return (
    <>
      {isVerdictWord(verdict) ? <VerdictChip verdict={verdict} /> : verdict}{' '}
      <ReadinessLink entityRef={entityRef} environment={environment}>
        {known?.sentence ?? openWords(readiness.open ?? [])}
      </ReadinessLink>{' '}
      <Muted>{modeWords(readiness.mode)}</Muted>
    </>
  );
};

function openWords(open: readonly string[]): string {
  return open.length === 0 ? 'What is asked of it' : `Open: ${open.join(', ')}`;
}

/** What the gate makes of it. A mode of a newer server is shown as it is. */
function modeWords(mode: string): string {
  switch (mode) {
    case 'report':
      return '(holds no deploy)';
    case 'warn':
      return '(only warns)';
    case 'enforce':
      return '(must be met)';
    default:
      return `(${mode})`;
  }
}
