import { environmentMatrix, type MatrixRow } from 'backstage-plugin-infra-overview-common';
import { useMemo, useState } from 'react';
import { DataTable, Muted, type DataColumn } from '../../kit';
import { useView } from '../../overview/context';
import { ChoiceButtons } from '../shared';
import { ColumnChoice } from './ColumnChoice';
import { MatrixCellText } from './MatrixCellText';
import { MatrixLabel } from './MatrixLabel';
import { matrixRows, type MatrixFilter } from './matrixRows';
import { SameEverywhere } from './SameEverywhere';
import styles from './Matrix.module.css';

/** Environments side by side, production first; what is the same everywhere needs no columns. */
export const EnvironmentMatrix = () => {
  const { effective, environments } = useView();
  const [chosen, setChosen] = useState<readonly string[]>();
  const [filter, setFilter] = useState<MatrixFilter>('all');
  const shown = chosen ?? environments;
  const matrix = useMemo(() => environmentMatrix(effective, shown), [effective, shown]);
  const [reference] = matrix.environments;
  if (reference === undefined) return null;
  if (matrix.environments.length === 1) return <SameEverywhere rows={matrix.rows} />;

  const { differing, same } = matrixRows(matrix.rows, filter);
  return (
    <>
      <p>
        <Muted>{summaryOf(matrix.rows, reference)}</Muted>
      </p>
      <div className={styles.controls}>
        <ChoiceButtons
          label="Rows shown"
          choices={[
            { key: 'all', label: 'All rows' },
            { key: 'differences', label: 'Only differences' },
            { key: 'missing-first', label: `Missing in ${reference}` },
          ]}
          chosen={filter}
          onChoose={setFilter}
        />
        {environments.length > 2 && (
          <ColumnChoice environments={environments} shown={shown} onChange={setChosen} />
        )}
      </div>
      {differing.length > 0 && (
        <DataTable
          caption="Environments compared"
          columns={columnsFor(matrix.environments, reference)}
          rows={differing}
          rowKey={row => row.id}
        />
      )}
      {differing.length === 0 && <p>{nothingLeft(filter, reference)}</p>}
      {same.length > 0 && (
        <>
          <h3>Same everywhere</h3>
          <SameEverywhere rows={same} />
        </>
      )}
    </>
  );
};

function summaryOf(rows: readonly MatrixRow[], reference: string): string {
  const differing = rows.filter(row => row.differs).length;
  return `${differing} of ${rows.length} rows differ; ≠ marks what differs from ${reference}.`;
}

function nothingLeft(filter: MatrixFilter, reference: string): string {
  return filter === 'missing-first'
    ? `${reference} lacks nothing that another environment has.`
    : 'No row differs between these environments.';
}

function columnsFor(
  environments: readonly string[],
  reference: string,
): readonly DataColumn<MatrixRow>[] {
  return [
    { id: 'fact', label: 'Fact', cell: row => <MatrixLabel row={row} /> },
    ...environments.map((name): DataColumn<MatrixRow> => {
      const differs = (row: MatrixRow) => row.differing.includes(name);
      return {
        // A name an author chose must not meet the id of the first column.
        id: `environment:${name}`,
        label: name,
        mark: differs,
        minWidth: '8rem',
        cell: row => {
          const cell = row.cells.find(candidate => candidate.environment === name);
          return (
            cell && <MatrixCellText cell={cell} {...(differs(row) && { differsFrom: reference })} />
          );
        },
      };
    }),
  ];
}
