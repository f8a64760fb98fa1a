import type { PathEdge, PathNode, RequestPath } from '../../document';
import type { InfraView } from '../../effective';
import { standingOf, statedBlock } from '../facts';
import { counted, inWords, present } from '../words/sentence';
import { wordLabel } from '../words/wordLabels';
import type { DrawnEdge, DrawnPath, PathStep } from './drawnPath';
import { layout, type Place } from './layout';
import { stepWords } from './stepWords';

/** The request path of one environment, ready to be drawn or read out. */
export function drawPath(view: InfraView): DrawnPath {
  const block = view.document.requestPath;
  const path = statedBlock(block);
  if (path === undefined || path.nodes.length === 0) {
    const { state, text } = standingOf(path === undefined ? block : undefined);
    return { fact: state, text, steps: [], edges: [], lanes: 0 };
  }
  return drawRequestPath(view, path);
}

/** One of several pictures: a System whose Components have one each. */
export function drawRequestPath(view: InfraView, path: RequestPath): DrawnPath {
  const nodes = distinct(path.nodes);
  const known = new Set(nodes.map(({ id }) => id));
  const edges = path.edges.filter(({ from, to }) => known.has(from) && known.has(to));
  const places = layout(nodes, edges, startOf(nodes));
  const labels = new Map(nodes.map(node => [node.id, stepWords(view, node).label]));
  const steps = places.flatMap(place => {
    const node = nodes.find(({ id }) => id === place.id);
    return node === undefined ? [] : [toStep(view, node, place, edges, labels)];
  });
  const lanes = 1 + Math.max(0, ...places.map(({ lane }) => lane));
  const text = `${counted(steps.length, 'step')}${lanes > 1 ? `, ${steps.filter(({ lane }) => lane > 0).length} beside the way of a request` : ''}`;
  return { fact: 'stated', text, steps, edges: edges.map(toEdge), lanes };
}

function distinct(nodes: readonly PathNode[]): readonly PathNode[] {
  return [...new Map(nodes.toReversed().map(node => [node.id, node])).values()].reverse();
}

function startOf(nodes: readonly PathNode[]): readonly string[] {
  const clients = nodes.filter(({ kind }) => kind === 'client').map(({ id }) => id);
  const [first] = nodes;
  return clients.length > 0 || first === undefined ? clients : [first.id];
}

function toStep(
  view: InfraView,
  node: PathNode,
  { lane, column }: Place,
  edges: readonly PathEdge[],
  labels: ReadonlyMap<string, string>,
): PathStep {
  const words = stepWords(view, node);
  const name = present([words.label, words.sublabel]).join(', ');
  const targets = edges
    .filter(({ from }) => from === node.id)
    .map(
      edge =>
        `${labels.get(edge.to) ?? edge.to}${edgeLabel(edge) === '' ? '' : ` (${edgeLabel(edge)})`}`,
    );
  return {
    id: node.id,
    kind: node.kind,
    ...words,
    path: `requestPath.nodes[${node.id}]`,
    lane,
    column,
    details: [...(node.variants ?? []), ...(node.rules ?? [])],
    sentence: targets.length === 0 ? `${name}.` : `${name}: goes to ${inWords(targets)}.`,
  };
}

function toEdge(edge: PathEdge): DrawnEdge {
  const id = edge.id ?? `${edge.from}->${edge.to}`;
  const label = edgeLabel(edge);
  return {
    id,
    from: edge.from,
    to: edge.to,
    path: `requestPath.edges[${id}]`,
    ...(label !== '' && { label }),
  };
}

function edgeLabel({ protocol, ports = [], condition, behaviour }: PathEdge): string {
  return present([
    protocol !== undefined && wordLabel(protocol),
    ports.length > 0 && `port ${inWords(ports.map(String))}`,
    condition,
    behaviour,
  ]).join(', ');
}
