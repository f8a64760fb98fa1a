import { useApi } from '@backstage/core-plugin-api';
import { Button } from '@backstage/ui';
import type { RefreshAnswer } from 'backstage-plugin-deploy-windows-common';
import { Muted, ToneText, failureOf } from 'backstage-plugin-infra-overview-react';
import { useState } from 'react';
import { readinessApiRef } from '../../api';
import { describeStatus } from '../../lib/readiness/describeStatus';
import { describeVerdict } from '../../lib/readiness/describeVerdict';
import { CheckLink } from './CheckLink';
import { useReadiness } from './ReadinessContext';
import styles from './Readiness.module.css';

type State =
  | { readonly step: 'idle' }
  | { readonly step: 'reading' }
  | { readonly step: 'read'; readonly answer: RefreshAnswer }
  | { readonly step: 'failed'; readonly message: string };

/** How old the facts are, and a way to read them now; says what changed by it. */
export const ReadAgain = () => {
  const api = useApi(readinessApiRef);
  const { answer, onChanged } = useReadiness();
  const [state, setState] = useState<State>({ step: 'idle' });
  const read = async () => {
    setState({ step: 'reading' });
    try {
      setState({ step: 'read', answer: await api.refresh(answer.subject) });
      onChanged();
    } catch (error) {
      setState({ step: 'failed', message: failureOf(error).message });
    }
  };
  return (
    <div className={styles.again}>
      <span className={styles.buttons}>
        <Muted>{answer.factsAge}</Muted>
        <Button
          size="small"
          variant="secondary"
          isPending={state.step === 'reading'}
          onPress={read}
        >
          Read again
        </Button>
      </span>
      <div role="status">
        {state.step === 'failed' && (
          <ToneText tone="bad">It could not be read: {state.message}</ToneText>
        )}
        {state.step === 'read' && <Changes answer={state.answer} />}
      </div>
    </div>
  );
};

function Changes({ answer: { before, after, changes } }: { readonly answer: RefreshAnswer }) {
  if (changes.length === 0) return <Muted>Read just now. Nothing changed.</Muted>;
  return (
    <>
      {before !== undefined && before !== after && (
        <p>
          Was: {describeVerdict(before).word}. Now: {describeVerdict(after).word}.
        </p>
      )}
      <ul>
        {changes.map(({ checkId, title, from, to }) => (
          <li key={checkId}>
            <CheckLink check={checkId}>{title}</CheckLink>:{' '}
            {from !== undefined && `${describeStatus(from).word} → `}
            {describeStatus(to).word}
          </li>
        ))}
      </ul>
    </>
  );
}
