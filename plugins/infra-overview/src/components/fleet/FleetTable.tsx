import {
  FLEET_SORTS,
  type FleetQuery,
  type FleetRow,
  type FleetSort,
} from 'backstage-plugin-infra-overview-common';
import { useMemo } from 'react';
import { DataTable, type TableSort } from '../kit';
import { fleetColumns } from './fleetColumns';
import type { FleetChange } from './useFleetQuery';
import { useProjectHref } from './useProjectHref';

export interface FleetTableProps {
  readonly rows: readonly FleetRow[];
  readonly query: FleetQuery;
  readonly onChange: (change: FleetChange) => void;
}

const isSort = (column: string): column is FleetSort =>
  (FLEET_SORTS as readonly string[]).includes(column);

/** One row a project, sorted by the server over the whole fleet, not over the rows on screen. */
export const FleetTable = ({ rows, query, onChange }: FleetTableProps) => {
  const hrefOf = useProjectHref();
  const columns = useMemo(() => fleetColumns(hrefOf), [hrefOf]);
  const sortBy = ({ column, order }: TableSort) =>
    isSort(column) && onChange({ sort: column, order });
  return (
    <DataTable
      caption="All projects"
      columns={columns}
      rows={rows}
      rowKey={row => row.ref}
      sort={{ column: query.sort ?? 'name', order: query.order ?? 'asc' }}
      onSort={sortBy}
    />
  );
};
