import { Button } from '@backstage/ui';
import type { JudgedConfirmation, Tone } from 'backstage-plugin-infra-overview-common';
import { failureOf, Muted, ToneText } from 'backstage-plugin-infra-overview-react';
import { useState } from 'react';
import { useConfirmationsAt, useObservedActions } from '../context';
import { useReader } from '../useReader';
import styles from './Confirm.module.css';

/** Who said what of this, and when; one's own word can be taken back. */
export const Sayings = ({ path }: { readonly path: string }) => {
  const said = useConfirmationsAt(path);
  const reader = useReader();
  if (said.length === 0) return null;
  return (
    <ul className={styles.sayings} aria-label="What people say of it">
      {said.map(confirmation => (
        <li key={confirmation.id}>
          <ToneText tone={toneOf(confirmation)}>{confirmation.words}</ToneText>
          {confirmation.note !== undefined && <Muted>{confirmation.note}</Muted>}
          {confirmation.by === reader && <TakeBack id={confirmation.id} />}
        </li>
      ))}
    </ul>
  );
};

function TakeBack({ id }: { readonly id: string }) {
  const { withdrawConfirmation } = useObservedActions();
  const [state, setState] = useState<'ready' | 'sending' | Error>('ready');
  const takeBack = () => {
    setState('sending');
    withdrawConfirmation(id).then(
      () => setState('ready'),
      error => setState(error),
    );
  };
  return (
    <>
      <Button size="small" variant="tertiary" isPending={state === 'sending'} onPress={takeBack}>
        Take back
      </Button>
      {state instanceof Error && (
        <span role="alert">
          <ToneText tone="bad">Not taken back: {failureOf(state).message}</ToneText>
        </span>
      )}
    </>
  );
}

function toneOf({ answer, state }: JudgedConfirmation): Tone {
  if (answer === 'not-true') return state === 'in-force' ? 'warning' : 'neutral';
  if (answer === 'unknown' || state !== 'in-force') return 'unknown';
  return 'good';
}
