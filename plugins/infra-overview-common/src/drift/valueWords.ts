import type { JsonValue } from '@backstage/types';
import { describeField, describeInstances } from '../overview';
import { describeKnownObject } from '../overview/words/describeKnownObject';
import { NONE, notNeededText } from '../overview/words/emptiness';
import { dayOf, lastOf, type SeenValue } from './compare/compareValues';
import type { Declared } from './declaredAt';
import { isObject } from './isObject';

/** What a reader sees of a value: "28 days", "Heroku PostgreSQL", "2 to 8". */
export function valueWords(field: string, value: JsonValue | SeenValue): string {
  const key = lastOf(field);
  if (typeof value === 'string') return describeField(key, dayOf(value) ?? value).text;
  if (typeof value === 'number' || typeof value === 'boolean')
    return describeField(key, value).text;
  if (Array.isArray(value))
    return value.length === 0
      ? NONE
      : value.map(item => valueWords(field, item as JsonValue)).join(', ');
  const object = value as JsonValue | undefined;
  if (!isObject(object)) return NONE;
  return key === 'instances'
    ? describeInstances(object)
    : (describeKnownObject(key, object) ?? 'something of its own');
}

export function declaredWords(field: string, declared: Declared): string | undefined {
  switch (declared.state) {
    case 'stated':
      return valueWords(field, declared.value);
    case 'none':
      return NONE;
    case 'not-needed':
      return notNeededText(declared.reason);
    case 'not-stated':
      return undefined;
    default:
      throw new Error(declared satisfies never);
  }
}
