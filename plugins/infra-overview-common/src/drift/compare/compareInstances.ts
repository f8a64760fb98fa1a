import type { JsonValue } from '@backstage/types';
import { isObject } from '../isObject';

/** How many a source saw: a number, or what a group may scale between. */
export interface SeenRange {
  readonly min?: number;
  readonly max?: number;
}

/** A declared number must be met; a declared range holds what is inside it; words cannot differ. */
export function sameInstances(declared: JsonValue, observed: number | SeenRange): boolean {
  if (typeof declared === 'string') return true;
  const asked = isObject(declared) ? rangeOf(declared) : exactly(declared);
  if (asked === undefined) return true;
  if (typeof observed !== 'number')
    return sameBound(asked.min, observed.min) && sameBound(asked.max, observed.max);
  return observed >= (asked.min ?? -Infinity) && observed <= (asked.max ?? Infinity);
}

function exactly(declared: JsonValue): SeenRange | undefined {
  return typeof declared === 'number' ? { min: declared, max: declared } : undefined;
}

function rangeOf(declared: Readonly<Record<string, JsonValue | undefined>>): SeenRange | undefined {
  const { min, max } = declared;
  if (typeof min !== 'number' && typeof max !== 'number') return undefined;
  return {
    ...(typeof min === 'number' && { min }),
    ...(typeof max === 'number' && { max }),
  };
}

// A bound that one side does not give cannot differ.
function sameBound(a: number | undefined, b: number | undefined): boolean {
  return a === undefined || b === undefined || a === b;
}
