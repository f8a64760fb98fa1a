import type { JsonValue } from '@backstage/types';
import { canonicalJson } from 'backstage-plugin-infra-overview-common';

const PRIME = 0x01000193;

/**
 * Tells one wording of an answer from the next. Nothing is kept safe by it, so two rounds of FNV-1a are enough, and need no
 * library that only one side has.
 */
export function contentHash(content: JsonValue): string {
  const text = canonicalJson(content);
  return `${fnv1a(text, 0x811c9dc5)}${fnv1a(text, 0x9747b28c)}`;
}

function fnv1a(text: string, basis: number): string {
  let hash = basis;
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), PRIME);
  }
  return (hash >>> 0).toString(16).padStart(8, '0');
}
