import type { ReactNode } from 'react';
import styles from './Lines.module.css';

/** Short lines under each other in a cell or card; a list for screen readers when there are several. */
export const Lines = ({ children }: { readonly children: readonly ReactNode[] }) => {
  if (children.length === 1) return <>{children[0]}</>;
  return (
    <ul className={styles.lines}>
      {children.map((line, index) => (
        // Lines have no identity of their own and never move.
        // eslint-disable-next-line react/no-array-index-key
        <li key={index}>{line}</li>
      ))}
    </ul>
  );
};
