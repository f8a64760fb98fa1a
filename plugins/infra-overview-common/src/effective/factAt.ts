import type { JsonObject, JsonValue } from '@backstage/types';
import { parseFactPath, type FactPath } from '../document';
import type { EffectiveInfra } from './effectiveInfra';
import { locate, says, type Stated } from './locate';
import type { Origin } from './origin';
import { isObject, sameJson } from './shape';
import { environmentNames } from './stage';
import { viewOf, type InfraView } from './viewOf';

/** Four different things, never merged. */
export type Fact<T = JsonValue> =
  | { readonly state: 'stated'; readonly value: T; readonly origin: Origin }
  | { readonly state: 'none'; readonly origin: Origin }
  | { readonly state: 'not-needed'; readonly reason: string; readonly origin: Origin }
  | { readonly state: 'not-stated'; readonly wanted: string };

/** A fact with the concrete path it was found at, and the environment where it is not the same in all of them. */
export interface LocatedFact {
  readonly path: string;
  readonly fact: Fact;
  readonly environment?: string;
}

/** Answers many questions about one document; each environment is looked at once. */
export interface FactReader {
  /** The first stated fact the path names, else what is known about the first. */
  factAt(path: string): Fact;
  /** Every fact the path names, in every environment where it depends on one. */
  factsAt(path: string): readonly LocatedFact[];
}

export function factAt(from: EffectiveInfra | InfraView, path: string): Fact {
  return factReader(from).factAt(path);
}

export function factsAt(from: EffectiveInfra | InfraView, path: string): readonly LocatedFact[] {
  return factReader(from).factsAt(path);
}

export function factReader(from: EffectiveInfra | InfraView): FactReader {
  const factsAtPath = 'environment' in from ? readerOfView(from) : readerOfAll(from);
  const facts = (text: string): readonly LocatedFact[] => {
    const path = parseFactPath(text);
    return path ? factsAtPath(path) : [{ path: text, fact: { state: 'not-stated', wanted: text } }];
  };
  return {
    factsAt: facts,
    factAt: text => {
      const found = facts(text);
      const best = found.find(({ fact }) => fact.state === 'stated') ?? found[0];
      return best?.fact ?? { state: 'not-stated', wanted: text };
    },
  };
}

type Read = (path: FactPath) => readonly LocatedFact[];

function readerOfView(view: InfraView): Read {
  return path => locate(statedBy(view), path);
}

function readerOfAll(effective: EffectiveInfra): Read {
  const names = environmentNames(effective);
  const views = new Map<string, Stated>();
  const view = (name: string): Stated => {
    const known = views.get(name) ?? statedBy(viewOf(effective, name));
    views.set(name, known);
    return known;
  };
  return path => {
    if (
      path.steps[0]?.field === 'environments' &&
      path.steps.length + (path.steps[0].select ? 1 : 0) > 1
    ) {
      return inEnvironments(effective, path, names, view);
    }
    return locate(statedBy(effective), path).flatMap(located =>
      located.fact.state === 'not-stated' ? filledIn(located, path, names, view) : [located],
    );
  };
}

/** A path below `environments[]` is answered by each environment's own view, where left-out fields are filled. */
function inEnvironments(
  effective: EffectiveInfra,
  path: FactPath,
  names: readonly string[],
  view: (name: string) => Stated,
): readonly LocatedFact[] {
  const select = path.steps[0]?.select ?? { kind: 'every' };
  const found: LocatedFact[] = [];
  for (const name of names) {
    if (select.kind === 'item' && select.name.toLowerCase() !== name.toLowerCase()) continue;
    const stated = view(name);
    if (select.kind === 'where' && !isWhere(stated.document, select.field, select.value)) continue;
    for (const located of locate(stated, path)) found.push({ ...located, environment: name });
  }
  return found.length > 0 ? found : locate(statedBy(effective), path);
}

function isWhere({ environments }: JsonObject, field: string, value: string): boolean {
  const [environment] = Array.isArray(environments) ? environments : [];
  return isObject(environment) && says(environment[field], value);
}

/** Lists whose items have fields that defaults, platforms or built-in rules fill. */
const FILLED_LISTS: ReadonlySet<string> = new Set([
  'addons',
  'backups',
  'domains',
  'observability',
]);

/** What nobody wrote may still be known: filled in, and then perhaps not the same everywhere. */
function filledIn(
  unstated: LocatedFact,
  asked: FactPath,
  names: readonly string[],
  view: (name: string) => Stated,
): readonly LocatedFact[] {
  const path = parseFactPath(unstated.path);
  const first = path?.steps[0];
  if (path === undefined || first === undefined || !FILLED_LISTS.has(first.field))
    return [unstated];
  const question = asked.equals === undefined ? path : { ...path, equals: asked.equals };
  const item = { steps: path.steps.slice(0, 1 + path.steps.findIndex(step => step.select)) };
  // Without environments the built-in rules still hold.
  const found: (LocatedFact & { environment: string })[] = [];
  for (const name of names.length > 0 ? names : ['']) {
    const stated = view(name);
    const holds = locate(stated, item).some(({ fact }) => fact.state !== 'not-stated');
    if (!holds) continue;
    for (const located of locate(stated, question)) found.push({ ...located, environment: name });
  }
  const [one] = found;
  if (one === undefined || found.every(({ fact }) => fact.state === 'not-stated'))
    return [unstated];
  const same = found.every(({ fact }) => sameFact(fact, one.fact));
  return same ? [{ path: one.path, fact: one.fact }] : found;
}

function sameFact(a: Fact, b: Fact): boolean {
  if (a.state !== b.state) return false;
  return a.state !== 'stated' || b.state !== 'stated' || sameJson(a.value, b.value);
}

function statedBy({ document, origins }: EffectiveInfra | InfraView): Stated {
  return { document: document as unknown as JsonObject, origins };
}
