import type { JsonObject, JsonValue } from '@backstage/types';
import { isObject } from './shape';

/** The value of a path without selectors, such as `observability.logs`. */
export function valueAt(document: JsonObject, path: string): JsonValue | undefined {
  let value: JsonValue | undefined = document;
  for (const field of path.split('.')) {
    if (!isObject(value)) return undefined;
    value = value[field];
  }
  return value;
}

/** The same document with another value at that path; undefined takes the field out. What is not on the way is shared. */
export function withValueAt(
  document: JsonObject,
  path: string,
  value: JsonValue | undefined,
): JsonObject {
  const dot = path.indexOf('.');
  const field = dot === -1 ? path : path.slice(0, dot);
  const held = document[field];
  const inner =
    dot === -1 || !isObject(held) ? value : withValueAt(held, path.slice(dot + 1), value);
  if (inner === held) return document;
  const result = { ...document };
  if (inner === undefined) delete result[field];
  else result[field] = inner;
  return result;
}

/** What becomes of a value; undefined takes it out. */
export type Change = (value: JsonValue) => JsonValue | undefined;

/** The same document with every value a pattern names (`environments[].deploy.windows`) changed. What stays the same is shared. */
export function changeAt(document: JsonObject, pattern: string, change: Change): JsonObject {
  const steps = pattern.match(/[^.[\]]+|\[\]/g) ?? [];
  return changeValue(document, steps, 0, change) as JsonObject;
}

function changeValue(
  value: JsonValue,
  steps: readonly string[],
  at: number,
  change: Change,
): JsonValue | undefined {
  const step = steps[at];
  if (step === undefined) return change(value);
  if (step === '[]') return Array.isArray(value) ? changeItems(value, steps, at, change) : value;
  const child = isObject(value) ? value[step] : undefined;
  if (!isObject(value) || child === undefined) return value;
  const changed = changeValue(child, steps, at + 1, change);
  if (changed === child) return value;
  if (changed !== undefined) return { ...value, [step]: changed };
  const { [step]: _, ...rest } = value;
  return rest;
}

function changeItems(
  items: JsonValue[],
  steps: readonly string[],
  at: number,
  change: Change,
): JsonValue {
  const changed: JsonValue[] = [];
  for (const item of items) {
    const result = changeValue(item, steps, at + 1, change);
    if (result !== undefined) changed.push(result);
  }
  const same = changed.length === items.length && changed.every((item, i) => item === items[i]);
  return same ? items : changed;
}
