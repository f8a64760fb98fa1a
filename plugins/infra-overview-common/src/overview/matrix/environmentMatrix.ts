import { environmentNames, viewOf, type EffectiveInfra, type InfraView } from '../../effective';
import type { EnvironmentMatrix, MatrixCell, MatrixRow } from './matrix';
import { addonRows } from './addonRows';
import type { RowReader } from './rowReader';
import { ROW_READERS } from './rowReaders';

/**
 * Environments side by side, by what the document says. The first column is the reference. A row on which no environment says anything is left
 * out. Names the document does not know are left out as well.
 */
export function environmentMatrix(
  effective: EffectiveInfra,
  environments?: readonly string[],
): EnvironmentMatrix {
  const known = environmentNames(effective);
  const columns =
    environments === undefined ? known : environments.filter(name => known.includes(name));
  const views = columns.map(name => viewOf(effective, name));
  const rows = [...ROW_READERS, ...addonRows(effective)].map(reader =>
    readRow(reader, views, effective),
  );
  return { environments: columns, rows: rows.filter(isSaid) };
}

function readRow(
  { id, label, read }: RowReader,
  views: readonly InfraView[],
  effective: EffectiveInfra,
): MatrixRow {
  const cells: MatrixCell[] = views.map(view => ({
    environment: view.environment,
    ...read(view, effective),
  }));
  const [reference] = cells;
  const differing = cells
    .filter(cell => reference !== undefined && !isSame(cell, reference))
    .map(cell => cell.environment);
  return { id, label, cells, differs: differing.length > 0, differing };
}

function isSame(a: MatrixCell, b: MatrixCell): boolean {
  return a.fact === b.fact && a.text === b.text;
}

function isSaid({ cells }: MatrixRow): boolean {
  return cells.some(({ fact }) => fact !== 'not-stated');
}
