import type { JsonObject, JsonValue } from '@backstage/types';
import { sameWord } from './holdsIn';
import { mergeKindOf } from './mergeTable';
import type { Origin } from './origin';
import { hasFields, isObject } from './shape';
import { fieldPath } from './statement';

/** One entry of `defaults` or of what a platform provides, and where it is written. */
export interface Filling {
  readonly entry: JsonObject;
  readonly origin: Origin;
}

/** What a `when` asks about. */
export interface ItemFacts {
  readonly stage?: string | undefined;
  readonly platform?: string | undefined;
  readonly role?: string | undefined;
  readonly kind?: string | undefined;
  readonly category?: string | undefined;
  readonly product?: string | undefined;
}

export interface Filled {
  readonly item: JsonObject;
  /** By path of the filled field. */
  readonly origins: readonly (readonly [path: string, origin: Origin])[];
}

/** The item's own fields always stay. Entries fill in their order, so the first that speaks about a field has it. */
export function fill(
  item: JsonObject,
  place: { readonly pattern: string; readonly path: string },
  fillings: readonly Filling[],
  factsOf: (item: JsonObject) => ItemFacts,
): Filled {
  if (fillings.length === 0 || item.notNeeded !== undefined) return { item, origins: [] };
  const first = fillOnce(item, place, fillings, factsOf(item));
  const facts = factsOf(first.item);
  // An entry may ask for a platform that a later entry fills in: once more, knowing it, so that order still decides.
  return sameFacts(facts, factsOf(item)) ? first : fillOnce(item, place, fillings, facts);
}

const NEVER_FILLED: ReadonlySet<string> = new Set([
  'id',
  'name',
  'when',
  'environments',
  'stages',
  'verified',
  'derived',
  'notNeeded',
]);

function fillOnce(
  item: JsonObject,
  place: { readonly pattern: string; readonly path: string },
  fillings: readonly Filling[],
  facts: ItemFacts,
): Filled {
  const origins: [string, Origin][] = [];
  let result = item;
  for (const { entry, origin } of fillings) {
    if (!applies(entry.when, facts)) continue;
    for (const [field, value] of Object.entries(entry)) {
      if (value === undefined || NEVER_FILLED.has(field)) continue;
      const filled = fillField(result[field], value, {
        pattern: fieldPath(place.pattern, field),
        path: fieldPath(place.path, field),
        origin: { ...origin, path: fieldPath(origin.path, field) },
        origins,
      });
      if (filled !== result[field]) result = { ...result, [field]: filled };
    }
  }
  return { item: result, origins };
}

interface Spot {
  readonly pattern: string;
  readonly path: string;
  readonly origin: Origin;
  readonly origins: [string, Origin][];
}

function fillField(stated: JsonValue | undefined, value: JsonValue, spot: Spot): JsonValue {
  if (stated === undefined) {
    spot.origins.push([spot.path, spot.origin]);
    return value;
  }
  if (!hasFields(stated) || !hasFields(value)) return stated;
  if (mergeKindOf(spot.pattern) === 'nearest' || describesAnother(stated, value)) return stated;
  let result = stated;
  for (const [field, inner] of Object.entries(value)) {
    if (inner === undefined) continue;
    const filled = fillField(stated[field], inner, {
      pattern: fieldPath(spot.pattern, field),
      path: fieldPath(spot.path, field),
      origin: { ...spot.origin, path: fieldPath(spot.origin.path, field) },
      origins: spot.origins,
    });
    if (filled !== stated[field]) result = { ...result, [field]: filled };
  }
  return result;
}

/** The plan and product of one platform say nothing about a place on another. */
function describesAnother(stated: JsonObject, value: JsonObject): boolean {
  const [a, b] = [stated.platform, value.platform];
  return typeof a === 'string' && typeof b === 'string' && !sameWord(a, b);
}

const CONDITIONS: Readonly<Record<string, keyof ItemFacts>> = {
  stages: 'stage',
  platforms: 'platform',
  roles: 'role',
  kinds: 'kind',
  categories: 'category',
  products: 'product',
};

/** All named conditions must hold. What is not stated fits no condition, and an unknown condition holds for nothing. */
export function applies(when: JsonValue | undefined, facts: ItemFacts): boolean {
  if (!isObject(when)) return true;
  for (const [condition, wanted] of Object.entries(when)) {
    if (wanted === undefined) continue;
    const fact = CONDITIONS[condition];
    const found = fact === undefined ? undefined : facts[fact];
    if (found === undefined || !Array.isArray(wanted)) return false;
    if (!wanted.some(word => typeof word === 'string' && sameWord(word, found))) return false;
  }
  return true;
}

function sameFacts(a: ItemFacts, b: ItemFacts): boolean {
  return Object.values(CONDITIONS).every(fact => a[fact] === b[fact]);
}
