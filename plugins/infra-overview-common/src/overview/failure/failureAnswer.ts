import { itemPath } from '../../document';
import type { InfraView, OwnedRequestPath } from '../../effective';
import type { ObservedFact } from '../../observed';
import type { Instant } from '../../time';
import { brokenBy, failureEvent, namesOf, sharedThing, type Broken } from './broken';
import { dependantsOf } from './dependants';
import type { Affected, FailureAnswer, RecoveryStep } from './failure';
import { needsOf, type Need } from './needs';
import { partsOf, type Part, type Parts } from './parts';
import { credentialSteps, tellSteps } from './people';
import { recoveryOf } from './recover';
import { failureSentence } from './sentence';
import { isClient, passesOn, softnessOf, takesOver } from './softness';
import { reachable, spread, type Hit } from './spread';

const NOTHING_SHARED = { stops: [], unknown: [] } as const;

export interface FailureOptions {
  readonly now: Instant;
  /** What sources have seen: last backup, last restore. */
  readonly facts?: readonly ObservedFact[];
  /** Pictures of Components, where the view has none of its own. */
  readonly requestPaths?: readonly OwnedRequestPath[] | undefined;
  /** All environments of the project: they share what is not one per environment. */
  readonly environments?: readonly string[];
  readonly owner?: string | undefined;
}

/**
 * What happens if something goes down: a part of the view by its fact path, or a thing that projects share (`platform:heroku`). Nothing where the view has
 * no such thing. What is not stated is said under `unknown`; it never counts as good.
 */
export function failureAnswer(
  view: InfraView & { readonly entityRef: string },
  of: string,
  options: FailureOptions,
): FailureAnswer | undefined {
  const parts = partsOf(view, options.requestPaths);
  const broken = brokenBy(view, parts, of);
  if (broken === undefined) return undefined;

  const rescue = rescueOf(broken);
  const down = new Set(broken.parts.map(({ key }) => key));
  const needs = needsOf(view, parts);
  // With something that takes over nothing is hit: what would have been is said to be spared.
  const hits = spread(parts, needs, down);
  const reached = rescue === undefined ? hits : new Map<string, Hit>();
  const stopped = new Set(rescue === undefined ? [...down, ...keysAt(parts, reached, 3)] : []);
  const dependants = dependantsOf(view, parts, broken, stopped);
  const listed = toLists(parts, broken, reached, hits, rescue);
  const shared = rescue === undefined ? sharedWith(view, broken, options) : NOTHING_SHARED;
  const looked =
    rescue === undefined ? lookedAfter(broken, [...listed.degrades, ...dependants.degrades]) : [];
  const behind = rescue === undefined ? behindShared(broken, of) : [];
  const stops = [...behind, ...listed.stops, ...dependants.stops, ...shared.stops];
  const degrades = [...listed.degrades, ...dependants.degrades, ...looked];

  const recovery = recoveryOf(
    view,
    [...broken.parts, ...keptIn(parts, broken, stopped)],
    options.facts ?? [],
  );
  const paths = pathsOf(broken.parts);
  const credentials = credentialSteps(view, broken.parts, withSteps(view, broken.parts));
  const tell = tellSteps(
    view,
    [...withSteps(view, broken.parts), ...listed.stops.flatMap(({ path }) => path ?? [])],
    { silent: dependants.silent, owner: options.owner },
  );
  const outcome = outcomeOf(stops, degrades, rescue);
  const links = linkUnknown(parts, needs, broken, outcome);
  const isGuess = !parts.hasPath || outcome === 'no-effect-known';
  const unknown = distinct([
    ...(isGuess ? links : []),
    ...tell.unknown,
    ...recovery.unknown,
    ...credentials.unknown,
    ...shared.unknown,
    ...(isGuess ? [] : links),
  ]);
  return {
    entityRef: view.entityRef,
    environment: view.environment,
    of,
    title: broken.title,
    sentence: failureSentence({
      title: broken.title,
      event: failureEvent(of),
      environment: view.environment,
      outcome,
      rescue,
      served: servedOf(parts, reached, down),
      stops: named(parts, stops),
      degrades: named(parts, listed.degrades),
      missed: [...dependants.degrades, ...looked],
      said: recovery.said,
      credentials: credentials.steps,
      unknown,
    }),
    outcome,
    stops,
    degrades,
    unaffected: listed.unaffected,
    recover: recovery.steps,
    credentials: credentials.steps,
    tell: [...tell.steps, ...otherProjects(broken, paths)],
    unknown,
    onPath: onPathOf(parts, broken, reached, rescue),
  };
}

/** Only a part by itself has something that takes over; nothing does for a whole platform. */
function rescueOf({ parts }: Broken): string | undefined {
  const [only, ...others] = parts;
  return only === undefined || others.length > 0 ? undefined : takesOver(only);
}

