import { useMemo, useState } from 'react';
import type { DataTableProps } from './DataTable';

export interface TableSort {
  readonly column: string;
  readonly order: 'asc' | 'desc';
}

/** Rows in the order asked for: by the caller when it sorts itself, else here, else as given. */
export function useSortedRows<Row>(props: DataTableProps<Row>) {
  const { columns, rows, onSort } = props;
  const [own, setOwn] = useState<TableSort>();
  const sort = onSort === undefined ? own : props.sort;

  const sorted = useMemo(() => {
    const value = columns.find(column => column.id === own?.column)?.sortValue;
    if (own === undefined || value === undefined) return rows;
    const direction = own.order === 'asc' ? 1 : -1;
    return [...rows].sort((a, b) => compare(value(a), value(b), direction));
  }, [columns, rows, own]);

  const sortBy = (column: string) => {
    const order = sort?.column === column && sort.order === 'asc' ? 'desc' : 'asc';
    (onSort ?? setOwn)({ column, order });
  };
  return { rows: onSort === undefined ? sorted : rows, sort, sortBy };
}

/** What has no value is last in both orders. */
function compare(
  a: string | number | undefined,
  b: string | number | undefined,
  direction: 1 | -1,
): number {
  if (a === undefined || b === undefined) return Number(a === undefined) - Number(b === undefined);
  if (typeof a === 'number' && typeof b === 'number') return (a - b) * direction;
  return String(a).localeCompare(String(b), 'en', { numeric: true }) * direction;
}
