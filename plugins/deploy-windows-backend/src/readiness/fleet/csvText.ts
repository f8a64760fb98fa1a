import type { CsvRows } from 'backstage-plugin-deploy-windows-common/readiness';
import { csv } from '../../exports/csv';

/** Rows with their header as one text; the same rules for cells as every other table. */
export function csvText([header = [], ...rows]: CsvRows): string {
  return csv(
    header,
    rows.map(cells => Object.fromEntries(header.map((column, index) => [column, cells[index]]))),
  );
}
