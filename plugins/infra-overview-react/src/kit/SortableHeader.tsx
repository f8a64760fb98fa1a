import { RiArrowDownLine, RiArrowUpLine, RiExpandUpDownLine } from '@remixicon/react';
import { cx } from './cx';
import styles from './DataTable.module.css';

export interface SortableHeaderProps {
  readonly label: string;
  readonly align: 'end' | undefined;
  readonly minWidth: string | undefined;
  readonly order: 'asc' | 'desc' | undefined;
  /** Left out: the column does not sort. */
  readonly onPress: (() => void) | undefined;
}

export const SortableHeader = ({ label, align, minWidth, order, onPress }: SortableHeaderProps) => (
  <th
    role="columnheader"
    scope="col"
    className={cx(styles.header, align && styles.end)}
    style={minWidth === undefined ? undefined : { minWidth }}
    aria-sort={onPress === undefined ? undefined : ariaSort(order)}
  >
    {onPress === undefined ? (
      label
    ) : (
      <button type="button" className={styles.sort} onClick={onPress}>
        {label}
        <span className={cx(styles.sortIcon, order === undefined && styles.unsorted)}>
          {iconOf(order)}
        </span>
      </button>
    )}
  </th>
);

function ariaSort(order: 'asc' | 'desc' | undefined) {
  if (order === undefined) return 'none';
  return order === 'asc' ? 'ascending' : 'descending';
}

function iconOf(order: 'asc' | 'desc' | undefined) {
  if (order === undefined) return <RiExpandUpDownLine size={14} aria-hidden />;
  return order === 'asc' ? (
    <RiArrowUpLine size={14} aria-hidden />
  ) : (
    <RiArrowDownLine size={14} aria-hidden />
  );
}
