import type { Fact, FactItem } from '../facts/fact';
import { FACT_TYPES } from '../facts/factTypes';
import { fieldsOf, pathParts, type FactFields } from './factScope';
import type { RuleContext } from './ruleContext';

/** The facts of the subject, or the item in hand. */
export interface Frame {
  readonly types: FactFields;
  readonly fields: Readonly<Record<string, Fact>>;
  /** `stores[db]`; empty for the subject. */
  readonly name: string;
  /** Below `spec.infra`. */
  readonly path: string;
}

/** Where a rule stands: the item in hand first, the subject last. */
export interface Place extends RuleContext {
  readonly frames: readonly Frame[];
}

/** A fact where it was found. */
export interface Located {
  readonly name: string;
  readonly fact: Fact;
}

export function placeOf(context: RuleContext): Place {
  const subject = { types: FACT_TYPES, fields: context.facts.fields, name: '', path: '' };
  return { ...context, frames: [subject] };
}

/** A name means the same wherever the rule runs: its frame follows from the types, never from what happens to be stated. */
export function lookUp(place: Place, name: string): Located {
  const frame = place.frames.find(({ types }) => Object.hasOwn(types, name));
  if (frame === undefined) throw new Error(`${name} is not a fact`);
  return fieldOf(frame, name);
}

/** All facts behind a path: `alerts[].targets` has as many as there are alerts, and a list that is not stated stands for its own. */
export function lookUpAll(place: Place, path: string): readonly Located[] {
  const [first = '', ...rest] = pathParts(path);
  let located: readonly Located[] = [lookUp(place, first)];
  for (const [index, field] of rest.entries()) {
    const types = typesOf(place, [first, ...rest.slice(0, index)]);
    located = located.flatMap(list =>
      isOpen(list.fact) ? [list] : framesOf(list, types).map(frame => fieldOf(frame, field)),
    );
  }
  return located;
}

/** Whether nobody knows what is in it. */
export function isOpen({ state }: Fact): boolean {
  return state === 'not-stated' || state === 'not-needed';
}

/** The items of a list, each as a place to stand in. */
export function placesIn(place: Place, path: string, list: Located): readonly Place[] {
  return framesOf(list, typesOf(place, pathParts(path))).map(frame => ({
    ...place,
    frames: [frame, ...place.frames],
  }));
}

export function itemsIn({ fact, name }: Located): readonly FactItem[] {
  switch (fact.state) {
    case 'list':
      return fact.items;
    case 'texts':
      return fact.values.map(value => ({
        name: value,
        path: fact.origin.path,
        fields: { value: { state: 'stated', value, origin: fact.origin } },
      }));
    case 'none':
    case 'not-stated':
    case 'not-needed':
      return [];
    case 'stated':
      throw new Error(`${name} is not a list`);
    default:
      throw new Error(fact satisfies never);
  }
}

function framesOf(list: Located, types: FactFields): readonly Frame[] {
  return itemsIn(list).map(({ name, path, fields }) => ({
    types,
    fields,
    name: `${list.name}[${name}]`,
    path,
  }));
}

/** Fields of the items of a list. */
function typesOf(place: Place, [first = '', ...rest]: readonly string[]): FactFields {
  const frame = place.frames.find(({ types }) => Object.hasOwn(types, first));
  let type = frame?.types[first];
  for (const part of rest) type = type === undefined ? undefined : fieldsOf(type)?.[part];
  const fields = type === undefined ? undefined : fieldsOf(type);
  if (fields === undefined) throw new Error(`${[first, ...rest].join('[].')} is not a list`);
  return fields;
}

function fieldOf(frame: Frame, field: string): Located {
  const name = frame.name === '' ? field : `${frame.name}.${field}`;
  const stated = Object.hasOwn(frame.fields, field) ? frame.fields[field] : undefined;
  const wanted = frame.path === '' ? field : `${frame.path}.${field}`;
  return { name, fact: stated ?? { state: 'not-stated', wanted } };
}
