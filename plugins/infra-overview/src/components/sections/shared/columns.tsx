import type { ReactNode } from 'react';
import { Lines, type DataColumn } from '../../kit';
import { FieldFact } from './FieldFact';
import { ItemName } from './ItemName';
import type { Shown } from './shownItems';

export interface ItemColumn<T> extends DataColumn<Shown<T>> {
  /** A column that is silent about every row is left out. Without this, "not stated" is worth a column. */
  readonly isSilent?: (of: Shown<T>) => boolean;
}

// Words break anywhere in a narrow cell; below this they would break everywhere.
const MIN_WIDTH = '6.5rem';

/** The first column: the name, which opens everything about the item. */
export function nameColumn<T extends object>(label: string): ItemColumn<T> {
  return { id: 'name', label, cell: of => <ItemName of={of} />, sortValue: of => of.title };
}

/** A field as the core words it; "not stated" where it is left out. */
export function fieldColumn<T extends object>(
  field: keyof T & string,
  label: string,
): ItemColumn<T> {
  return {
    id: field,
    label,
    minWidth: MIN_WIDTH,
    cell: of => <FieldFact of={of} field={field} />,
    sortValue: of => of.fields.get(field)?.text,
  };
}

/** A field in words of the section's own; undefined leaves the core's. */
export function wordsColumn<T extends object>(
  field: keyof T & string,
  label: string,
  words: (item: T, of: Shown<T>) => ReactNode,
): ItemColumn<T> {
  return {
    id: field,
    label,
    minWidth: MIN_WIDTH,
    cell: of => (
      <FieldFact of={of} field={field}>
        {words(of.item, of)}
      </FieldFact>
    ),
  };
}

/** The same column, left out where no row states its field: nobody looks for it. */
export function ifStated<T extends object>(column: ItemColumn<T>): ItemColumn<T> {
  return { ...column, isSilent: of => !isStated(of, column.id) };
}

/** Facts worth a line where they are stated, and none where they are not: everything else is in the drawer. */
export function detailsColumn<T extends object>(
  label: string,
  fields: readonly (keyof T & string)[],
): ItemColumn<T> {
  return {
    id: 'details',
    label,
    minWidth: MIN_WIDTH,
    isSilent: of => !fields.some(field => isStated(of, field)),
    cell: of => <Details of={of} fields={fields} />,
  };
}

/** The columns that say something of some row, and those whose silence matters. */
export function spokenColumns<T>(
  columns: readonly ItemColumn<T>[],
  rows: readonly Shown<T>[],
): readonly ItemColumn<T>[] {
  return columns.filter(({ isSilent }) => isSilent === undefined || !rows.every(isSilent));
}

/** What is built in is no news: the drawer says it. */
function isStated(of: Shown<object>, field: string): boolean {
  const row = of.fields.get(field);
  return row !== undefined && row.fact !== 'not-stated' && row.origin?.level !== 'built-in';
}

interface DetailsProps {
  readonly of: Shown<object>;
  readonly fields: readonly string[];
}

function Details({ of, fields }: DetailsProps) {
  const stated = fields.filter(field => isStated(of, field));
  if (stated.length === 0) return <>–</>;
  return (
    <Lines>
      {stated.map(field => (
        <span key={field}>
          {of.fields.get(field)?.label}:{' '}
          <FieldFact of={of} field={field}>
            {of.fields.get(field)?.text}
          </FieldFact>
        </span>
      ))}
    </Lines>
  );
}
