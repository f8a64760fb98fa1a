import { VisuallyHidden } from '@backstage/ui';
import { RiArrowRightLine } from '@remixicon/react';
import type { PathColumn, PathLane } from '../../lib/pathLayout';
import { cx } from '../kit';
import { PathSteps } from './PathSteps';
import styles from './RequestPath.module.css';

/** One lane in reading order; lane 0 is the way of a request, others work beside it. */
export const PathLaneList = ({ lane }: { readonly lane: PathLane }) => (
  <div className={styles.lane}>
    {lane.lane > 0 && <div className={styles.laneName}>Beside it</div>}
    <ol
      className={styles.columns}
      aria-label={lane.lane === 0 ? 'Way of a request' : 'Beside the way of a request'}
    >
      {lane.columns.map(column => (
        <li key={column.column} className={styles.column}>
          <Arrow column={column} />
          <PathSteps steps={column.steps} />
        </li>
      ))}
    </ol>
  </div>
);

function Arrow({ column }: { readonly column: PathColumn }) {
  if (column.joined === 'start') return null;
  return (
    <div className={cx(styles.arrow, column.joined === 'gap' && styles.gap)}>
      {column.joined === 'arrow' && (
        <>
          {column.arrow !== undefined && (
            <span className={styles.arrowLabel}>
              <VisuallyHidden>by </VisuallyHidden>
              {column.arrow}
            </span>
          )}
          <RiArrowRightLine size={16} aria-hidden className={styles.arrowIcon} />
        </>
      )}
    </div>
  );
}
