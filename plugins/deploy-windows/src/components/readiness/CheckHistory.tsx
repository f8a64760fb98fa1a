import { useApi } from '@backstage/core-plugin-api';
import { Button, Skeleton } from '@backstage/ui';
import type { CheckAnswer, HistoryAnswer } from 'backstage-plugin-deploy-windows-common';
import { FailedRequest, Muted, useAsked } from 'backstage-plugin-infra-overview-react';
import { useState } from 'react';
import { readinessApiRef } from '../../api';
import { describeStatus } from '../../lib/readiness/describeStatus';
import { formatInstant } from '../../time/formatInstant';
import { reader } from '../../time/reader';
import { PersonLink } from './PersonLink';
import { useReadiness } from './ReadinessContext';
import styles from './Readiness.module.css';

/** What it was before, and why it changed: asked for when wanted. */
export const CheckHistory = ({ check }: { readonly check: CheckAnswer }) => {
  const [isShown, setShown] = useState(false);
  return (
    <div>
      <Button
        size="small"
        variant="tertiary"
        aria-expanded={isShown}
        onPress={() => setShown(!isShown)}
      >
        {isShown ? 'Hide the history' : 'Show the history'}
      </Button>
      {isShown && <History check={check} />}
    </div>
  );
};

function History({ check }: { readonly check: CheckAnswer }) {
  const api = useApi(readinessApiRef);
  const { answer } = useReadiness();
  const asked = useAsked(
    `history ${answer.subject} ${check.id}`,
    signal => api.history(answer.subject, { check: check.id }, { signal }),
    Date.parse(answer.at),
  );
  switch (asked.state) {
    case 'loading':
      return <Skeleton width="100%" height={48} />;
    case 'failed':
      return (
        <FailedRequest
          title="The history could not be loaded"
          error={asked.error}
          onRetry={asked.again}
        />
      );
    case 'answered':
      return <Transitions history={asked.answer} />;
    default:
      throw new Error(asked satisfies never);
  }
}

function Transitions({ history: { items, nextCursor } }: { readonly history: HistoryAnswer }) {
  if (items.length === 0) return <p>It has been so as long as anybody has looked.</p>;
  return (
    <>
      <ol className={styles.plain} aria-label="History">
        {items.map(({ id, at, from, to, text, actor }) => (
          <li key={id}>
            <Muted>
              {formatInstant(at)} ({reader.zone})
            </Muted>{' '}
            {from !== undefined && `${describeStatus(from).word} → `}
            {describeStatus(to).word}: {text}
            {actor !== undefined && (
              <>
                {' '}
                (<PersonLink actor={actor} />)
              </>
            )}
          </li>
        ))}
      </ol>
      {nextCursor !== undefined && <Muted>Only the newest are shown.</Muted>}
    </>
  );
}
