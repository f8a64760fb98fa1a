import type { DriftFinding } from 'backstage-plugin-infra-overview-common';
import { DataTable } from '../../kit';
import { DRIFT_COLUMNS } from './driftColumns';

export interface DriftTableProps {
  readonly caption: string;
  readonly rows: readonly DriftFinding[];
}

/** One row a finding. */
export const DriftTable = ({ caption, rows }: DriftTableProps) => (
  <DataTable caption={caption} columns={DRIFT_COLUMNS} rows={rows} rowKey={({ id }) => id} />
);
