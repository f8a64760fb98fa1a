import type { JsonObject, JsonValue } from '@backstage/types';
import { isNotNeeded } from '../document';
import { isObject } from './isObject';

/** What the document says of a field. `none` and `not-needed`: of the field or of what would contain it. */
export type Declared =
  | { readonly state: 'stated'; readonly value: JsonValue }
  | { readonly state: 'none' }
  | { readonly state: 'not-needed'; readonly reason: string }
  | { readonly state: 'not-stated' };

const NOT_STATED: Declared = { state: 'not-stated' };

/** The field of an item by its path without selectors: `plan`, `tls.expires`. */
export function declaredAt(item: JsonObject, field: string): Declared {
  let value: JsonValue | undefined = item;
  for (const step of field.split('.')) {
    if (value === 'none') return { state: 'none' };
    if (isNotNeeded(value)) return { state: 'not-needed', reason: value.notNeeded };
    if (!isObject(value) || !Object.hasOwn(value, step)) return NOT_STATED;
    value = value[step];
  }
  if (value === undefined || value === null) return NOT_STATED;
  if (isNotNeeded(value)) return { state: 'not-needed', reason: value.notNeeded };
  if (Array.isArray(value) && value.length === 0) return { state: 'none' };
  return { state: 'stated', value };
}
