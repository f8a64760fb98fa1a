import type { JsonObject, JsonValue } from '@backstage/types';
import { factsAt, type EffectiveInfra, type Fact } from '../effective';
import { canonicalJson } from './canonicalJson';

/** Says how something is known, not what is true: a new date changes no value. */
const ABOUT_THE_WORD: ReadonlySet<string> = new Set(['verified', 'derived']);

/**
 * What a person says "still true" of: the value of a fact, an item or a section, without dates. Where environments have
 * different values, all of them. Undefined: the document says nothing there.
 */
export function confirmedValue(effective: EffectiveInfra, path: string): JsonValue | undefined {
  const values = new Map<string, JsonValue>();
  for (const { fact } of factsAt(effective, path)) {
    const value = valueOf(fact);
    if (value !== undefined) values.set(canonicalJson(value), value);
  }
  const [one, ...others] = values.values();
  return one === undefined || others.length === 0 ? one : [one, ...others];
}

function valueOf(fact: Fact): JsonValue | undefined {
  switch (fact.state) {
    case 'stated':
      return withoutDates(fact.value);
    case 'none':
      return 'none';
    case 'not-needed':
      return { notNeeded: fact.reason };
    case 'not-stated':
      return undefined;
    default:
      throw new Error(fact satisfies never);
  }
}

function withoutDates(value: JsonValue): JsonValue {
  if (Array.isArray(value)) return value.map(withoutDates);
  if (typeof value !== 'object' || value === null) return value;
  const kept: JsonObject = {};
  for (const [field, inner] of Object.entries(value)) {
    if (inner !== undefined && !ABOUT_THE_WORD.has(field)) kept[field] = withoutDates(inner);
  }
  return kept;
}