function keysAt({ all }: Parts, hits: ReadonlyMap<string, Hit>, level: Hit['level']): string[] {
  return [...hits].flatMap(([key, hit]) =>
    hit.level === level && !hit.idle && all.has(key) ? [key] : [],
  );
}

function toLists(
  parts: Parts,
  broken: Broken,
  reached: ReadonlyMap<string, Hit>,
  spared: ReadonlyMap<string, Hit>,
  rescue: string | undefined,
) {
  const stops: Affected[] = [];
  const degrades: Affected[] = [];
  const unaffected: Affected[] = [];
  const down = new Set(broken.parts.map(({ key }) => key));
  const cut = rescue === undefined ? cutOff(parts, broken) : new Set<string>();
  for (const part of parts.all.values()) {
    if (down.has(part.key)) continue;
    const hit = reached.get(part.key);
    const because = hit?.because.slice(0, 3).join('; ') ?? '';
    if (hit === undefined) {
      const why = sparedBecause(part, broken, { cut, spared, rescue });
      if (why !== undefined) unaffected.push(affected(part, why));
    } else if (hit.idle) {
      unaffected.push(affected(part, `it runs on, but ${because}`));
    } else if (hit.level === 3) stops.push(affected(part, because));
    else degrades.push(affected(part, because));
  }
  return { stops, degrades, unaffected };
}

function sparedBecause(
  part: Part,
  { title }: Broken,
  known: {
    readonly cut: ReadonlySet<string>;
    readonly spared: ReadonlyMap<string, Hit>;
    readonly rescue: string | undefined;
  },
): string | undefined {
  if (known.rescue !== undefined)
    return known.spared.has(part.key) ? `${title} should go on: ${known.rescue}` : undefined;
  // Only what a picture shows can be said to be untouched: of the rest it is not known.
  if (part.steps.length === 0) return undefined;
  return known.cut.has(part.key)
    ? `it runs on, but no request reaches it without ${title}`
    : `nothing stated leads from it to ${title}`;
}

/** What people get to only by way of the broken parts. */
function cutOff({ all, edges }: Parts, broken: Broken): ReadonlySet<string> {
  const clients = [...all.values()].filter(isClient).map(({ key }) => key);
  const before = reachable(edges, clients);
  const down = new Set(broken.parts.map(({ key }) => key));
  const after = reachable(
    edges.filter(({ from, to }) => !down.has(from) && !down.has(to)),
    clients.filter(key => !down.has(key)),
  );
  return new Set([...before].filter(key => !after.has(key) && !down.has(key)));
}

function affected({ path, title }: Part, because: string): Affected {
  return { title, because, ...(path !== undefined && { path }) };
}

/** The same add-on may serve other environments. */
function sharedWith(
  view: InfraView,
  { parts }: Broken,
  { environments = [] }: FailureOptions,
): {
  readonly stops: readonly Affected[];
  readonly unknown: FailureAnswer['unknown'];
} {
  const others = environments.filter(name => name !== view.environment);
  const [only] = parts;
  if (parts.length !== 1 || only?.addon === undefined || others.length === 0) return NOTHING_SHARED;
  if (softnessOf(only) !== 'carries') return NOTHING_SHARED;
  const { perEnvironment, environments: scope } = only.addon;
  const sharing = scope === undefined ? others : others.filter(name => scope.includes(name));
  if (perEnvironment === true || sharing.length === 0) return NOTHING_SHARED;
  if (perEnvironment === undefined) {
    const question = `Do ${namesOf(sharing)} stand on the same ${only.title}?`;
    return { stops: [], unknown: [{ path: `${only.key}.perEnvironment`, question }] };
  }
  const because = `it stands on the same ${only.title}: there is not one per environment`;
  return { stops: sharing.map(title => ({ title, because })), unknown: [] };
}

/** Of a thing that projects share, what a project has of it. */
function behindShared({ parts, title }: Broken, of: string): readonly Affected[] {
  if (sharedThing(of) === undefined) return [];
  return parts
    .filter(
      part =>
        part.kind !== 'platform' && part.kind !== 'credential' && softnessOf(part) === 'carries',
    )
    .map(part => affected(part, `it is ${title}`));
}

/** A tool that only looks on has no arrows to it: what is missed is what it does. */
function lookedAfter({ parts }: Broken, degrades: readonly Affected[]): readonly Affected[] {
  if (degrades.length > 0) return [];
  return parts.flatMap(part => {
    if (part.addon === undefined) return [];
    const softness = softnessOf(part);
    switch (softness) {
      case 'watches':
        return [affected(part, 'the service runs on without it; what it does is missed')];
      case 'helps':
        return [affected(part, 'the service runs on without it, slower')];
      case 'carries':
        return [];
      default:
        throw new Error(softness satisfies never);
    }
  });
}

