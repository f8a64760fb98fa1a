/* eslint-disable jsx-a11y/no-noninteractive-tabindex, jsx-a11y/no-interactive-element-to-noninteractive-role --
   as in DataTable: a scrolling box must be reachable by keyboard, and cells drawn as blocks lose their roles in some browsers */
import { VisuallyHidden } from '@backstage/ui';
import { useId, type ReactNode } from 'react';
import { anchorOf, cx } from '../../kit';
import { tableStyles } from 'backstage-plugin-infra-overview-react';
import { spokenColumns, type ItemColumn } from './columns';
import type { Shown } from './shownItems';
import styles from './shared.module.css';

export interface RowGroup<T> {
  readonly id: string;
  readonly label: ReactNode;
  readonly rows: readonly Shown<T>[];
}

export interface GroupedTableProps<T> {
  readonly caption: string;
  readonly columns: readonly ItemColumn<T>[];
  readonly groups: readonly RowGroup<T>[];
}

/** One table with a heading row a group, so that twenty small groups share one head. */
export function GroupedTable<T extends object>({
  caption,
  groups,
  ...props
}: GroupedTableProps<T>) {
  const columns = spokenColumns(
    props.columns,
    groups.flatMap(group => group.rows),
  );
  return (
    <div className={tableStyles.box}>
      <div
        className={tableStyles.scroll}
        role="group"
        aria-label={`${caption}, scrolls sideways`}
        tabIndex={0}
      >
        <table role="table" className={tableStyles.table}>
          <caption>
            <VisuallyHidden>{caption}</VisuallyHidden>
          </caption>
          <thead className={tableStyles.head}>
            <tr role="row">
              {columns.map(column => (
                <th
                  key={column.id}
                  role="columnheader"
                  scope="col"
                  className={tableStyles.header}
                  style={{ minWidth: column.minWidth }}
                >
                  {column.label}
                </th>
              ))}
            </tr>
          </thead>
          {groups.map(group => (
            <Group key={group.id} columns={columns} group={group} />
          ))}
        </table>
      </div>
    </div>
  );
}

interface GroupProps<T> {
  readonly columns: readonly ItemColumn<T>[];
  readonly group: RowGroup<T>;
}

function Group<T extends object>({ columns, group }: GroupProps<T>) {
  const id = useId();
  const [first, ...others] = columns;
  return (
    <tbody aria-labelledby={id} className={tableStyles.body}>
      <tr role="row" className={tableStyles.row}>
        <th
          role="rowheader"
          scope="rowgroup"
          colSpan={columns.length}
          id={id}
          className={styles.group}
        >
          {group.label}
        </th>
      </tr>
      {group.rows.map(row => (
        <tr key={row.path} role="row" id={anchorOf(row.path)} className={tableStyles.row}>
          <th role="rowheader" scope="row" className={cx(tableStyles.cell, tableStyles.name)}>
            {first?.cell(row)}
          </th>
          {others.map(column => (
            <td key={column.id} role="cell" className={tableStyles.cell}>
              <span className={tableStyles.label} aria-hidden>
                {column.label}
              </span>
              <div className={tableStyles.value}>{column.cell(row)}</div>
            </td>
          ))}
        </tr>
      ))}
    </tbody>
  );
}
