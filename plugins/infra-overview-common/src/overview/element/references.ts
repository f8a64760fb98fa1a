import type { JsonObject, JsonValue } from '@backstage/types';
import {
  type InfraDocument,
  itemPath,
  parseFactPath,
  type Reference,
  REFERENCES,
} from '../../document';
import { itemKey } from '../../effective/itemKey';
import { isJsonObject } from '../words/jsonValue';

/** A place in the document where one item names another. */
export interface FoundReference {
  /** The item that names. */
  readonly holder: string;
  /** The field it does so with, without selectors: 'addons.credentials'. */
  readonly field: string;
  /** The item that is named. */
  readonly target: string;
}

interface Visit {
  readonly value: JsonValue;
  readonly path: string;
  readonly holder: string;
}

/** Every reference of the document that leads somewhere. */
export function referencesIn(document: InfraDocument): readonly FoundReference[] {
  return REFERENCES.flatMap(reference => follow(document, reference));
}

function follow(document: InfraDocument, { from, to, orElse }: Reference): FoundReference[] {
  const values = visit(document, from).filter(({ value }) => typeof value === 'string');
  if (values.length === 0) return [];
  const targets = itemsAt(document, to);
  const field = from.replaceAll('[]', '');
  return values.flatMap(({ value, holder }) => {
    const name = orElse === 'prefixed' ? String(value).replace(/^addon:/, '') : String(value);
    return targets
      .filter(({ key }) => key === name)
      .map(({ path }) => ({ holder, field, target: path }));
  });
}

function itemsAt(document: InfraDocument, list: string): { key: string; path: string }[] {
  const pattern = list.replaceAll('[]', '');
  return visit(document, `${list}[]`).flatMap(({ value, path }) => {
    const key = isJsonObject(value) ? itemKey(pattern, value) : undefined;
    return key === undefined ? [] : [{ key, path }];
  });
}

/** Everything a pattern such as `addons[].credentials[]` meets, with the item it belongs to. */
function visit(document: InfraDocument, pattern: string): readonly Visit[] {
  const steps = parseFactPath(pattern)?.steps ?? [];
  let visits: Visit[] = [{ value: document as unknown as JsonObject, path: '', holder: '' }];
  let list = '';
  for (const { field, select } of steps) {
    const here = list === '' ? field : `${list}.${field}`;
    const items = select === undefined ? undefined : here;
    visits = visits.flatMap(visited => step(visited, field, items));
    list = here;
  }
  return visits;
}

function step({ value, path, holder }: Visit, field: string, list: string | undefined): Visit[] {
  if (!isJsonObject(value)) return [];
  const next = value[field];
  if (next === undefined) return [];
  const nextPath = path === '' ? field : `${path}.${field}`;
  // A section without items is the thing that names: `security`.
  const section = holder === '' ? field : holder;
  if (list === undefined) return [{ value: next, path: nextPath, holder: section }];
  if (!Array.isArray(next)) return [];
  return next.map((item, position) => {
    if (!isJsonObject(item)) return { value: item, path: nextPath, holder: section };
    const itemAt = itemPath(nextPath, itemKey(list, item) ?? String(position + 1));
    return { value: item, path: itemAt, holder: itemAt };
  });
}
