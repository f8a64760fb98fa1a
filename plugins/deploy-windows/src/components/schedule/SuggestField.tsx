import { useId } from 'react';
import styles from './ScheduleFields.module.css';

export interface SuggestFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** Offered while typing; anything else may be written too, and the server judges it. */
  readonly suggestions: readonly string[];
}

/** A text with suggestions, such as a time zone found by its city. */
export const SuggestField = ({ label, value, onChange, suggestions }: SuggestFieldProps) => {
  const id = useId();
  return (
    <div>
      <label className={styles.label} htmlFor={id}>
        {label}
      </label>
      <input
        id={id}
        className={styles.input}
        list={`${id}-list`}
        value={value}
        spellCheck={false}
        autoComplete="off"
        onChange={event => onChange(event.target.value)}
      />
      <datalist id={`${id}-list`}>
        {suggestions.map(suggestion => (
          <option key={suggestion} value={suggestion} />
        ))}
      </datalist>
    </div>
  );
};
