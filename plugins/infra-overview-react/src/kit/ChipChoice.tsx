import { useId } from 'react';
import styles from './ChipChoice.module.css';

export interface Choice {
  readonly value: string;
  readonly label: string;
}

export interface ChipChoiceProps {
  /** What is chosen, said to screen readers: "Environment". */
  readonly label: string;
  readonly choices: readonly Choice[];
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** One of several, as a row of chips: real radio buttons, so arrow keys work. Many choices scroll in their own box. */
export const ChipChoice = ({ label, choices, value, onChange }: ChipChoiceProps) => {
  const name = useId();
  return (
    <div role="radiogroup" aria-label={label} className={styles.group}>
      {choices.map(choice => (
        <label key={choice.value} className={styles.chip}>
          <input
            type="radio"
            className={styles.input}
            name={name}
            value={choice.value}
            checked={choice.value === value}
            onChange={() => onChange(choice.value)}
          />
          <span className={styles.word}>{choice.label}</span>
        </label>
      ))}
    </div>
  );
};
