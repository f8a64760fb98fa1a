import type { JsonValue } from '@backstage/types';
import { durationMilliseconds } from 'backstage-plugin-infra-overview-common';
import type { Outcome } from '../effective/outcome';
import type { Scalar } from '../facts/fact';
import { finding, openOutcome } from './finding';
import { isOpen, itemsIn, type Located } from './lookUp';
import { fail, pass, unknown } from './outcomes';

/** Has a value. An explicit none, or an empty list, is an answer and fails. */
export function declared(located: Located): Outcome {
  const { fact } = located;
  if (isOpen(fact)) return openOutcome(located);
  const isNone = fact.state === 'stated' ? fact.value === 'none' : itemsIn(located).length === 0;
  if (isNone) return fail([finding('NONE_DECLARED', located)]);
  return pass([finding('MET', located)]);
}

/** `none` of the document and the word `none` are one value here. */
export function isOneOf(located: Located, wanted: readonly Scalar[]): Outcome {
  const asked: JsonValue = wanted.length === 1 ? (wanted[0] ?? '') : [...wanted];
  if (isOpen(located.fact)) return openOutcome(located, asked);
  if (wanted.includes(scalarOf(located))) return pass([finding('MET', located, { wanted: asked })]);
  const code = wanted.length === 1 ? 'NOT_EQUAL' : 'NOT_ONE_OF';
  return fail([finding(code, located, { wanted: asked })]);
}

export function isNoneOf(located: Located, forbidden: readonly Scalar[]): Outcome {
  if (isOpen(located.fact)) return openOutcome(located);
  const wanted = [...forbidden];
  if (forbidden.includes(scalarOf(located))) {
    return fail([finding('FORBIDDEN_VALUE', located, { wanted })]);
  }
  return pass([finding('MET', located)]);
}

export function contains(located: Located, wanted: readonly Scalar[]): Outcome {
  if (isOpen(located.fact)) return openOutcome(located, [...wanted]);
  const held = textsOf(located);
  const missing = wanted.filter(word => !held.includes(String(word)));
  if (missing.length > 0) return fail([finding('NOT_CONTAINED', located, { wanted: missing })]);
  return pass([finding('MET', located, { wanted: [...wanted] })]);
}

export type Bound = 'atLeast' | 'atMost';

/** Numbers, or durations by their length. */
export function compares(located: Located, bound: Bound, limit: number | string): Outcome {
  if (isOpen(located.fact)) return openOutcome(located, limit);
  if (located.fact.state === 'none') {
    return fail([finding('NONE_DECLARED', located, { wanted: limit })]);
  }
  const [value, wanted] = [amountOf(scalarOf(located)), amountOf(limit)];
  if (wanted === undefined) throw new Error(`${limit} is neither a number nor a duration`);
  // Words such as "a while" say nothing that could be compared.
  if (value === undefined) return unknown([finding('ABSENT', located, { wanted: limit })]);
  const holds = bound === 'atLeast' ? value >= wanted : value <= wanted;
  if (holds) return pass([finding('MET', located, { wanted: limit })]);
  const code = bound === 'atLeast' ? 'TOO_FEW' : 'TOO_MANY';
  return fail([finding(code, located, { wanted: limit })]);
}

/** Another value than all of a list. */
export function differs(located: Located, from: Located): Outcome {
  if (isOpen(located.fact)) return openOutcome(located);
  if (isOpen(from.fact)) return openOutcome(from);
  if (located.fact.state === 'none') return fail([finding('NONE_DECLARED', located)]);
  const wanted = [...textsOf(from)];
  if (wanted.includes(String(scalarOf(located)))) {
    return fail([finding('EQUAL', located, { wanted })]);
  }
  return pass([finding('MET', located, { wanted })]);
}

export function clean(located: Located): Outcome {
  const { fact } = located;
  if (isOpen(fact)) {
    return { status: 'error', message: 'Nobody looked for secrets', findings: [] };
  }
  const items = itemsIn(located);
  if (items.length === 0) return pass([finding('MET', located, { found: 'none' })]);
  // The rule that found it and the place; what was found is written nowhere.
  return fail(
    items.map(({ name, fields, path }) => {
      const found = fields.rule?.state === 'stated' ? fields.rule.value : name;
      return { code: 'SECRET_FOUND', fact: located.name, found, path };
    }),
  );
}

export function scalarOf({ name, fact }: Located): Scalar {
  if (fact.state === 'stated') return fact.value;
  if (fact.state === 'none') return 'none';
  throw new Error(`${name} is not one value`);
}

function textsOf({ name, fact }: Located): readonly string[] {
  if (fact.state === 'texts') return fact.values;
  if (fact.state === 'none') return [];
  throw new Error(`${name} is not a list of words`);
}

function amountOf(value: Scalar): number | undefined {
  if (typeof value === 'number') return value;
  return typeof value === 'string' ? durationMilliseconds(value) : undefined;
}
