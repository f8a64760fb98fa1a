import type { JsonObject, JsonValue } from '@backstage/types';
import {
  type FactPath,
  type FactSelector,
  type InfraDocument,
  itemPath,
  parseFactPath,
} from '../../document';
import { identity, itemKey } from '../../effective/itemKey';
import { isJsonObject } from '../words/jsonValue';

export interface Located {
  /** With ids instead of other selectors. */
  readonly path: string;
  /** Where in the model: 'environments.processes'. */
  readonly list: string;
  readonly item: JsonObject;
}

/**
 * The thing a path speaks of: the item it names, or the one that encloses the field it names. A section that is no list (`support`) is a thing of its own.
 */
export function locate(document: InfraDocument, path: string): Located | undefined {
  const parsed = parseFactPath(path);
  if (parsed === undefined) return undefined;
  for (let length = parsed.steps.length; length > 0; length -= 1) {
    const steps = parsed.steps.slice(0, length);
    const last = steps.at(-1);
    if (last?.select === undefined && length > 1) continue;
    const found = walk(document, { steps });
    if (found !== undefined) return found;
  }
  return undefined;
}

function walk(document: InfraDocument, { steps }: FactPath): Located | undefined {
  // The document is plain JSON; its types say more than a path can follow.
  let value: JsonValue | undefined = document as unknown as JsonObject;
  let path = '';
  let list = '';
  for (const { field, select } of steps) {
    if (!isJsonObject(value) || !Object.hasOwn(value, field)) return undefined;
    value = value[field];
    path = path === '' ? field : `${path}.${field}`;
    list = list === '' ? field : `${list}.${field}`;
    if (select === undefined) continue;
    if (!Array.isArray(value)) return undefined;
    const found = pick(value, select, list);
    if (found === undefined) return undefined;
    value = found.item;
    path = itemPath(path, found.key);
  }
  return isJsonObject(value) ? { path, list, item: value } : undefined;
}

function pick(
  items: readonly JsonValue[],
  select: FactSelector,
  list: string,
): { item: JsonObject; key: string } | undefined {
  for (const [position, item] of items.entries()) {
    if (!isJsonObject(item)) continue;
    const key = itemKey(list, item) ?? String(position + 1);
    if (isSelected(item, key, select, list, items.length === 1)) return { item, key };
  }
  return undefined;
}

function isSelected(
  item: JsonObject,
  key: string,
  select: FactSelector,
  list: string,
  alone: boolean,
): boolean {
  switch (select.kind) {
    // "Every" names a thing only where there is a single one.
    case 'every':
      return alone;
    case 'item':
      return identity(list, key) === identity(list, select.name);
    case 'where':
      return Object.hasOwn(item, select.field) && String(item[select.field]) === select.value;
    default:
      throw new Error(select satisfies never);
  }
}
