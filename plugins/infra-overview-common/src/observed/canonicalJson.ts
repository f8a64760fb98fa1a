import type { JsonValue } from '@backstage/types';

/**
 * One text for one meaning: keys are sorted, and so are lists, since the order in a document says nothing. Backends make the
 * fingerprint of a confirmation from it.
 */
export function canonicalJson(value: JsonValue | undefined): string {
  if (Array.isArray(value))
    return `[${value
      .map(item => canonicalJson(item))
      .sort()
      .join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value ?? null);
  const entries = Object.entries(value).filter(([, item]) => item !== undefined);
  return `{${entries
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, item]) => `${JSON.stringify(key)}:${canonicalJson(item)}`)
    .join(',')}}`;
}
