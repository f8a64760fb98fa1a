import type { List, NotNeeded } from './fields';

/** Whether a list, block or item says that it is not needed, and why. */
export function isNotNeeded(value: unknown): value is NotNeeded {
  return (
    typeof value === 'object' &&
    value !== null &&
    'notNeeded' in value &&
    typeof value.notNeeded === 'string'
  );
}

/** The items of a list; none when there are none, when they are not needed, and when nothing is stated. */
export function itemsOf<T>(list: List<T> | undefined): readonly T[] {
  if (list === undefined || isNotNeeded(list)) return [];
  return list;
}
