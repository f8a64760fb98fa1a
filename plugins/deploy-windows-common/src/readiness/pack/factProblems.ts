import { durationMilliseconds } from 'backstage-plugin-infra-overview-common';
import type { FactType } from '../facts/factTypes';
import { typeOf, typeWords, type FactScope } from '../rule/factScope';
import type { TextPath } from './packText';
import type { RuleProblem } from './ruleProblems';

export const SCALARS: readonly string[] = ['text', 'number', 'boolean'];

/** Whether a fact is known, of a type the operator can ask, and compared with values of that type. */
export function typedOf(path: TextPath, scope: FactScope) {
  return (
    fact: string,
    wanted?: readonly string[],
    key?: string,
    values: readonly unknown[] = [],
  ): readonly RuleProblem[] => {
    const at = key === undefined ? path : [...path, key];
    const type = typeOf(scope, fact);
    if (type === undefined) return [{ path: at, message: `${fact} is not a fact` }];
    const words = typeWords(type);
    if (wanted !== undefined && !wanted.includes(words)) {
      return [
        { path: at, message: `${fact} is a ${words}; here stands a ${wanted.join(' or a ')}` },
      ];
    }
    const odd = values.find(value => !fits(type, value));
    if (odd === undefined) return [];
    return [{ path: at, message: `${fact} is a ${words}, which ${JSON.stringify(odd)} is not` }];
  };
}

function fits(type: FactType, value: unknown): boolean {
  switch (type) {
    case 'number':
      return typeof value === 'number';
    case 'boolean':
      return typeof value === 'boolean';
    case 'duration':
      return isDuration(value);
    default:
      return typeof value === 'string';
  }
}

export function isDuration(value: unknown): boolean {
  return typeof value === 'string' && durationMilliseconds(value) !== undefined;
}
