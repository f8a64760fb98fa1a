import { useId } from 'react';
import styles from './ScheduleFields.module.css';

export interface FileFieldProps {
  readonly label: string;
  readonly accept: string;
  /** The text of the chosen file; empty when none is chosen. */
  readonly onText: (text: string) => void;
}

/** A file of text, read in the browser. */
export const FileField = ({ label, accept, onText }: FileFieldProps) => {
  const id = useId();
  const read = async (file: File | undefined) =>
    onText(file === undefined ? '' : await file.text());
  return (
    <div>
      <label className={styles.label} htmlFor={id}>
        {label}
      </label>
      <input
        id={id}
        type="file"
        accept={accept}
        onChange={event => {
          read(event.target.files?.[0]);
        }}
      />
    </div>
  );
};
