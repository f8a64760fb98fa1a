import type { List, Origins } from 'backstage-plugin-infra-overview-common';
import { useMemo } from 'react';
import { anchorOf, DataTable } from '../../kit';
import { useView } from '../../overview/context';
import { spokenColumns, type ItemColumn } from './columns';
import { shownItems } from './shownItems';

export interface ItemTableProps<T> {
  readonly caption: string;
  readonly list: List<T> | undefined;
  /** Path of the list: `observability.logs`. */
  readonly at: string;
  readonly columns: readonly ItemColumn<T>[];
  /** `none` for a second table of the same items. */
  readonly anchors?: 'rows' | 'none';
  /** Of another environment than the chosen one. */
  readonly origins?: Origins;
}

/** A list of the document as a table; one row an item, the row's anchor is the item's path. */
export function ItemTable<T extends object>(props: ItemTableProps<T>) {
  const { caption, list, at, columns, anchors = 'rows' } = props;
  const { view } = useView();
  const origins = props.origins ?? view.origins;
  const rows = useMemo(() => shownItems(list, at, origins), [list, at, origins]);
  if (rows.length === 0) return null;
  return (
    <DataTable
      caption={caption}
      columns={spokenColumns(columns, rows)}
      rows={rows}
      rowKey={row => row.path}
      rowId={row => (anchors === 'rows' ? anchorOf(row.path) : undefined)}
    />
  );
}
