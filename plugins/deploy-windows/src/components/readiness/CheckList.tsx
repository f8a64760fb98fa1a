import type { CheckAnswer } from 'backstage-plugin-deploy-windows-common';
import { CheckRow } from './CheckRow';
import { useReadinessParameters } from './useReadinessParameters';
import styles from './Readiness.module.css';

export interface CheckListProps {
  readonly label: string;
  readonly checks: readonly CheckAnswer[];
}

/** Checks as rows. The filter hides what is only declared, but never the one that was linked to. */
export const CheckList = ({ label, checks }: CheckListProps) => {
  const { check: linked, evidence } = useReadinessParameters();
  const shown = checks.filter(
    check => evidence === 'all' || check.id === linked || check.evidence?.kind !== 'declared',
  );
  const hidden = checks.length - shown.length;
  return (
    <>
      <ul className={styles.rows} aria-label={label}>
        {shown.map(check => (
          <CheckRow key={check.id} check={check} isLinked={check.id === linked} />
        ))}
      </ul>
      {hidden > 0 && (
        <p className={styles.soft}>
          {hidden === 1 ? '1 more is' : `${hidden} more are`} only declared.
        </p>
      )}
    </>
  );
};
