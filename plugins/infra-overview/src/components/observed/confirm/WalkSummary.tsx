import { Button } from '@backstage/ui';
import { counted } from 'backstage-plugin-infra-overview-common';
import styles from './Confirm.module.css';
import type { Step } from './useWalk';

export interface WalkSummaryProps {
  readonly steps: readonly Step[];
  readonly onTakeBack: (step: Step) => void;
}

const WORDS: Readonly<Record<Step['answer'], string>> = {
  'still-true': 'still true',
  'not-true': 'not true',
  unknown: 'not known',
  skipped: 'skipped',
  'taken-back': 'taken back',
};

/** What was said on the walk, in numbers and one by one. */
export const WalkSummary = ({ steps, onTakeBack }: WalkSummaryProps) => {
  if (steps.length === 0) return <p>Nothing is due. Everything was looked at in time.</p>;
  return (
    <>
      <p role="status">{summaryOf(steps)}</p>
      <ul className={styles.sayings} aria-label="What you said">
        {steps.map(step => (
          <li key={step.due.path}>
            {step.due.title}: {WORDS[step.answer]}
            {step.id !== undefined && (
              <Button
                size="small"
                variant="tertiary"
                aria-label={`Take back: ${step.due.title}`}
                onPress={() => onTakeBack(step)}
              >
                Take back
              </Button>
            )}
          </li>
        ))}
      </ul>
    </>
  );
};

/** "Done: 14 still true, 1 not true, 2 skipped." */
export function summaryOf(steps: readonly Step[]): string {
  const parts = Object.entries(WORDS).flatMap(([answer, words]) => {
    const count = steps.filter(step => step.answer === answer).length;
    return count === 0 ? [] : [`${count} ${words}`];
  });
  return `Done with ${counted(steps.length, 'thing')}: ${parts.join(', ')}.`;
}
