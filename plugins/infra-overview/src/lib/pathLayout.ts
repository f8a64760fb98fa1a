import type { DrawnEdge, DrawnPath, PathStep } from 'backstage-plugin-infra-overview-common';

export interface PlacedStep extends PathStep {
  /** What leads here, when the arrow before the column cannot say it: several boxes share the column. */
  readonly via?: string;
  /** Ways that are not drawn as an arrow, in words: "→ Postgres (port 5432)". */
  readonly also: readonly string[];
}

export interface PathColumn {
  readonly column: number;
  readonly steps: readonly PlacedStep[];
  /** Port or condition on the arrow that leads here. */
  readonly arrow?: string;
  /** Whether anything leads here from the column before. */
  readonly joined: 'arrow' | 'gap' | 'start';
}

export interface PathLane {
  readonly lane: number;
  readonly columns: readonly PathColumn[];
}

/** Lanes of columns of boxes, with every edge either on an arrow or in words: none is lost. */
export function pathLayout(path: DrawnPath): readonly PathLane[] {
  const lanes: PathLane[] = [];
  for (const lane of distinct(path.steps.map(step => step.lane))) {
    const inLane = path.steps.filter(step => step.lane === lane);
    const columns: PathColumn[] = [];
    let before: readonly PathStep[] = [];
    for (const column of distinct(inLane.map(step => step.column))) {
      const steps = inLane.filter(step => step.column === column);
      columns.push(placeColumn(path, column, steps, before));
      before = steps;
    }
    lanes.push({ lane, columns });
  }
  return lanes;
}

function placeColumn(
  path: DrawnPath,
  column: number,
  steps: readonly PathStep[],
  before: readonly PathStep[],
): PathColumn {
  const arriving = path.edges.filter(edge => has(before, edge.from) && has(steps, edge.to));
  const labels = distinctText(arriving.map(edge => edge.label));
  const [only] = labels;
  const onArrow =
    steps.length === 1 && arriving.every(edge => edge.label === only) ? only : undefined;
  return {
    column,
    steps: steps.map(step => placeStep(path, step, onArrow === undefined ? arriving : [])),
    joined: joinOf(before, arriving),
    ...(onArrow !== undefined && { arrow: onArrow }),
  };
}

function joinOf(before: readonly PathStep[], arriving: readonly DrawnEdge[]): PathColumn['joined'] {
  if (before.length === 0) return 'start';
  return arriving.length > 0 ? 'arrow' : 'gap';
}

function placeStep(path: DrawnPath, step: PathStep, arriving: readonly DrawnEdge[]): PlacedStep {
  const via = distinctText(
    arriving.filter(edge => edge.to === step.id).map(edge => edge.label),
  ).join(', ');
  const leaving = path.edges.filter(edge => edge.from === step.id && !isArrow(path, edge));
  return {
    ...step,
    also: leaving.map(
      edge => `→ ${labelOf(path, edge.to)}${edge.label === undefined ? '' : ` (${edge.label})`}`,
    ),
    ...(via !== '' && { via }),
  };
}

/** Drawn as an arrow: from one column to the next in the same lane. */
function isArrow(path: DrawnPath, edge: DrawnEdge): boolean {
  const from = path.steps.find(step => step.id === edge.from);
  const to = path.steps.find(step => step.id === edge.to);
  if (from === undefined || to === undefined || from.lane !== to.lane) return false;
  const columns = distinct(
    path.steps.filter(step => step.lane === from.lane).map(step => step.column),
  );
  return columns.indexOf(to.column) === columns.indexOf(from.column) + 1;
}

function labelOf(path: DrawnPath, id: string): string {
  return path.steps.find(step => step.id === id)?.label ?? id;
}

function has(steps: readonly PathStep[], id: string): boolean {
  return steps.some(step => step.id === id);
}

function distinct(numbers: readonly number[]): readonly number[] {
  return [...new Set(numbers)].sort((a, b) => a - b);
}

function distinctText(texts: readonly (string | undefined)[]): readonly string[] {
  return [...new Set(texts.filter(text => text !== undefined))];
}
