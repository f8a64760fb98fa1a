import type { JsonObject, JsonValue } from '@backstage/types';
import { parse } from 'yaml';
import { keyFieldOf } from '../../document';
import { isObject } from '../isObject';

/** What an author does with the lines of a patch: puts them where they belong, item by item. */
export function applyPatch(document: JsonObject, yaml: string): JsonObject {
  const lines: JsonValue = parse(yaml);
  return merged(document, lines, '') as JsonObject;
}

function merged(old: JsonValue | undefined, lines: JsonValue, path: string): JsonValue {
  if (Array.isArray(lines)) return mergedList(Array.isArray(old) ? old : [], lines, path);
  if (!isObject(lines)) return lines;
  const result: JsonObject = isObject(old) && old.notNeeded === undefined ? { ...old } : {};
  for (const [field, value] of Object.entries(lines)) {
    const inner = path === '' ? field : `${path}.${field}`;
    if (value !== undefined) result[field] = merged(result[field], value, inner);
  }
  return result;
}

function mergedList(
  old: readonly JsonValue[],
  lines: readonly JsonValue[],
  path: string,
): JsonValue {
  const key = keyFieldOf(path);
  if (key === undefined || !lines.every(isObject)) return [...lines];
  const items = [...old];
  for (const line of lines) {
    const at = items.findIndex(item => isObject(item) && same(item[key], line[key]));
    if (at === -1) items.push(line);
    else items[at] = merged(items[at], line, path);
  }
  return items;
}

function same(a: JsonValue | undefined, b: JsonValue | undefined): boolean {
  return String(a).toLowerCase() === String(b).toLowerCase();
}
