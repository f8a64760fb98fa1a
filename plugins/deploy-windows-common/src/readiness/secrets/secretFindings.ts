import type { JsonValue } from '@backstage/types';
import { secretIn } from './secretIn';

export interface SecretFinding {
  readonly rule: string;
  readonly path: string;
}

/** What looks like a secret anywhere in a value, by rule and place; never the text. */
export function secretFindings(value: JsonValue, path = ''): readonly SecretFinding[] {
  if (typeof value === 'string') {
    const rule = secretIn(value);
    return rule === undefined ? [] : [{ rule, path }];
  }
  if (Array.isArray(value))
    return value.flatMap((item, index) => secretFindings(item, `${path}[${index}]`));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, item]) =>
    item === undefined ? [] : secretFindings(item, path === '' ? key : `${path}.${key}`),
  );
}
