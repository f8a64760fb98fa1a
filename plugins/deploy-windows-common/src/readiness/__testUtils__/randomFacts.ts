import fc from 'fast-check';
import type { Fact, FactItem, Facts } from '../facts/fact';
import { FACT_TYPES, type FactType } from '../facts/factTypes';
import type { Rule } from '../rule/rule';
import { list, none, notNeeded, notStated, stated, target, texts } from './ruleCases';

const WORDS = ['production', 'aws', 'passed', 'uptime', 'web', 'none', 'snapshot', 'high'] as const;
const TARGETS = [
  target('user:default/ada', 'page'),
  target('group:default/team', 'email'),
  target('group:default/empty', 'page'),
  target('group:default/nobody'),
  target('#room', 'chat'),
  target('Duty', 'page'),
] as const;

const value: Readonly<Record<Exclude<FactType, object>, fc.Arbitrary<Fact>>> = {
  text: fc.constantFrom(...WORDS).map(stated),
  number: fc.integer({ min: 0, max: 3 }).map(stated),
  boolean: fc.boolean().map(stated),
  duration: fc.constantFrom('PT5M', 'PT1H', 'P1D', 'P28D', 'P180D', 'a while').map(stated),
  date: fc.constantFrom('2026-01-01', '2026-09-01', '2026-12-24', 'once').map(stated),
  texts: fc.subarray([...WORDS]).map(words => texts(...words)),
  people: fc.subarray([...TARGETS]).map(targets => list(...targets)),
};

/** Any fact of a type, stated more often than not. */
function aFact(type: FactType): fc.Arbitrary<Fact> {
  const known =
    typeof type === 'object'
      ? fc.array(fields(type.list), { maxLength: 3 }).map(items => list(...items))
      : value[type];
  return fc.oneof(
    { weight: 8, arbitrary: known },
    { weight: 1, arbitrary: fc.constantFrom(none, notNeeded, notStated) },
  );
}

function fields(types: Readonly<Record<string, FactType>>): fc.Arbitrary<Record<string, Fact>> {
  const each = Object.entries(types).map(([name, type]) =>
    fc.option(aFact(type), { nil: undefined, freq: 4 }).map(fact => [name, fact] as const),
  );
  return fc
    .tuple(...each)
    .map(all =>
      Object.fromEntries(all.flatMap(([name, fact]) => (fact === undefined ? [] : [[name, fact]]))),
    );
}

export const someFacts: fc.Arbitrary<Facts> = fields(FACT_TYPES).map(all => ({ fields: all }));

/** A fact by its place: `alerts`, 1, `targets`, 0, `to`. */
export type Place = readonly (string | number)[];

/** Every place at which something is stated. */
export function placesOf({ fields: all }: Facts): readonly Place[] {
  return Object.entries(all).flatMap(([name, fact]) => placesIn(fact, [name]));
}

function placesIn(fact: Fact, at: Place): readonly Place[] {
  if (fact.state === 'not-stated') return [];
  if (fact.state !== 'list') return [at];
  const inside = fact.items.flatMap((item, index) =>
    Object.entries(item.fields).flatMap(([name, each]) => placesIn(each, [...at, index, name])),
  );
  return [at, ...inside];
}

/** The same facts, with what stands there not stated. */
export function unstated({ fields: all }: Facts, place: Place): Facts {
  return { fields: without(all, place) };
}

function without(all: Facts['fields'], [name, index, ...rest]: Place): Facts['fields'] {
  const key = String(name);
  const fact = all[key];
  if (typeof index !== 'number' || fact?.state !== 'list') {
    return { ...all, [key]: { state: 'not-stated', wanted: key } };
  }
  const items = fact.items.map((item, position) =>
    position === index ? { ...item, fields: without(item.fields, rest) } : item,
  );
  return { ...all, [key]: { ...fact, items } };
}

/** The same, with every list in another order. */
export function turned({ fields: all }: Facts): Facts {
  return {
    fields: Object.fromEntries(
      Object.entries(all)
        .reverse()
        .map(([k, v]) => [k, turn(v)]),
    ),
  };
}

function turn(fact: Fact): Fact {
  if (fact.state === 'texts') return { ...fact, values: [...fact.values].reverse() };
  if (fact.state !== 'list') return fact;
  const items = fact.items.map((item): FactItem => ({ ...item, fields: turned(item).fields }));
  return { ...fact, items: items.reverse() };
}

/** Rules of every operator over facts that exist, three levels deep. */
export const someRule: fc.Arbitrary<Rule> = fc.letrec<{ rule: Rule; store: Rule }>(tie => ({
  store: fc.oneof(
    { maxDepth: 2, withCrossShrink: true },
    fc.constantFrom<Rule>(
      { is: { volatile: true } },
      { declared: 'redundancy' },
      { notOneOf: { redundancy: ['none'] } },
      { some: { in: 'backups', whenEmpty: 'fail', satisfy: { declared: 'retention' } } },
      {
        every: {
          in: 'backups',
          whenEmpty: 'not-applicable',
          satisfy: { atLeast: { retention: 'P7D' } },
        },
      },
    ),
    fc.record({ not: tie('store') }),
    fc.record({ any: fc.array(tie('store'), { minLength: 1, maxLength: 2 }) }),
  ),
  rule: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    fc.constantFrom<Rule>(
      { declared: 'platform' },
      { is: { logDebug: false } },
      { oneOf: { platform: ['aws', 'web'] } },
      { contains: { tagKeys: ['aws'] } },
      { ageAtMost: { launchDate: 'P90D' } },
      { countDistinct: { in: 'alerts', of: 'severity', atLeast: 2 } },
      { differs: { p: 'statusPage.platform', from: 'platforms' } },
    ),
    fc
      .record({
        word: fc.constantFrom('every', 'some'),
        where: fc.option(tie('store'), { nil: undefined }),
        whenEmpty: fc.constantFrom('pass', 'fail', 'not-applicable'),
        satisfy: tie('store'),
      })
      .map(({ word, where, ...rest }) => {
        const items = { in: 'stores', ...rest, ...(where !== undefined && { where }) };
        return { [word]: items } as unknown as Rule;
      }),
    fc.record({ not: tie('rule') }),
    fc.record({ all: fc.array(tie('rule'), { minLength: 1, maxLength: 3 }) }),
    fc.record({ any: fc.array(tie('rule'), { minLength: 1, maxLength: 3 }) }),
  ),
})).rule;
