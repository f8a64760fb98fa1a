import type { JsonObject, JsonValue } from '@backstage/types';
import { itemPath } from '../../document';
import { writtenKey } from '../distinctKey';
import { itemKey } from '../itemKey';
import { hasIds, mergeKindOf } from '../mergeTable';
import { originOf, parentPath, type Origin } from '../origin';
import { hasFields, hasItems, isObject, sameJson } from '../shape';
import { fieldPath } from '../statement';
import type { Holder } from './holder';

export interface Combined {
  readonly document: JsonObject;
  readonly origins: Readonly<Record<string, Origin>>;
}

/** A value with the index of the holder that says it. */
interface Said {
  readonly value: JsonValue;
  readonly holder: number;
}

interface Taken {
  readonly holders: readonly Holder[];
  /** By path: whose value was taken. What is not listed was taken with the longest listed prefix. */
  readonly by: Map<string, number>;
}

/** Adds up what the System (first) and its Components say. What several say alike counts once. */
export function combineHolders(holders: readonly Holder[]): Combined {
  const taken: Taken = { by: new Map(), holders };
  const said = holders.map(({ document }, holder) => ({ value: document, holder }));
  const document = combineFields(taken, '', '', said);
  return { document, origins: originsOf(taken) };
}

function combineFields(
  taken: Taken,
  pattern: string,
  path: string,
  said: readonly Said[],
): JsonObject {
  const result: JsonObject = {};
  for (const field of new Set(said.flatMap(({ value }) => Object.keys(value as JsonObject)))) {
    const childPattern = fieldPath(pattern, field);
    const child = said.flatMap(({ value, holder }) => {
      const inner = (value as JsonObject)[field];
      return inner === undefined ? [] : [{ value: inner, holder }];
    });
    const value = combineValue(taken, childPattern, fieldPath(path, field), child);
    if (value !== undefined) result[field] = value;
  }
  return result;
}

function combineValue(
  taken: Taken,
  pattern: string,
  path: string,
  said: readonly Said[],
): JsonValue | undefined {
  const [first] = said;
  if (first === undefined) return undefined;
  const kind = mergeKindOf(pattern);
  // Whether a System's document is a draft is its own business, and not that of its Components.
  if (kind === 'own' && !pattern.includes('[]') && first.holder !== 0) return undefined;
  taken.by.set(path, first.holder);
  if (kind === 'nearest') return first.value;
  if (hasIds(pattern)) return combineItems(taken, pattern, path, said);
  // That one Component has none of something says nothing about the others.
  const objects = said.filter(({ value }) => hasFields(value));
  const chosen = objects[0] ?? first;
  taken.by.set(path, chosen.holder);
  return objects.length > 1 ? combineFields(taken, pattern, path, objects) : chosen.value;
}

function combineItems(
  taken: Taken,
  pattern: string,
  path: string,
  said: readonly Said[],
): JsonValue | undefined {
  const lists = said.filter(({ value }) => hasItems(value));
  if (lists.length === 0) return said[0]?.value;
  taken.by.set(path, lists[0]?.holder ?? 0);

  const versionsByKey = new Map<string, [Said, ...Said[]]>();
  for (const { value, holder } of lists) {
    for (const item of value as JsonValue[]) {
      const key = (isObject(item) && itemKey(pattern, item)) || String(versionsByKey.size);
      const known = versionsByKey.get(key);
      if (known) known.push({ value: item, holder });
      else versionsByKey.set(key, [{ value: item, holder }]);
    }
  }
  const items: JsonValue[] = [];
  for (const [key, versions] of versionsByKey) {
    if (isInheritedTwice(taken, path, key, versionsByKey.get(writtenKey(key)), versions[0]))
      continue;
    items.push(combineItem(taken, pattern, itemPath(path, key), versions));
  }
  return items;
}

/** Beside a Component's own item of that id, the inherited one has a longer id; it is the same as the System's plain one. */
function isInheritedTwice(
  { holders }: Taken,
  list: string,
  key: string,
  plain: readonly Said[] | undefined,
  inherited: Said,
): boolean {
  const own = plain?.[0];
  if (own === undefined || writtenKey(key) === key || plain?.some(isRestated(own))) return false;
  const originIn = (said: Said, of: string) => {
    const holder = holders[said.holder];
    return holder && originOf(holder, itemPath(list, of));
  };
  const [a, b] = [originIn(own, writtenKey(key)), originIn(inherited, key)];
  return a !== undefined && sameOrigin(a, b);
}

function combineItem(
  taken: Taken,
  pattern: string,
  path: string,
  versions: readonly [Said, ...Said[]],
): JsonValue {
  if (pattern === 'environments') {
    taken.by.set(path, versions[0].holder);
    return combineFields(taken, 'environments[]', path, versions);
  }
  const chosen = pattern === 'conformance' ? leastMet(versions) : restated(versions);
  taken.by.set(path, chosen.holder);
  return chosen.value;
}

/** The System's item, unless a Component says more of it: the Component's item is the System's with its own fields over it. */
function restated([first, ...others]: readonly [Said, ...Said[]]): Said {
  return others.find(isRestated(first)) ?? first;
}

function isRestated(first: Said): (other: Said) => boolean {
  return other => first.holder === 0 && !sameJson(other.value, first.value);
}

const STATUS_ORDER = ['not-met', 'met', 'not-applicable'];

/** A System meets a demand when every Component it concerns does. */
function leastMet(versions: readonly [Said, ...Said[]]): Said {
  const rank = ({ value }: Said) =>
    STATUS_ORDER.indexOf(String(isObject(value) ? value.status : ''));
  return versions.reduce((least, next) => (rank(next) < rank(least) ? next : least));
}

function originsOf(taken: Taken): Record<string, Origin> {
  const origins: Record<string, Origin> = {};
  taken.holders.forEach((holder, index) => {
    for (const [path, origin] of Object.entries(holder.origins)) {
      if (takenFrom(taken, path) === index) origins[path] = origin;
    }
  });
  // What one holder covers with the entry of a containing path may stand below another holder's entry now.
  for (const [path, index] of taken.by) {
    const holder = taken.holders[index];
    const origin = holder && originOf(holder, path);
    if (origin && !sameOrigin(origin, originOf({ origins }, path))) origins[path] = origin;
  }
  return origins;
}

function sameOrigin(a: Origin, b: Origin | undefined): boolean {
  return (
    a.level === b?.level &&
    a.entityRef === b.entityRef &&
    a.path === b.path &&
    a.verified === b.verified &&
    a.derived === b.derived
  );
}

function takenFrom(taken: Taken, path: string): number | undefined {
  for (let known = path; known !== ''; known = parentPath(known)) {
    const holder = taken.by.get(known);
    if (holder !== undefined) return holder;
  }
  return undefined;
}
