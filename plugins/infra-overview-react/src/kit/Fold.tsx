import { RiArrowDownSLine, RiArrowRightSLine } from '@remixicon/react';
import { useId, useState, type ReactNode } from 'react';
import { cx } from './cx';
import styles from './Fold.module.css';

export interface FoldProps {
  /** What opening it shows: "12 more fields", "Steps of Restore". */
  readonly label: ReactNode;
  readonly start?: 'open' | 'closed';
  readonly children: ReactNode;
}

/** Depth on demand. Closed content stays in the page, so that print shows it all. */
export const Fold = ({ label, start = 'closed', children }: FoldProps) => {
  const [state, setState] = useState(start);
  const id = useId();
  const open = state === 'open';
  return (
    <div>
      <button
        type="button"
        className={styles.trigger}
        aria-expanded={open}
        aria-controls={id}
        onClick={() => setState(open ? 'closed' : 'open')}
      >
        {open ? (
          <RiArrowDownSLine size={16} aria-hidden />
        ) : (
          <RiArrowRightSLine size={16} aria-hidden />
        )}
        <span>{label}</span>
      </button>
      <div id={id} className={cx(styles.content, !open && styles.closed)}>
        {children}
      </div>
    </div>
  );
};
