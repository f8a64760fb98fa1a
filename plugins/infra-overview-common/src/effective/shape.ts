import type { JsonObject, JsonValue } from '@backstage/types';

export function isObject(value: JsonValue | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** `{ notNeeded: reason }` instead of a list or a block. An item that is not needed has an id beside it. */
export function isRefusal(value: JsonValue | undefined): boolean {
  return isObject(value) && typeof value.notNeeded === 'string' && Object.keys(value).length === 1;
}

/** An object that states fields, and neither `none` nor `notNeeded`. */
export function hasFields(value: JsonValue | undefined): value is JsonObject {
  return isObject(value) && !isRefusal(value);
}

export function hasItems(value: JsonValue | undefined): value is JsonValue[] {
  return Array.isArray(value) && value.length > 0;
}

/** Equal as JSON, whatever the order of the keys. */
export function sameJson(a: JsonValue | undefined, b: JsonValue | undefined): boolean {
  if (a === b) return true;
  if (Array.isArray(a) && Array.isArray(b)) {
    return a.length === b.length && a.every((item, index) => sameJson(item, b[index]));
  }
  if (isObject(a) && isObject(b)) {
    const keys = Object.keys(a);
    return (
      keys.length === Object.keys(b).length &&
      keys.every(key => Object.hasOwn(b, key) && sameJson(a[key], b[key]))
    );
  }
  return false;
}
