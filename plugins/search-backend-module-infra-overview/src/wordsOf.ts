import type { JsonValue } from '@backstage/types';
import { SCHEMA, type InfraDocument } from 'backstage-plugin-infra-overview-common';

/** Text that a search engine still takes in one document. */
const MOST_CHARACTERS = 100_000;

/** Every text of a document once, in reading order. Field names and numbers are not what people search for. */
export function wordsOf(document: InfraDocument): string {
  const texts = new Set<string>();
  collect(document as JsonValue, texts);
  texts.delete(SCHEMA);
  return [...texts].join(' \n').slice(0, MOST_CHARACTERS);
}

function collect(value: JsonValue | undefined, texts: Set<string>): void {
  if (typeof value === 'string') {
    if (value.trim() !== '') texts.add(value);
    return;
  }
  if (typeof value !== 'object' || value === null) return;
  for (const inner of Array.isArray(value) ? value : Object.values(value)) collect(inner, texts);
}
