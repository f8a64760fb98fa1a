import { VisuallyHidden } from '@backstage/ui';
import type { ReactNode } from 'react';
import { cx } from './cx';
import { SortableHeader } from './SortableHeader';
import { useSortedRows, type TableSort } from './useSortedRows';
import styles from './DataTable.module.css';

export interface DataColumn<Row> {
  readonly id: string;
  readonly label: string;
  readonly cell: (row: Row) => ReactNode;
  /** Makes the column sortable in the browser; undefined values come last. */
  readonly sortValue?: (row: Row) => string | number | undefined;
  /** Makes the header a sort button when the caller sorts (`sort` and `onSort`). */
  readonly sortable?: true;
  readonly align?: 'end';
  /** Marks a cell, for one that differs; the cell's words must say it too. */
  readonly mark?: (row: Row) => boolean;
  readonly minWidth?: string;
}

export interface DataTableProps<Row> {
  /** Said to screen readers; headings above say it to the eye. */
  readonly caption: string;
  /** The first column names the row and stays when the table scrolls. */
  readonly columns: readonly DataColumn<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  /** Anchor of a row. */
  readonly rowId?: (row: Row) => string | undefined;
  /** Sorting done by the caller, by a server for example. */
  readonly sort?: TableSort | undefined;
  readonly onSort?: (sort: TableSort) => void;
}

/** A table that scrolls in its own box and becomes a list of labelled cards when its box is narrow. */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const { caption, columns, rowKey, rowId } = props;
  const { rows, sort, sortBy } = useSortedRows(props);
  const [first, ...others] = columns;
  if (first === undefined) return null;

  // Roles are written out because cells drawn as blocks lose theirs in some browsers.
  return (
    <div className={styles.box}>
      <div
        className={styles.scroll}
        role="group"
        aria-label={`${caption}, scrolls sideways`}
        // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a scrolling box must be reachable by keyboard
        tabIndex={0}
      >
        <table role="table" className={styles.table}>
          <caption>
            <VisuallyHidden>{caption}</VisuallyHidden>
          </caption>
          <thead className={styles.head}>
            <tr role="row">
              {columns.map(column => (
                <SortableHeader
                  key={column.id}
                  label={column.label}
                  align={column.align}
                  minWidth={column.minWidth}
                  order={sort?.column === column.id ? sort.order : undefined}
                  onPress={
                    column.sortValue !== undefined || column.sortable
                      ? () => sortBy(column.id)
                      : undefined
                  }
                />
              ))}
            </tr>
          </thead>
          <tbody className={styles.body}>
            {rows.map(row => (
              <tr role="row" key={rowKey(row)} id={rowId?.(row)} className={styles.row}>
                <th
                  role="rowheader"
                  scope="row"
                  className={cx(styles.cell, styles.name, first.mark?.(row) && styles.marked)}
                >
                  {first.cell(row)}
                </th>
                {others.map(column => (
                  <td
                    // eslint-disable-next-line jsx-a11y/no-interactive-element-to-noninteractive-role -- a cell of a table is not interactive
                    role="cell"
                    key={column.id}
                    className={cx(
                      styles.cell,
                      column.align && styles.end,
                      column.mark?.(row) && styles.marked,
                    )}
                  >
                    <span className={styles.label} aria-hidden>
                      {column.label}
                    </span>
                    <div className={styles.value}>{column.cell(row)}</div>
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}
