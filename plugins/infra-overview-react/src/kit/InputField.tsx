import { useId } from 'react';
import styles from './InputField.module.css';

export interface InputFieldProps {
  readonly label: string;
  readonly type: 'date' | 'time' | 'datetime-local' | 'number' | 'text';
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly description?: string | undefined;
  /** What is wrong with the value; read out with the field. */
  readonly error?: string | undefined;
  readonly min?: string;
  readonly max?: string;
  readonly isRequired?: boolean;
}

/** An input of a kind the UI library has none for, such as a date with a time. */
export const InputField = (props: InputFieldProps) => {
  const { label, type, value, onChange, description, error, min, max, isRequired } = props;
  const id = useId();
  const notes = [description !== undefined && `${id}-about`, error !== undefined && `${id}-error`];
  const describedBy = notes.filter(note => note !== false).join(' ');
  return (
    <div className={styles.field}>
      <label className={styles.label} htmlFor={id}>
        {label}
      </label>
      {description !== undefined && (
        <div id={`${id}-about`} className={styles.description}>
          {description}
        </div>
      )}
      <input
        id={id}
        className={styles.input}
        type={type}
        value={value}
        min={min}
        max={max}
        required={isRequired}
        aria-invalid={error !== undefined}
        {...(describedBy !== '' && { 'aria-describedby': describedBy })}
        onChange={event => onChange(event.target.value)}
      />
      {error !== undefined && (
        <div id={`${id}-error`} className={styles.error}>
          {error}
        </div>
      )}
    </div>
  );
};
