import type { ReactNode } from 'react';
import { anchorOf, Muted } from '../../kit';
import { About, FieldFact, ItemName, type Shown } from '../shared';
import styles from '../shared/shared.module.css';

export interface EntryProps {
  readonly of: Shown<{ readonly about?: string | undefined }>;
  readonly chips?: ReactNode;
  /** Fields worth a line where they are stated. */
  readonly fields: readonly string[];
}

/** One entry of a list that is read, not compared: what, about what, and what else is said of it. */
export const Entry = ({ of, chips, fields }: EntryProps) => {
  const { about } = of.item;
  return (
    <li id={anchorOf(of.path)}>
      <span className={styles.inline}>
        <ItemName of={of} />
        {chips}
      </span>
      {about !== undefined && (
        <div>
          <Muted>
            about <About path={about} />
          </Muted>
        </div>
      )}
      {fields.map(field => {
        const row = of.fields.get(field);
        if (row === undefined || row.fact === 'not-stated') return null;
        return (
          <div key={field}>
            <Muted>{row.label}: </Muted>
            <FieldFact of={of} field={field} />
          </div>
        );
      })}
    </li>
  );
};
