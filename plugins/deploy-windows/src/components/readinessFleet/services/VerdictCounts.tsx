import type { SubjectsAnswer } from 'backstage-plugin-deploy-windows-common';
import { Link } from 'react-router-dom';
import { VERDICT_ORDER, describeVerdict } from '../../../lib/readiness/describeVerdict';
import { usePageParameters } from '../usePageParameters';
import styles from '../Fleet.module.css';

export interface VerdictCountsProps {
  readonly counts: SubjectsAnswer['byVerdict'];
  readonly total: number;
}

/** How many there are of each verdict; each number opens its rows. */
export const VerdictCounts = ({ counts, total }: VerdictCountsProps) => {
  const { parameters, query } = usePageParameters();
  return (
    <ul className={styles.counts} aria-label="Services by verdict">
      {VERDICT_ORDER.map(verdict => {
        const { word, icon } = describeVerdict(verdict, 16);
        return (
          <li key={verdict}>
            <Link
              to={query({ verdict })}
              className={styles.count}
              data-verdict={verdict}
              {...(parameters.verdict === verdict && { 'aria-current': 'true' as const })}
            >
              <span className={styles.number}>
                {icon} {counts[verdict]}
              </span>
              <span className={styles.countWord}>{word}</span>
            </Link>
          </li>
        );
      })}
      <li>
        <Link to={query({ verdict: undefined })} className={styles.count}>
          <span className={styles.number}>{total}</span>
          <span className={styles.countWord}>
            {parameters.verdict === undefined ? 'All' : 'Shown; show all'}
          </span>
        </Link>
      </li>
    </ul>
  );
};
