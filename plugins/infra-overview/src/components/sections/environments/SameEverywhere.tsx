import type { MatrixRow } from 'backstage-plugin-infra-overview-common';
import { MatrixCellText } from './MatrixCellText';
import { MatrixLabel } from './MatrixLabel';
import styles from './Matrix.module.css';

/** Rows that need no columns: one answer holds for all environments. */
export const SameEverywhere = ({ rows }: { readonly rows: readonly MatrixRow[] }) => (
  <dl className={styles.same}>
    {rows.map(row => (
      <div key={row.id} className={styles.sameRow}>
        <dt>
          <MatrixLabel row={row} />
        </dt>
        <dd>{row.cells[0] !== undefined && <MatrixCellText cell={row.cells[0]} />}</dd>
      </div>
    ))}
  </dl>
);
