import type { JsonValue } from '@backstage/types';

/** One text for one value, whatever the order of its keys. */
export function canonicalText(value: JsonValue | undefined): string {
  return JSON.stringify(sorted(value ?? null));
}

function sorted(value: JsonValue): JsonValue {
  if (Array.isArray(value)) return value.map(item => sorted(item ?? null));
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).filter(([, item]) => item !== undefined);
  return Object.fromEntries(
    entries.sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, item]) => [key, sorted(item ?? null)]),
  );
}