/** Add-ons whose data lies in what is down have the same way back. */
function keptIn({ all }: Parts, broken: Broken, stopped: ReadonlySet<string>): readonly Part[] {
  if (
    broken.parts.some(
      ({ kind }) => kind !== 'platform' && kind !== 'account' && kind !== 'environment',
    )
  )
    return [];
  return [...all.values()].filter(
    ({ key, addon }) =>
      addon !== undefined &&
      stopped.has(key) &&
      addon.volatile === true &&
      addon.storedIn === undefined,
  );
}

function pathsOf(parts: readonly Part[]): readonly string[] {
  return parts.flatMap(({ path }) => path ?? []);
}

function withSteps(view: InfraView, parts: readonly Part[]): readonly string[] {
  return parts.flatMap(({ kind, path, steps }) => [
    ...(path === undefined ? [] : [path.replace(/\.hosting$/, '')]),
    // A box that is nothing by itself is the platform's.
    ...(kind === 'node' ? [itemPath('environments', view.environment)] : []),
    ...steps.map(step => itemPath('requestPath.nodes', step)),
  ]);
}

function outcomeOf(
  stops: readonly Affected[],
  degrades: readonly Affected[],
  rescue: string | undefined,
): FailureAnswer['outcome'] {
  if (rescue !== undefined) return 'survives';
  if (stops.length > 0) return 'stops';
  return degrades.length > 0 ? 'degrades' : 'no-effect-known';
}

/** Whether what is known of links is enough to say what is hit. */
function linkUnknown(
  parts: Parts,
  needs: readonly Need[],
  broken: Broken,
  outcome: FailureAnswer['outcome'],
): FailureAnswer['unknown'] {
  if (!parts.hasPath)
    return [{ path: 'requestPath', question: `Which parts call ${broken.title}?` }];
  const down = new Set(broken.parts.map(({ key }) => key));
  const isNamed = needs.some(({ to }) => down.has(to));
  const found: { path: string; question: string }[] = [];
  if (outcome === 'no-effect-known' && !isNamed)
    found.push({
      path: 'requestPath.edges',
      question: `What needs ${broken.title}? No arrow and no reference leads to it`,
    });
  const isCalled = broken.parts.some(
    part => ['addon', 'node', 'process'].includes(part.kind) && softnessOf(part) === 'carries',
  );
  if (!isCalled) return found;
  for (const { kind, steps, path, title } of parts.all.values())
    if (kind === 'process' && steps.length === 0 && path !== undefined && !down.has(path))
      found.push({
        path: 'requestPath.nodes',
        question: `Does ${title} need ${broken.title}? It is not on the request path`,
      });
  return found;
}

/** How people who come by the request path fare; nothing where no client is drawn. */
function servedOf(
  { all }: Parts,
  hits: ReadonlyMap<string, Hit>,
  down: ReadonlySet<string>,
): 'nobody' | 'some' | undefined {
  const clients = [...all.values()].filter(part => isClient(part) && !down.has(part.key));
  const levels = clients.map(({ key }) => hits.get(key)?.level ?? 0);
  if (levels.length > 0 && levels.every(level => level === 3)) return 'nobody';
  return levels.some(level => level > 1) ? 'some' : undefined;
}

/** What the sentence names: clients have words of their own, and the environment is said already. */
function named({ all }: Parts, list: readonly Affected[]): readonly Affected[] {
  const things = list.filter(({ path }) => {
    const part = path === undefined ? undefined : all.get(path);
    return part === undefined || !isClient(part);
  });
  const inside = things.filter(
    ({ path }) => path === undefined || all.get(path)?.kind !== 'environment',
  );
  return inside.length > 0 ? inside : things;
}

function otherProjects({ parts }: Broken, paths: readonly string[]): readonly RecoveryStep[] {
  return parts.flatMap(({ addon, path }) =>
    addon?.resourceRef === undefined || path === undefined || !paths.includes(path)
      ? []
      : [
          {
            title: 'Other projects on it',
            text: `It is ${addon.resourceRef} in the catalog; whoever else names it is hit too`,
            path,
          },
        ],
  );
}

function onPathOf(
  { all }: Parts,
  broken: Broken,
  hits: ReadonlyMap<string, Hit>,
  rescue: string | undefined,
): FailureAnswer['onPath'] {
  const down = broken.parts.flatMap(({ steps }) => steps);
  const at = (fits: (hit: Hit, part: Part) => boolean) =>
    [...all.values()].flatMap(part => {
      const hit = hits.get(part.key);
      return hit !== undefined && fits(hit, part) ? part.steps : [];
    });
  return {
    broken: rescue === undefined ? down : [],
    surviving: rescue === undefined ? [] : down,
    stopped: at((hit, part) => hit.level === 3 && !(hit.idle && passesOn(part))),
    degraded: at((hit, part) => hit.level < 3 && !(hit.idle && passesOn(part))),
  };
}

function distinct(unknown: FailureAnswer['unknown']): FailureAnswer['unknown'] {
  return [...new Map(unknown.map(item => [`${item.path} ${item.question}`, item])).values()];
}
