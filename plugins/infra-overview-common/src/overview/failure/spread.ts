import type { Need } from './needs';
import type { Parts } from './parts';
import { isClient, passesOn, softnessOf } from './softness';

/** 1: less well looked after, and nobody else notices. 2: works worse. 3: does not work. */
export type Level = 1 | 2 | 3;

export interface Hit {
  readonly level: Level;
  readonly because: readonly string[];
  /** It runs on, but has nowhere to send requests. */
  readonly idle: boolean;
}

const IDLE: Readonly<Record<Level, string>> = {
  1: 'it runs on',
  2: 'it runs on; what it leads to answers less',
  3: 'it runs on, but what it leads to does not answer',
};
const UNANSWERED: Readonly<Record<Level, string>> = {
  1: 'requests are answered',
  2: 'some requests are not answered, or slower',
  3: 'no request is answered',
};

/**
 * What a failure reaches, against the direction of needs. Levels only rise, so circles come to an end. The broken parts themselves are not in the answer.
 */
export function spread(
  parts: Parts,
  needs: readonly Need[],
  broken: ReadonlySet<string>,
): ReadonlyMap<string, Hit> {
  const levels = new Map<string, Level>([...broken].map(key => [key, 3]));
  // Without what only comes by arrows: a router that leads nowhere is still there for those who stand on it.
  const own = new Map(levels);
  const arriving = groupByTarget(needs);
  const waiting = [...broken];
  for (let key = waiting.shift(); key !== undefined; key = waiting.shift()) {
    for (const need of arriving.get(key) ?? []) {
      const level = levelBy(parts, needs, { levels, own }, need);
      if (level === undefined) continue;
      const isOwn = !need.byPath && level > (own.get(need.from) ?? 0);
      if (isOwn) own.set(need.from, level);
      if (level > (levels.get(need.from) ?? 0)) levels.set(need.from, level);
      else if (!isOwn) continue;
      waiting.push(need.from);
    }
  }
  return new Map(
    [...levels].flatMap(([key, level]) =>
      broken.has(key) ? [] : [[key, describe(parts, needs, { levels, own }, key, level)] as const],
    ),
  );
}

interface Levels {
  readonly levels: ReadonlyMap<string, Level>;
  readonly own: ReadonlyMap<string, Level>;
}

function levelBy(
  parts: Parts,
  needs: readonly Need[],
  { levels, own }: Levels,
  need: Need,
): Level | undefined {
  const [from, to] = [parts.all.get(need.from), parts.all.get(need.to)];
  const level = (to !== undefined && passesOn(to) && !need.byPath ? own : levels).get(need.to);
  if (level === undefined || from === undefined || to === undefined || level === 1)
    return undefined;
  if (need.weight === 'watches') return 1;
  const softness = softnessOf(to);
  if (softness !== 'carries' && need.byPath && !isOnlyWay(parts, need))
    return softness === 'watches' ? 1 : 2;
  if (level === 2 || need.weight === 'softens') return 2;
  return need.byPath && hasAnotherWay(parts, needs, levels, need) ? 2 : 3;
}

/** Something helpful that stands in the way of everything behind it is more than a help. */
function isOnlyWay({ edges }: Parts, { from, to }: Need): boolean {
  const behind = edges.filter(edge => edge.from === to).map(edge => edge.to);
  if (behind.length === 0) return false;
  const around = reachable(edges, [from], to);
  return behind.some(key => !around.has(key));
}

/** Whoever hands out requests has others of the same kind to hand them to. */
function hasAnotherWay(
  { all }: Parts,
  needs: readonly Need[],
  levels: ReadonlyMap<string, Level>,
  { from, to }: Need,
): boolean {
  const [giver, taker] = [all.get(from), all.get(to)];
  if (giver === undefined || taker === undefined || !(passesOn(giver) || isClient(giver)))
    return false;
  return needs.some(other => {
    if (!other.byPath || other.from !== from || other.to === to || levels.get(other.to) === 3)
      return false;
    return all.get(other.to)?.nodeKind === taker.nodeKind;
  });
}

function describe(
  parts: Parts,
  needs: readonly Need[],
  levels: Levels,
  key: string,
  level: Level,
): Hit {
  const causes = needs.filter(
    need => need.from === key && levelBy(parts, needs, levels, need) === level,
  );
  const direct = causes.filter(({ byPath }) => !byPath);
  const part = parts.all.get(key);
  if (part !== undefined && direct.length === 0) {
    if (passesOn(part)) return { level, idle: true, because: [IDLE[level]] };
    if (isClient(part)) return { level, idle: false, because: [UNANSWERED[level]] };
  }
  return {
    level,
    idle: false,
    because: [...new Set(causes.map(({ because }) => because))],
  };
}

/** Keys one can get to by arrows, without passing one of them. */
export function reachable(
  edges: Parts['edges'],
  starts: readonly string[],
  without?: string,
): ReadonlySet<string> {
  const reached = new Set<string>();
  const waiting = [...starts];
  for (let key = waiting.pop(); key !== undefined; key = waiting.pop()) {
    if (reached.has(key) || key === without) continue;
    reached.add(key);
    for (const edge of edges) if (edge.from === key) waiting.push(edge.to);
  }
  return reached;
}

function groupByTarget(needs: readonly Need[]): ReadonlyMap<string, readonly Need[]> {
  const groups = new Map<string, Need[]>();
  for (const need of needs) {
    const group = groups.get(need.to);
    if (group === undefined) groups.set(need.to, [need]);
    else group.push(need);
  }
  return groups;
}
