import type { JsonValue } from '@backstage/types';

/** One text for one value: keys are sorted, lists keep their order. */
export function canonicalText(value: object): string {
  return JSON.stringify(sorted(JSON.parse(JSON.stringify(value)) as JsonValue));
}

function sorted(value: JsonValue): JsonValue {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, item]) => [key, sorted(item ?? null)]));
}
