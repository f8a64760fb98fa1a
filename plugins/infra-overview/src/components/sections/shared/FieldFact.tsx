import type { ReactNode } from 'react';
import { OriginChip } from '../../kit';
import { Marks } from '../../observed/marks';
import { RowValue } from './RowValue';
import type { Shown } from './shownItems';

export interface FieldFactProps {
  readonly of: Shown<object>;
  readonly field: string;
  /** Better words than the core's for a stated value. */
  readonly children?: ReactNode;
}

/** A field of an item, with its origin when that is not the item's own. */
export const FieldFact = ({ of, field, children }: FieldFactProps) => {
  const row = of.fields.get(field);
  return (
    <>
      <RowValue row={row}>{children}</RowValue>
      <Marks path={`${of.path}.${field}`} />
      {row?.origin !== undefined && (
        <>
          {' '}
          <OriginChip origin={row.origin} />
        </>
      )}
    </>
  );
};
