import { parseEntityRef } from '@backstage/catalog-model';
import type { JsonObject, JsonValue } from '@backstage/types';
import { itemPath } from '../../document';
import { identity, itemKey } from '../itemKey';
import { changeAt, valueAt } from '../listAt';
import { hasIds, MERGE_TABLE } from '../mergeTable';
import { originOf, type Origin } from '../origin';
import { renamedPath, rewriteReferences, type Renames } from '../renameReferences';
import { isObject, sameJson } from '../shape';
import { fieldPath } from '../statement';
import type { Holder } from './holder';

const INSIDE = 'environments[].';

/** Lists below an item that may hold two things of one id; of all others the item is one answer. */
const NESTED: readonly string[] = [
  `${INSIDE}processes`,
  `${INSIDE}deploy.windows`,
  `${INSIDE}deploy.freezes`,
  `${INSIDE}deploy.busyHours`,
];

/** Lists in which Components may use one id for two things. An environment of one name is one environment; an answer is known by its item. */
const LISTS = [
  ...Object.keys(MERGE_TABLE).filter(
    list =>
      hasIds(list) && !list.includes('[]') && list !== 'environments' && list !== 'conformance',
  ),
  ...NESTED,
];

/** Components that use one id for different things get `<component>.<id>` each, in items, references and origins. */
export function distinctParts(own: Holder, parts: readonly Holder[]): readonly Holder[] {
  return withDistinctIds(own, withSameNames(own, parts));
}

function withDistinctIds(own: Holder, parts: readonly Holder[]): readonly Holder[] {
  const renames = parts.map(() => new Map<string, ReadonlyMap<string, string>>());
  for (const list of LISTS) {
    const clashing = clashes(list, own, parts);
    if (clashing.size === 0) continue;
    parts.forEach(({ document, entityRef }, index) => {
      const { name } = parseEntityRef(entityRef);
      const keys = placedItems(document, list).flatMap(({ key }) => (clashing.has(key) ? key : []));
      renames[index]?.set(list, new Map(keys.map(key => [key, `${name}.${key}`])));
    });
  }
  if (renames.every(lists => lists.size === 0)) return parts;
  // Two backups that looked alike differ once the databases they speak of have names of their own.
  return withDistinctIds(
    own,
    parts.map((part, index) => renamed(part, renames[index] ?? new Map())),
  );
}

/** Ids that two parts give to different things in one place, none of them the one the System itself states. One is renamed everywhere or nowhere. */
function clashes(list: string, own: Holder, parts: readonly Holder[]): ReadonlySet<string> {
  const stated = new Map(placedItems(own.document, list).map(({ path, item }) => [path, item]));
  const seen = new Map<string, JsonValue>();
  const found = new Set<string>();
  for (const { document } of parts) {
    for (const { path, key, item } of placedItems(document, list)) {
      if (sameJson(item, stated.get(path))) continue;
      if (seen.has(path) && !sameJson(seen.get(path), item)) found.add(key);
      seen.set(path, item);
    }
  }
  return found;
}

interface PlacedItem {
  /** With the environment, so that staging's web is not production's. */
  readonly path: string;
  readonly key: string;
  readonly item: JsonValue;
}

function placedItems(document: JsonObject, list: string): readonly PlacedItem[] {
  if (!list.startsWith(INSIDE)) return itemsIn(document, list, list, '');
  const inner = list.slice(INSIDE.length);
  const { environments } = document;
  if (!Array.isArray(environments)) return [];
  return environments.flatMap(environment =>
    isObject(environment)
      ? itemsIn(environment, inner, list, itemPath('environments', String(environment.name)))
      : [],
  );
}

function itemsIn(
  holder: JsonObject,
  path: string,
  pattern: string,
  holderPath: string,
): readonly PlacedItem[] {
  const items = valueAt(holder, path);
  if (!Array.isArray(items)) return [];
  return items.flatMap(item => {
    const key = isObject(item) ? itemKey(pattern, item) : undefined;
    return key === undefined
      ? []
      : [{ path: itemPath(fieldPath(holderPath, path), key), key, item }];
  });
}

/** One environment is spelled as the System spells it, else as the first Component does. */
function withSameNames(own: Holder, parts: readonly Holder[]): readonly Holder[] {
  const spelling = new Map<string, string>();
  for (const { document } of [own, ...parts]) {
    for (const { key } of placedItems(document, 'environments')) {
      const known = identity('environments', key);
      if (!spelling.has(known)) spelling.set(known, key);
    }
  }
  return parts.map(part => {
    const names = new Map<string, string>();
    for (const { key } of placedItems(part.document, 'environments')) {
      const name = spelling.get(identity('environments', key));
      if (name !== undefined && name !== key) names.set(key, name);
    }
    return names.size === 0 ? part : renamed(part, new Map([['environments', names]]));
  });
}

function renamed(part: Holder, renames: Renames): Holder {
  if (renames.size === 0) return part;
  let document = rewriteReferences(part.document, renames);
  for (const [list, keys] of renames) {
    document = changeAt(document, `${list}[]`, item => {
      if (!isObject(item)) return item;
      const key = keys.get(itemKey(list, item) ?? '');
      const field = /(?:^environments|\.processes)$/.test(list) ? 'name' : 'id';
      return key === undefined ? item : { ...item, [field]: key };
    });
  }
  const moves = new Map([...renames, ['conformance', answerKeys(part.document, document)]]);
  const origins: Record<string, Origin> = {};
  for (const [path, origin] of Object.entries(part.origins)) {
    origins[renamedPath(path, moves)] = origin;
  }
  // An item whose list was filled as a whole has no entry of its own, and its id is no longer the one that was written.
  for (const [list, keys] of renames) {
    for (const { path, key } of placedItems(part.document, list)) {
      const origin = keys.has(key) ? originOf(part, path) : undefined;
      if (origin) origins[renamedPath(path, moves)] = origin;
    }
  }
  return { ...part, document, origins };
}

/** An answer is known by what it is about, and that has just been renamed. */
function answerKeys(before: JsonObject, after: JsonObject): ReadonlyMap<string, string> {
  const now = placedItems(after, 'conformance');
  return new Map(
    placedItems(before, 'conformance').map(({ key }, index) => [key, now[index]?.key ?? key]),
  );
}
