import type { z } from 'zod';
import { fieldsOf, typeOf, type FactScope } from '../rule/factScope';
import { isDuration, SCALARS, typedOf } from './factProblems';
import { isOperator, OPERATORS, type Operator } from './operators';
import type { TextPath } from './packText';

export interface RuleProblem {
  readonly path: TextPath;
  readonly message: string;
}

type Operand<Key extends Operator> = z.output<(typeof OPERATORS)[Key]>;

/** Deep enough for any question, and far from what a call stack holds. */
const MAX_DEPTH = 24;

/** All that is wrong with a rule: an operator nobody knows, a fact nobody states, a value that is not of its type. */
export function ruleProblems(
  rule: unknown,
  path: TextPath,
  scope: FactScope,
): readonly RuleProblem[] {
  if (path.length > MAX_DEPTH * 2) return [{ path, message: 'is nested too deep' }];
  if (typeof rule !== 'object' || rule === null || Array.isArray(rule)) {
    return [{ path, message: 'is not a rule: one key names the operator' }];
  }
  const [operator, ...more] = Object.keys(rule);
  if (operator === undefined || more.length > 0) {
    return [{ path, message: 'names no operator, or several: combine them with all or any' }];
  }
  const at = [...path, operator];
  if (!isOperator(operator)) {
    const known = Object.keys(OPERATORS).join(', ');
    return [{ path: at, message: `${operator} is not an operator; there are ${known}` }];
  }
  const read = OPERATORS[operator].safeParse((rule as Record<string, unknown>)[operator]);
  if (!read.success) {
    return read.error.issues.map(issue => issueProblem(issue, at));
  }
  return problemsOf(operator, read.data, at, scope);
}

/** Where and what, in words that do not repeat the place. */
export function issueProblem(issue: z.core.$ZodIssue, below: TextPath = []): RuleProblem {
  const path = [...below, ...(issue.path as TextPath)];
  if (issue.code === 'unrecognized_keys') {
    const [key = ''] = issue.keys;
    return { path: [...path, key], message: 'is not known here' };
  }
  const isMissing = issue.code === 'invalid_type' && issue.message.endsWith('received undefined');
  if (isMissing) return { path, message: 'is missing' };
  if (issue.code === 'invalid_value') {
    return { path, message: `is missing, or not ${issue.values.map(String).join(' or ')}` };
  }
  return { path, message: issue.message };
}

function problemsOf(
  operator: Operator,
  value: unknown,
  path: TextPath,
  scope: FactScope,
): readonly RuleProblem[] {
  const typed = typedOf(path, scope);
  switch (operator) {
    case 'all':
    case 'any':
      return (value as readonly unknown[]).flatMap((part, index) =>
        ruleProblems(part, [...path, index], scope),
      );
    case 'not':
      if (asksOthers(value))
        return [{ path, message: 'is for facts, not for people or dependencies' }];
      return ruleProblems(value, path, scope);
    case 'every':
    case 'some':
      return itemProblems(value as Operand<'every'>, path, scope);
    case 'declared':
      return typed(value as string);
    case 'is':
      return entries(value, ([fact, wanted]) => typed(fact, SCALARS, fact, [wanted]));
    case 'oneOf':
    case 'notOneOf':
      return entries(value, ([fact, wanted]) =>
        typed(fact, SCALARS, fact, wanted as readonly unknown[]),
      );
    case 'contains':
      return entries(value, ([fact]) => typed(fact, ['texts'], fact));
    case 'atLeast':
    case 'atMost':
      return entries(value, ([fact, wanted]) =>
        typed(fact, ['number', 'duration'], fact, [wanted]),
      );
    case 'ageAtMost':
    case 'aheadAtLeast':
      return entries(value, ([fact, length]) => [
        ...typed(fact, ['date'], fact),
        ...(isDuration(length) ? [] : typed(length as string, ['duration'], fact)),
      ]);
    case 'precedes': {
      const { p, q, by } = value as Operand<'precedes'>;
      return [
        ...typed(p, ['date'], 'p'),
        ...typed(q, ['date'], 'q'),
        ...(isDuration(by) ? [] : [{ path: [...path, 'by'], message: `${by} is not a duration` }]),
      ];
    }
    case 'countDistinct': {
      const { in: list, of } = value as Operand<'countDistinct'>;
      const wrong = typed(list, ['list', 'texts'], 'in');
      return wrong.length > 0 ? wrong : typedOf(path, within(scope, list))(of, SCALARS, 'of');
    }
    case 'differs': {
      const { p, from } = value as Operand<'differs'>;
      return [...typed(p, ['text'], 'p'), ...typed(from, ['texts'], 'from')];
    }
    case 'people':
      return typed((value as { in: string }).in, ['people'], 'in');
    case 'peopleWithin': {
      const { people, holders } = value as Operand<'peopleWithin'>;
      return [
        ...typed(people, ['texts'], 'people'),
        ...typed(holders, ['people', 'texts'], 'holders'),
      ];
    }
    case 'known':
      return typed((value as { p: string }).p, ['people'], 'p');
    case 'upstreams':
    case 'clean':
      return [];
    default:
      throw new Error(operator satisfies never);
  }
}

function itemProblems(
  { in: list, where, satisfy }: Operand<'every'>,
  path: TextPath,
  scope: FactScope,
): readonly RuleProblem[] {
  const wrong = typedOf(path, scope)(list, ['list', 'texts'], 'in');
  if (wrong.length > 0) return wrong;
  const inside = within(scope, list);
  return [
    ...(where === undefined ? [] : ruleProblems(where, [...path, 'where'], inside)),
    ...ruleProblems(satisfy, [...path, 'satisfy'], inside),
  ];
}

function within(scope: FactScope, list: string): FactScope {
  const type = typeOf(scope, list);
  const fields = type === undefined ? undefined : fieldsOf(type);
  return fields === undefined ? scope : [fields, ...scope];
}

function entries(
  map: unknown,
  check: (entry: readonly [string, unknown]) => readonly RuleProblem[],
): readonly RuleProblem[] {
  return Object.entries(map as Readonly<Record<string, unknown>>).flatMap(check);
}

const OTHERS: ReadonlySet<string> = new Set([
  'people',
  'peopleWithin',
  'known',
  'upstreams',
  'clean',
]);

/** "Nobody is reached" turned round would make a missing line look like an answer. */
function asksOthers(rule: unknown): boolean {
  if (typeof rule !== 'object' || rule === null) return false;
  return Object.entries(rule).some(([key, value]) => OTHERS.has(key) || asksOthers(value));
}
