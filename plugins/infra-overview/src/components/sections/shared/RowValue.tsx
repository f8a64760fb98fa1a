import type { FieldRow } from 'backstage-plugin-infra-overview-common';
import type { ReactNode } from 'react';
import { FactText, FieldValue, ToneText } from '../../kit';

export interface RowValueProps {
  readonly row: FieldRow | undefined;
  /** Better words for a stated value. */
  readonly children?: ReactNode;
}

/** One field in words: stated, none, not needed or not stated, with its tone. */
export const RowValue = ({ row, children }: RowValueProps) => {
  if (row === undefined) return <FactText state="not-stated" />;
  const value =
    row.fact === 'stated' && children !== undefined ? children : <FieldValue row={row} />;
  // What is not stated has a look of its own already.
  if (row.tone === 'neutral' || row.fact === 'not-stated') return <>{value}</>;
  return <ToneText tone={row.tone}>{value}</ToneText>;
};
