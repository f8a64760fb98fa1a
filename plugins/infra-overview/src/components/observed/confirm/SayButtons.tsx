import { Button, TextAreaField } from '@backstage/ui';
import type { ConfirmationAnswer } from 'backstage-plugin-infra-overview-common';
import { failureOf, Muted, ToneText } from 'backstage-plugin-infra-overview-react';
import { useState } from 'react';
import { useObservedActions, useObservedAnswer } from '../context';
import styles from './Confirm.module.css';
import { mayWords } from './mayWords';
import { Sayings } from './Sayings';

export interface SayButtonsProps {
  /** Fact path of what is spoken of. */
  readonly path: string;
  readonly title: string;
}

type State =
  | { readonly step: 'ready'; readonly error?: Error }
  | { readonly step: 'noting' }
  | { readonly step: 'sending'; readonly answer: ConfirmationAnswer };

/** Still true, not true, don't know: what the reader may say, and what others said. Nothing until it is known who may say what. */
export const SayButtons = ({ path, title }: SayButtonsProps) => {
  const may = useObservedAnswer()?.may.confirm;
  const { say } = useObservedActions();
  const [state, setState] = useState<State>({ step: 'ready' });
  const [note, setNote] = useState('');
  if (may === undefined) return null;

  const send = async (answer: ConfirmationAnswer) => {
    setState({ step: 'sending', answer });
    const words = note.trim();
    try {
      await say({ path, answer, ...(answer === 'not-true' && words !== '' && { note: words }) });
      setNote('');
      setState({ step: 'ready' });
    } catch (error) {
      setState({ step: 'ready', error: error as Error });
    }
  };
  const button = (answer: ConfirmationAnswer, label: string, onPress: () => void) => (
    <Button
      size="small"
      variant="secondary"
      isPending={state.step === 'sending' && state.answer === answer}
      isDisabled={state.step === 'sending' && state.answer !== answer}
      onPress={onPress}
    >
      {label}
    </Button>
  );
  const why = mayWords(may);
  return (
    <div className={styles.say}>
      <Sayings path={path} />
      {may !== 'nothing' && state.step !== 'noting' && (
        <div className={styles.buttons} role="group" aria-label={`Is it still true? ${title}`}>
          {may === 'all' && button('still-true', 'Still true', () => send('still-true'))}
          {button('not-true', 'Not true', () => setState({ step: 'noting' }))}
          {may === 'all' && button('unknown', 'I don’t know', () => send('unknown'))}
        </div>
      )}
      {state.step === 'noting' && (
        <div className={styles.noting}>
          <TextAreaField
            label="What is not true about it?"
            description="May stay empty. Everybody who sees this page can read it."
            value={note}
            onChange={setNote}
          />
          <div className={styles.buttons}>
            {button('not-true', 'Say that it is not true', () => send('not-true'))}
            <Button size="small" variant="tertiary" onPress={() => setState({ step: 'ready' })}>
              Cancel
            </Button>
          </div>
        </div>
      )}
      {why !== undefined && <Muted>{why}</Muted>}
      {state.step === 'ready' && state.error !== undefined && (
        <span role="alert">
          <ToneText tone="bad">Not noted: {failureOf(state.error).message}</ToneText>
        </span>
      )}
    </div>
  );
};
