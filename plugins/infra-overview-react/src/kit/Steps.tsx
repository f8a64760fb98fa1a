import type { ReactNode } from 'react';
import styles from './Steps.module.css';

export interface Step {
  readonly key: string;
  readonly content: ReactNode;
  /** Commands, who, expected result. */
  readonly detail?: ReactNode;
}

/** Numbered steps; forty of them stay readable and printable. */
export const Steps = ({
  steps,
  label,
}: {
  readonly steps: readonly Step[];
  readonly label: string;
}) => (
  <ol className={styles.steps} aria-label={label}>
    {steps.map(step => (
      <li key={step.key} className={styles.step}>
        <div className={styles.content}>{step.content}</div>
        {step.detail !== undefined && <div className={styles.detail}>{step.detail}</div>}
      </li>
    ))}
  </ol>
);
