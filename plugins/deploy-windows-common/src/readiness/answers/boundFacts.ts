import type { JsonObject, JsonValue } from '@backstage/types';
import type { Fact, FactItem, Facts } from '../facts/fact';
import type { AskedCheck } from '../pack/pack';

/** What a confirmation of this check is bound to today. */
export function boundOf({ definition, bound }: AskedCheck, facts: Facts): JsonObject {
  return { ...boundFactsOf(facts, definition.attest?.boundTo ?? []), ...bound };
}

/**
 * What a confirmation is bound to: values and nothing else, so that a new date, another place in the file or another order changes
 * nothing. `exposure` stands for everything that begins so; `alerts.targets` for one field of a list. What is not stated is left out.
 */
export function boundFactsOf(facts: Facts, names: readonly string[]): JsonObject {
  const bound: Record<string, JsonValue> = {};
  for (const name of names) {
    for (const [key, value] of valuesNamed(facts, name)) {
      if (value !== undefined) bound[key] = value;
    }
  }
  return bound;
}

type Named = readonly [name: string, value: JsonValue | undefined];

function valuesNamed({ fields }: Facts, name: string): readonly Named[] {
  const fact = Object.hasOwn(fields, name) ? fields[name] : undefined;
  if (fact !== undefined) return [[name, valueOf(fact)]];
  const below = Object.entries(fields).filter(([key]) => key.startsWith(`${name}.`));
  if (below.length > 0) return below.map(([key, each]) => [key, valueOf(each)]);
  const list = Object.keys(fields).find(key => name.startsWith(`${key}.`));
  if (list === undefined) return [];
  const field = name.slice(list.length + 1);
  const only = (item: FactItem): FactItem => ({ ...item, fields: fieldOnly(item, field) });
  const whole = fields[list];
  if (whole?.state !== 'list') return [[name, whole && valueOf(whole)]];
  return [[name, valueOf({ ...whole, items: whole.items.map(only) })]];
}

function fieldOnly({ fields }: FactItem, field: string): FactItem['fields'] {
  const own = Object.entries(fields);
  return Object.fromEntries(own.filter(([key]) => key === field || key.startsWith(`${field}.`)));
}

/** People confirm what is written. What a source sees meanwhile, such as a certificate that was renewed, ends no confirmation. */
function valueOf(fact: Fact): JsonValue | undefined {
  if (fact.state === 'not-stated') return fact.declared;
  if (fact.origin.seen !== undefined) return fact.origin.declared;
  switch (fact.state) {
    case 'stated':
      return fact.value;
    case 'texts':
      return [...fact.values].sort();
    case 'list':
      return fact.items.map(itemValue);
    case 'none':
      return 'none';
    case 'not-needed':
      return { notNeeded: fact.reason };
    default:
      throw new Error(fact satisfies never);
  }
}

function itemValue({ name, fields }: FactItem): JsonObject {
  const value: Record<string, JsonValue> = { name };
  for (const [field, fact] of Object.entries(fields)) {
    const content = valueOf(fact);
    // A field may be called `name` too; then it says the same.
    if (content !== undefined) value[field] = content;
  }
  return value;
}
