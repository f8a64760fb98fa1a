import type { MatrixRow } from 'backstage-plugin-infra-overview-common';

export type MatrixFilter = 'all' | 'differences' | 'missing-first';

/** The rows a filter leaves, those that differ apart from those that are the same everywhere. */
export function matrixRows(
  rows: readonly MatrixRow[],
  filter: MatrixFilter,
): { readonly differing: readonly MatrixRow[]; readonly same: readonly MatrixRow[] } {
  const differing = rows.filter(row => row.differs);
  switch (filter) {
    case 'all':
      return { differing, same: rows.filter(row => !row.differs) };
    case 'differences':
      return { differing, same: [] };
    case 'missing-first':
      return { differing: differing.filter(firstLacks), same: [] };
    default:
      throw new Error(filter satisfies never);
  }
}

/** The first environment has nothing where another has something: "production lacks what staging has". */
function firstLacks({ cells }: MatrixRow): boolean {
  const [first, ...others] = cells;
  const lacks = first?.fact === 'none' || first?.fact === 'not-stated';
  return lacks && others.some(cell => cell.fact === 'stated');
}
