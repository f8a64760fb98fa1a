import type { DrawnEdge, DrawnPath, PathStep } from 'backstage-plugin-infra-overview-common';
import { pathLayout } from './pathLayout';

const step = (id: string, lane: number, column: number): PathStep => ({
  id,
  kind: 'service',
  label: id,
  tone: 'neutral',
  path: `requestPath.nodes[${id}]`,
  element: `requestPath.nodes[${id}]`,
  lane,
  column,
  details: [],
  sentence: `${id}.`,
});

const edge = (from: string, to: string, label?: string): DrawnEdge => ({
  id: `${from}-${to}`,
  from,
  to,
  path: `requestPath.edges[${from}-${to}]`,
  ...(label !== undefined && { label }),
});

const path = (steps: readonly PathStep[], edges: readonly DrawnEdge[]): DrawnPath => ({
  fact: 'stated',
  text: '',
  steps,
  edges,
  lanes: 2,
});

it('writes the port on the arrow when one box follows another', () => {
  const [lane] = pathLayout(
    path([step('client', 0, 0), step('web', 0, 1)], [edge('client', 'web', '443')]),
  );
  expect(lane?.columns.map(column => [column.joined, column.arrow])).toEqual([
    ['start', undefined],
    ['arrow', '443'],
  ]);
});

it('writes conditions in the boxes when the path branches', () => {
  const steps = [step('web', 0, 0), step('db', 0, 1), step('search', 0, 1)];
  const [lane] = pathLayout(
    path(steps, [edge('web', 'db', '5432'), edge('web', 'search', 'on search')]),
  );
  expect(lane?.columns[1]?.arrow).toBeUndefined();
  expect(lane?.columns[1]?.steps.map(placed => placed.via)).toEqual(['5432', 'on search']);
});

it('says in words what no arrow can draw', () => {
  const steps = [step('web', 0, 0), step('cache', 0, 1), step('db', 0, 2), step('worker', 1, 0)];
  const lanes = pathLayout(
    path(steps, [
      edge('web', 'cache'),
      edge('web', 'db', 'when not cached'),
      edge('worker', 'db', '5432'),
    ]),
  );
  expect(lanes.map(lane => lane.lane)).toEqual([0, 1]);
  expect(lanes[0]?.columns[0]?.steps[0]?.also).toEqual(['→ db (when not cached)']);
  expect(lanes[1]?.columns[0]?.steps[0]?.also).toEqual(['→ db (5432)']);
});

it('draws no arrow between boxes nobody has joined', () => {
  const [lane] = pathLayout(path([step('web', 0, 0), step('db', 0, 1)], []));
  expect(lane?.columns[1]?.joined).toBe('gap');
});

it('loses no edge', () => {
  const steps = [
    step('a', 0, 0),
    step('b', 0, 1),
    step('c', 0, 2),
    step('d', 1, 0),
    step('e', 1, 1),
  ];
  const edges = [
    edge('a', 'b'),
    edge('b', 'c'),
    edge('c', 'a', 'back'),
    edge('d', 'e'),
    edge('e', 'b'),
    edge('b', 'd'),
  ];
  const lanes = pathLayout(path(steps, edges));
  const columns = lanes.flatMap(lane => lane.columns);
  const arrows = columns.filter(column => column.joined === 'arrow').length;
  const words = columns.flatMap(column => column.steps).flatMap(placed => placed.also).length;
  expect(arrows + words).toBe(edges.length);
});
