import type { JsonValue } from '@backstage/types';
import type { Stage } from '../document';
import { isObject } from './shape';

/** Where a view looks from. */
export interface Place {
  readonly environment: string;
  readonly stage: Stage;
  readonly platform?: string | undefined;
}

/** Where an item says nothing it holds everywhere; where it names environments and stages, both must fit. */
export function holdsIn(item: JsonValue, place: Place): boolean {
  if (!isObject(item)) return true;
  return names(item.environments, place.environment) && names(item.stages, place.stage);
}

export function hasScope(item: JsonValue | undefined): boolean {
  return isObject(item) && (item.environments !== undefined || item.stages !== undefined);
}

/** Words compare in any case, as names of environments do. */
function names(list: JsonValue | undefined, word: string): boolean {
  if (!Array.isArray(list)) return true;
  return list.some(name => typeof name === 'string' && sameWord(name, word));
}

export function sameWord(a: string, b: string): boolean {
  return a === b || a.toLowerCase() === b.toLowerCase();
}
