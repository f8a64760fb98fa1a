import { VisuallyHidden } from '@backstage/ui';
import type { MatrixCell } from 'backstage-plugin-infra-overview-common';
import { FactText, ToneText } from '../../kit';
import styles from './Matrix.module.css';

export interface MatrixCellTextProps {
  readonly cell: MatrixCell;
  /** The environment it differs from; left out where it does not differ. */
  readonly differsFrom?: string;
}

/** What one environment says, with a sign and words where it differs from the first. */
export const MatrixCellText = ({ cell, differsFrom }: MatrixCellTextProps) => {
  const words = <FactText state={cell.fact} text={cell.text} />;
  return (
    <>
      {differsFrom !== undefined && (
        <>
          <span aria-hidden className={styles.sign}>
            ≠
          </span>
          <VisuallyHidden>Differs from {differsFrom}: </VisuallyHidden>
        </>
      )}
      {cell.fact === 'stated' && cell.tone !== 'neutral' ? (
        <ToneText tone={cell.tone}>{words}</ToneText>
      ) : (
        words
      )}
    </>
  );
};
