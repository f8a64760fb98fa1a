import type { JsonObject } from '@backstage/types';
import { factPathText, parseFactPath, REFERENCES } from '../document';
import { distinctKey } from './distinctKey';
import { itemKey } from './itemKey';
import { changeAt, valueAt } from './listAt';
import { mergeKindOf } from './mergeTable';
import { isObject } from './shape';
import { fieldPath, type Source } from './statement';

/** By list (`addons`, `environments[].processes`): the id as written → the id it gets. */
export type Renames = ReadonlyMap<string, ReadonlyMap<string, string>>;

/** `hosting.platform` is a word as much as a reference and stays as written. */
const FOLLOWED = REFERENCES.filter(({ to }) => to !== 'platforms');

/** Lists that keep both items of one id, and that a field refers to which cannot hold anything else. */
const COLLECTED = [
  ...new Set(FOLLOWED.filter(({ orElse }) => orElse === undefined).map(({ to }) => to)),
].filter(list => mergeKindOf(list) === 'collect');

/** Fields that hold a fact path, such as `addons[db]`. */
const ABOUT = ['improvements[].about', 'risks[].about', 'questions[].about', 'notes[].about'];

/** Where a collected list holds one id twice, the outer item gets a longer id; what refers to it in its own document follows. */
export function distinctReferences(
  sources: readonly [Source, ...Source[]],
): readonly [Source, ...Source[]] {
  const [start, ...above] = sources;
  const taken = new Map(COLLECTED.map(list => [list, new Set(keysAt(start.document, list))]));
  return [start, ...above.map(source => followDistinct(source, taken))];
}

function followDistinct(source: Source, taken: ReadonlyMap<string, Set<string>>): Source {
  const renames = new Map<string, Map<string, string>>();
  for (const [list, keys] of taken) {
    for (const key of keysAt(source.document, list)) {
      const distinct = distinctKey(keys, key, source.entityRef);
      keys.add(distinct);
      if (distinct === key) continue;
      renames.set(list, (renames.get(list) ?? new Map<string, string>()).set(key, distinct));
    }
  }
  const document = rewriteReferences(source.document, renames);
  return document === source.document ? source : { ...source, document };
}

function keysAt(document: JsonObject, list: string): readonly string[] {
  const items = valueAt(document, list);
  if (!Array.isArray(items)) return [];
  return items.flatMap(item => (isObject(item) ? (itemKey(list, item) ?? []) : []));
}

/** The document with each reference to a renamed item following it. The items themselves keep their ids. */
export function rewriteReferences(document: JsonObject, renames: Renames): JsonObject {
  if (renames.size === 0) return document;
  let result = document;
  for (const { from, to } of FOLLOWED) {
    const keys = renames.get(to);
    if (keys === undefined) continue;
    result = changeAt(result, from, text =>
      typeof text === 'string' ? (keys.get(text) ?? text) : text,
    );
  }
  for (const about of ABOUT) {
    result = changeAt(result, about, path =>
      typeof path === 'string' ? renamedPath(path, renames) : path,
    );
  }
  return result;
}

/** `addons[db].plan` → `addons[web.db].plan`; a path of fewer or more steps alike. */
export function renamedPath(path: string, renames: Renames): string {
  const parsed = parseFactPath(path);
  if (parsed === undefined) return path;
  let list = '';
  const steps = parsed.steps.map(step => {
    list = fieldPath(list, step.field);
    const keys = renames.get(list);
    if (step.select === undefined) return step;
    list = `${list}[]`;
    const key = step.select.kind === 'item' ? keys?.get(step.select.name) : undefined;
    return key === undefined ? step : { ...step, select: { kind: 'item' as const, name: key } };
  });
  return factPathText({ ...parsed, steps });
}
