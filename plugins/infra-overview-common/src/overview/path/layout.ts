interface Node {
  readonly id: string;
}
interface Edge {
  readonly from: string;
  readonly to: string;
}

export interface Place {
  readonly id: string;
  readonly lane: number;
  readonly column: number;
}

/**
 * Reading order. Lane 0 holds what a request from `start` reaches; what it does not reach gets lanes of its own. In a lane a node stands one
 * column behind the last node that leads to it. A circle is broken at the node written first.
 */
export function layout(
  nodes: readonly Node[],
  edges: readonly Edge[],
  start: readonly string[],
): readonly Place[] {
  const places: Place[] = [];
  const left = new Set(nodes.map(({ id }) => id));
  const successors = groupTargets(edges);
  let lane = 0;
  let roots = start.filter(id => left.has(id));
  while (left.size > 0) {
    if (roots.length === 0) roots = [nextRoot(nodes, edges, left)];
    const reached = reachable(roots, successors, left);
    const members = nodes.filter(({ id }) => reached.has(id));
    for (const [id, column] of columnsOf(members, edges, reached))
      places.push({ id, lane, column });
    for (const id of reached) left.delete(id);
    roots = [];
    lane += 1;
  }
  const order = new Map(nodes.map(({ id }, index) => [id, index]));
  return places.sort(
    (a, b) =>
      a.lane - b.lane || a.column - b.column || (order.get(a.id) ?? 0) - (order.get(b.id) ?? 0),
  );
}

function groupTargets(edges: readonly Edge[]): ReadonlyMap<string, readonly string[]> {
  const targets = new Map<string, string[]>();
  for (const { from, to } of edges) {
    const known = targets.get(from);
    if (known === undefined) targets.set(from, [to]);
    else known.push(to);
  }
  return targets;
}

function nextRoot(
  nodes: readonly Node[],
  edges: readonly Edge[],
  left: ReadonlySet<string>,
): string {
  const targets = new Set(
    edges.filter(({ from, to }) => left.has(from) && from !== to).map(({ to }) => to),
  );
  const waiting = nodes.filter(({ id }) => left.has(id));
  return (waiting.find(({ id }) => !targets.has(id)) ?? waiting[0])?.id ?? '';
}

function reachable(
  roots: readonly string[],
  successors: ReadonlyMap<string, readonly string[]>,
  left: ReadonlySet<string>,
): ReadonlySet<string> {
  const reached = new Set<string>();
  const queue = [...roots];
  for (let id = queue.pop(); id !== undefined; id = queue.pop()) {
    if (reached.has(id) || !left.has(id)) continue;
    reached.add(id);
    queue.push(...(successors.get(id) ?? []));
  }
  return reached;
}

function columnsOf(
  members: readonly Node[],
  edges: readonly Edge[],
  inLane: ReadonlySet<string>,
): ReadonlyMap<string, number> {
  const inside = edges.filter(({ from, to }) => inLane.has(from) && inLane.has(to) && from !== to);
  const before = new Map(members.map(({ id }) => [id, 0]));
  for (const { to } of inside) before.set(to, (before.get(to) ?? 0) + 1);
  const successors = groupTargets(inside);
  const columns = new Map(members.map(({ id }) => [id, 0]));
  const waiting = new Set(members.map(({ id }) => id));
  const ready = members.filter(({ id }) => before.get(id) === 0).map(({ id }) => id);
  while (waiting.size > 0) {
    const id = ready.shift() ?? [...waiting][0] ?? '';
    if (!waiting.delete(id)) continue;
    for (const next of successors.get(id) ?? []) {
      if (!waiting.has(next)) continue;
      columns.set(next, Math.max(columns.get(next) ?? 0, (columns.get(id) ?? 0) + 1));
      const open = (before.get(next) ?? 1) - 1;
      before.set(next, open);
      if (open === 0) ready.push(next);
    }
  }
  return columns;
}
