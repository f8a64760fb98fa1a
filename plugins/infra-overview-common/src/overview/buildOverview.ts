import { lintInfra, type Problem, type ReadResult } from '../document';
import {
  combineParts,
  effectiveInfra,
  type ChainLevel,
  type ChainLink,
  type EffectiveInfra,
} from '../effective';
import type { Instant } from '../time';
import type { NotUnderstoodAt, Overview, OverviewEntity, OverviewSource } from './overview';

/** One entity whose document was read, or was not there, or was refused. */
export interface ReadLink {
  readonly entityRef: string;
  readonly level: ChainLevel;
  readonly title?: string | undefined;
  readonly result: ReadResult;
}

export interface OverviewInput {
  readonly entity: OverviewEntity;
  /** Outermost first; the last one is the entity itself. */
  readonly chain: readonly ReadLink[];
  /** Components of a System. */
  readonly parts?: readonly ReadLink[];
  /** What the catalog itself complains about: a parent that is missing, a circle. */
  readonly problems?: readonly Problem[];
  /** Whether the zone data knows a zone. */
  readonly isTimeZone?: (zone: string) => boolean;
}

/** Everything one page needs, from documents that were read. */
export function buildOverview(input: OverviewInput, now: Instant): Overview {
  const { entity, chain, parts = [] } = input;
  const effective = combine(chain, parts);
  const own = chain.at(-1);
  const refusal = own?.result.outcome === 'refused' ? own.result.problem : undefined;
  return {
    entity,
    outcome: own?.result.outcome ?? 'absent',
    ...(refusal !== undefined && { refusal: named(refusal, own?.entityRef) }),
    problems: [
      ...(input.problems ?? []),
      ...readProblems([...chain, ...parts]),
      ...lint(input, effective, now),
    ],
    notUnderstood: [...chain, ...parts].flatMap(notUnderstoodIn),
    chain: chain.map(link => ({ ...toSource(link), level: link.level })),
    parts: parts.map(toSource),
    ...(effective !== undefined && { effective }),
    computedAt: now,
  };
}

function combine(
  chain: readonly ReadLink[],
  parts: readonly ReadLink[],
): EffectiveInfra | undefined {
  if (![...chain, ...parts].some(({ result }) => result.outcome === 'read')) return undefined;
  const links = chain.map(toChainLink);
  const own = effectiveInfra(links);
  const below = parts
    .filter(({ result }) => result.outcome === 'read')
    .map(part => effectiveInfra([...links, toChainLink(part)]));
  return below.length === 0 ? own : combineParts(own, below);
}

function toChainLink({ entityRef, level, title, result }: ReadLink): ChainLink {
  return {
    entityRef,
    level,
    ...(title !== undefined && { title }),
    ...(result.outcome === 'read' && { document: result.document }),
  };
}

function toSource({ entityRef, title, result }: ReadLink): OverviewSource {
  return { entityRef, outcome: result.outcome, ...(title !== undefined && { title }) };
}

function notUnderstoodIn({ entityRef, result }: ReadLink): readonly NotUnderstoodAt[] {
  return result.outcome === 'read'
    ? result.notUnderstood.map(item => ({ ...item, entityRef }))
    : [];
}

function readProblems(links: readonly ReadLink[]): readonly Problem[] {
  return links.flatMap(({ entityRef, result }) => {
    if (result.outcome === 'absent') return [];
    if (result.outcome === 'refused') return [named(result.problem, entityRef)];
    return result.problems.map(problem => named(problem, entityRef));
  });
}

function named(problem: Problem, entityRef: string | undefined): Problem {
  return problem.entityRef !== undefined || entityRef === undefined
    ? problem
    : { ...problem, entityRef };
}

function lint(
  { chain, parts = [], isTimeZone }: OverviewInput,
  effective: EffectiveInfra | undefined,
  now: Instant,
): readonly Problem[] {
  if (effective === undefined) return [];
  const own = chain.at(-1);
  const found = [...chain, ...parts].flatMap(link => {
    if (link.result.outcome !== 'read') return [];
    const problems = lintInfra(link.result.document, now, {
      entityRef: link.entityRef,
      kind: link.level,
      isTimeZone,
      within: effective.document,
    });
    const isAbove = link !== own && chain.includes(link);
    return isAbove ? problems.filter(isOfItself) : problems;
  });
  return withoutRepeats(found);
}

// A standard may name what other projects have: whether something is missing can only be told where it is used.
function isOfItself({ code }: Problem): boolean {
  return code !== 'dangling-ref' && code !== 'section-missing';
}

// A section that neither the System nor its Components state is missing once.
function withoutRepeats(problems: readonly Problem[]): readonly Problem[] {
  const missing = new Set<string>();
  return problems.filter(({ code, path }) => {
    if (code !== 'section-missing') return true;
    const isFirst = !missing.has(path);
    missing.add(path);
    return isFirst;
  });
}
