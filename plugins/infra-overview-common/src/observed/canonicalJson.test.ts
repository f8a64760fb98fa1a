import type { JsonValue } from '@backstage/types';
import fc from 'fast-check';
import { canonicalJson } from './canonicalJson';

it.each<[JsonValue | undefined, string]>([
  [undefined, 'null'],
  [{ b: 1, a: [2, 1] }, '{"a":[1,2],"b":1}'],
  [{ a: undefined }, '{}'],
  [['1', 1], '["1",1]'],
  [[{ b: 1 }, { a: 1 }], '[{"a":1},{"b":1}]'],
])('%j is %s', (value, text) => {
  expect(canonicalJson(value)).toBe(text);
});

it('the order of lists and keys says nothing', () => {
  const reversed = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(reversed).reverse();
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.entries(value)
        .map(([key, inner]) => [key, reversed(inner)])
        .reverse(),
    );
  };
  fc.assert(
    fc.property(fc.jsonValue(), value => {
      const json = value as JsonValue;
      expect(canonicalJson(reversed(json) as JsonValue)).toBe(canonicalJson(json));
    }),
  );
});
