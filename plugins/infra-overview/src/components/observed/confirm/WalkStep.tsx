import { Button, TextField } from '@backstage/ui';
import type {
  ConfirmationAnswer,
  DueConfirmation,
  ObservedAnswer,
} from 'backstage-plugin-infra-overview-common';
import { Muted, ToneText } from 'backstage-plugin-infra-overview-react';
import { useState } from 'react';
import { findingTone, markWords } from '../../../lib/describeFinding';
import { useObservedAnswer } from '../context';
import { isWithin } from '../context/byPath';
import { useView } from '../../overview/context';
import styles from './Confirm.module.css';
import { mayWords } from './mayWords';
import { useWalkKeys } from './useWalkKeys';

export interface WalkStepProps {
  readonly due: DueConfirmation;
  readonly position: number;
  readonly count: number;
  readonly may: ObservedAnswer['may']['confirm'];
  readonly sending: ConfirmationAnswer | undefined;
  readonly onSay: (answer: ConfirmationAnswer, note: string) => void;
  readonly onSkip: () => void;
}

interface Choice {
  readonly key: string;
  readonly label: string;
  readonly answer: ConfirmationAnswer | undefined;
}

const CHOICES: readonly Choice[] = [
  { key: 'y', label: 'Still true', answer: 'still-true' },
  { key: 'n', label: 'Not true', answer: 'not-true' },
  { key: 'd', label: 'I don’t know', answer: 'unknown' },
  { key: 's', label: 'Skip', answer: undefined },
];

/** One thing: what is stated, how old it is, what was seen of it, and what the reader says. */
export const WalkStep = (props: WalkStepProps) => {
  const { due, position, count, may, sending, onSay, onSkip } = props;
  const { now } = useView();
  const [note, setNote] = useState('');
  // A word about a fact is about every environment it holds in.
  const drift = (useObservedAnswer()?.drift ?? []).filter(({ path }) => isWithin(path, due.path));
  const choices = CHOICES.filter(
    ({ answer }) => may === 'all' || answer === undefined || answer === 'not-true',
  );
  const choose = ({ answer }: Choice) => (answer === undefined ? onSkip() : onSay(answer, note));
  useWalkKeys(key => {
    const choice = choices.find(candidate => candidate.key === key);
    if (choice !== undefined) choose(choice);
  });
  const why = mayWords(may);
  return (
    <>
      <div>
        <Muted>
          {position} of {count}
        </Muted>
        <progress
          className={styles.bar}
          max={count}
          value={position - 1}
          aria-label={`${position} of ${count}`}
        />
      </div>
      <div aria-live="polite">
        <h3>{due.title}</h3>
        {due.value !== '' && <p className={styles.value}>{due.value}</p>}
        <p>
          <ToneText tone={due.stale ? 'warning' : 'neutral'}>{due.words}</ToneText>
        </p>
        {drift
          .filter(({ status }) => status !== 'failed')
          .map(finding => (
            <p key={finding.id}>
              <ToneText tone={findingTone(finding, now)}>
                {finding.title}: {markWords(finding)}
              </ToneText>
            </p>
          ))}
      </div>
      <TextField
        label="A word about it"
        description="May stay empty. Everybody who sees this page can read it."
        value={note}
        onChange={setNote}
      />
      <div className={styles.buttons}>
        {choices.map(choice => (
          <Button
            key={choice.key}
            variant={choice.answer === 'still-true' ? 'primary' : 'secondary'}
            isPending={sending !== undefined && sending === choice.answer}
            isDisabled={sending !== undefined && sending !== choice.answer}
            aria-keyshortcuts={choice.key}
            onPress={() => choose(choice)}
          >
            {choice.label}{' '}
            <span className={styles.key} aria-hidden>
              {choice.key.toLocaleUpperCase('en-US')}
            </span>
          </Button>
        ))}
      </div>
      {why !== undefined && <Muted>{why}</Muted>}
    </>
  );
};
