import type { ReactNode } from 'react';
import styles from './Labelled.module.css';

/** A visible label over something that names itself to screen readers already. */
export const Labelled = ({
  label,
  children,
}: {
  readonly label: string;
  readonly children: ReactNode;
}) => (
  <div className={styles.labelled}>
    <span className={styles.label} aria-hidden>
      {label}
    </span>
    {children}
  </div>
);
