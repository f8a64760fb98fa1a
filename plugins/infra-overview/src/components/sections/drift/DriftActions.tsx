import { Button } from '@backstage/ui';
import type { DriftFinding } from 'backstage-plugin-infra-overview-common';
import { failureOf } from 'backstage-plugin-infra-overview-react';
import { useState } from 'react';
import { differs, isLeft } from '../../../lib/describeFinding';
import { Muted, ToneText } from '../../kit';
import { useObservedActions, useObservedAnswer } from '../../observed/context';
import { useView } from '../../overview/context';
import { AcceptDialog } from './AcceptDialog';
import { LeaveDialog } from './LeaveDialog';
import styles from './Drift.module.css';

/** Make the document say it, leave it for now, or let it count again: what makes sense for this finding. */
export const DriftActions = ({ finding }: { readonly finding: DriftFinding }) => {
  const { now } = useView();
  const may = useObservedAnswer()?.may;
  const { withdrawNote } = useObservedActions();
  const [opened, setOpened] = useState<'accept' | 'leave'>();
  const [state, setState] = useState<'ready' | 'sending' | Error>('ready');
  const { note, patch } = finding;
  if (!differs(finding)) return <Muted>nothing</Muted>;

  const left = isLeft(finding, now);
  const countAgain = () => {
    if (note === undefined) return;
    setState('sending');
    withdrawNote(note).then(
      () => setState('ready'),
      error => setState(error),
    );
  };
  return (
    <div className={styles.actions}>
      {patch !== undefined && (
        <Button
          size="small"
          variant="secondary"
          aria-label={`Accept: ${finding.title}`}
          onPress={() => setOpened('accept')}
        >
          Accept
        </Button>
      )}
      {may?.note === true && !left && (
        <Button
          size="small"
          variant="tertiary"
          aria-label={`Leave for now: ${finding.title}`}
          onPress={() => setOpened('leave')}
        >
          Leave…
        </Button>
      )}
      {may?.note === true && left && (
        <Button
          size="small"
          variant="tertiary"
          aria-label={`Count again: ${finding.title}`}
          isPending={state === 'sending'}
          onPress={countAgain}
        >
          Count again
        </Button>
      )}
      {patch === undefined && may?.note !== true && (
        <Muted>change the document or the set-up</Muted>
      )}
      {state instanceof Error && (
        <span role="alert">
          <ToneText tone="bad">Not done: {failureOf(state).message}</ToneText>
        </span>
      )}
      {opened === 'accept' && patch !== undefined && (
        <AcceptDialog finding={finding} patch={patch} onClose={() => setOpened(undefined)} />
      )}
      {opened === 'leave' && <LeaveDialog finding={finding} onClose={() => setOpened(undefined)} />}
    </div>
  );
};
