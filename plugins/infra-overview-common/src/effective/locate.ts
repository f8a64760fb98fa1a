import type { JsonObject, JsonValue } from '@backstage/types';
import { factPathText, itemPath, type FactPath, type FactSelector } from '../document';
import type { Fact, LocatedFact } from './factAt';
import { itemKey } from './itemKey';
import { originOf, type Origin, type Origins } from './origin';
import { isObject } from './shape';
import { fieldPath } from './statement';

/** A document with the origins of what it says. */
export interface Stated {
  readonly document: JsonObject;
  readonly origins: Origins;
}

/** Every fact a path names in one document; at least one, since what is not there is "not stated". */
export function locate(stated: Stated, path: FactPath): readonly LocatedFact[] {
  const search: Search = { origins: stated.origins, path, found: [] };
  visit(search, stated.document, 0, { path: '', pattern: '' });
  return search.found;
}

interface Search {
  readonly origins: Origins;
  readonly path: FactPath;
  readonly found: LocatedFact[];
}

interface Spot {
  readonly path: string;
  readonly pattern: string;
}

/** `at` is the number of steps already taken to `spot`. */
function visit(search: Search, value: JsonValue, at: number, spot: Spot): void {
  const step = search.path.steps[at];
  const ended = endOf(value, spot, search.origins);
  if (ended !== undefined) {
    search.found.push({ path: spot.path, fact: answer(search, value, ended, at) });
    return;
  }
  if (step === undefined) {
    search.found.push({ path: spot.path, fact: asked(search, value, spot) });
    return;
  }
  const child = isObject(value) ? value[step.field] : undefined;
  if (child === undefined || child === null) {
    notStated(search, at, spot);
    return;
  }
  const inner = {
    path: fieldPath(spot.path, step.field),
    pattern: fieldPath(spot.pattern, step.field),
  };
  const goesOn = at + 1 < search.path.steps.length;
  if (Array.isArray(child) && child.length > 0 && (step.select !== undefined || goesOn)) {
    visitItems(search, child, at, spot, inner);
  } else if (step.select !== undefined && endOf(child, inner, search.origins) === undefined) {
    notStated(search, at, spot);
  } else {
    visit(search, child, at + 1, inner);
  }
}

/** A list on the way to a field means each of its items, with or without brackets. */
function visitItems(
  search: Search,
  items: readonly JsonValue[],
  at: number,
  holder: Spot,
  list: Spot,
): void {
  const select = search.path.steps[at]?.select ?? { kind: 'every' };
  const before = search.found.length;
  for (const [index, item] of items.entries()) {
    const key = isObject(item) ? itemKey(list.pattern, item) : undefined;
    if (!selects(select, item, key, list.pattern)) continue;
    // Items without an id are known by their place.
    const path = itemPath(list.path, key ?? String(index + 1));
    visit(search, item, at + 1, { path, pattern: `${list.pattern}[]` });
  }
  if (search.found.length === before) notStated(search, at, holder);
}

function selects(
  select: FactSelector,
  item: JsonValue,
  key: string | undefined,
  pattern: string,
): boolean {
  switch (select.kind) {
    case 'every':
      return true;
    case 'item':
      if (pattern === 'environments') return key?.toLowerCase() === select.name.toLowerCase();
      if (pattern === 'conformance' && isObject(item) && item.item === select.name) return true;
      return key === select.name;
    case 'where':
      return isObject(item) && says(item[select.field], select.value);
    default:
      throw new Error(select satisfies never);
  }
}

/** A list of words says each of them. */
export function says(value: JsonValue | undefined, text: string): boolean {
  if (Array.isArray(value)) return value.some(word => says(word, text));
  return value !== undefined && !isObject(value) && String(value) === text;
}

type End =
  | { readonly state: 'none'; readonly origin: Origin }
  | { readonly state: 'not-needed'; readonly reason: string; readonly origin: Origin };

/** Values that answer every question about what would be below them. */
function endOf(value: JsonValue, spot: Spot, origins: Origins): End | undefined {
  if (value === 'none' || value === false || (Array.isArray(value) && value.length === 0)) {
    return { state: 'none', origin: originAt(origins, spot.path) };
  }
  if (isObject(value) && typeof value.notNeeded === 'string') {
    const isItem = Object.keys(value).length > 1;
    const path = isItem ? fieldPath(spot.path, 'notNeeded') : spot.path;
    return { state: 'not-needed', reason: value.notNeeded, origin: originAt(origins, path) };
  }
  return undefined;
}

function answer(search: Search, value: JsonValue, end: End, at: number): Fact {
  const { equals, steps } = search.path;
  if (equals === undefined || at < steps.length || !says(value, equals)) return end;
  return { state: 'stated', value, origin: end.origin };
}

/** `=value` asks whether it is that value: another one is a known no. */
function asked(search: Search, value: JsonValue, spot: Spot): Fact {
  const origin = originAt(search.origins, spot.path);
  const { equals } = search.path;
  if (equals !== undefined && !says(value, equals)) return { state: 'none', origin };
  return { state: 'stated', value, origin };
}

function notStated(search: Search, at: number, spot: Spot): void {
  const rest = factPathText({ steps: search.path.steps.slice(at) });
  const path = spot.path === '' ? rest : `${spot.path}.${rest}`;
  search.found.push({ path, fact: { state: 'not-stated', wanted: path } });
}

function originAt(origins: Origins, path: string): Origin {
  return originOf({ origins }, path) ?? { level: 'built-in', path };
}
