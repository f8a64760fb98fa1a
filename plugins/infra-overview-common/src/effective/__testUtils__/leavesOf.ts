import type { JsonObject, JsonValue } from '@backstage/types';
import { fieldPath, itemPath, parseFactPath } from '../../document';
import { itemKey } from '../itemKey';
import { hasIds } from '../mergeTable';
import { isObject } from '../shape';

export interface Leaf {
  readonly path: string;
  readonly pattern: string;
  readonly value: JsonValue;
}

/** Every value that is not taken apart further: texts, numbers, lists without ids, `none`, empty lists and objects. */
export function leavesOf(value: unknown, path = '', pattern = ''): readonly Leaf[] {
  const json = value as JsonValue;
  if (Array.isArray(json) && json.length > 0 && hasIds(pattern)) {
    return json.flatMap((item, index) => {
      const key = itemKey(pattern, item as JsonObject) ?? String(index + 1);
      return leavesOf(item, itemPath(path, key), `${pattern}[]`);
    });
  }
  if (isObject(json) && Object.keys(json).length > 0) {
    return Object.entries(json).flatMap(([field, child]) =>
      child === undefined ? [] : leavesOf(child, fieldPath(path, field), fieldPath(pattern, field)),
    );
  }
  return [{ path, pattern, value: json }];
}

/** What a document says at a concrete path; found without the code under test. */
export function saidAt(document: unknown, path: string): JsonValue | undefined {
  let value = document as JsonValue | undefined;
  let pattern = '';
  for (const { field, select } of parseFactPath(path)?.steps ?? []) {
    pattern = fieldPath(pattern, field);
    value = isObject(value) ? value[field] : undefined;
    if (select?.kind !== 'item') continue;
    const list = pattern;
    value = Array.isArray(value)
      ? value.find(item => isObject(item) && itemKey(list, item) === select.name)
      : undefined;
    pattern = `${pattern}[]`;
  }
  return value;
}
