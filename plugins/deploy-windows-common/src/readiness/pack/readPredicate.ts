import type { FilterPredicate } from '@backstage/filter-predicates';
import { canonicalJson } from 'backstage-plugin-infra-overview-common';
import { readScope } from '../../schedule/scope';
import type { SubjectView } from '../subject';

const KEYS: Readonly<Record<keyof SubjectView, true>> = {
  kind: true,
  type: true,
  lifecycle: true,
  tier: true,
  stage: true,
  environment: true,
  platform: true,
  exposure: true,
  static: true,
  owner: true,
  system: true,
  domain: true,
  tags: true,
};

export type ReadPredicate = { readonly predicate: FilterPredicate } | { readonly wrong: string };

/**
 * A predicate over a subject. A word or an operator that is not known would silently be false for ever, so it is refused, and
 * so is what the parser would drop without a word.
 */
export function readPredicate(value: unknown): ReadPredicate {
  const read = readScope(value);
  if (!read.ok) return { wrong: 'is not a filter predicate' };
  if (canonicalJson(read.value) !== canonicalJson(value as never)) {
    return { wrong: 'has an operator beside another one' };
  }
  const unknown = keysOf(read.value).find(key => !Object.hasOwn(KEYS, key));
  if (unknown === undefined) return { predicate: read.value };
  return { wrong: `asks for ${unknown}; a subject has ${Object.keys(KEYS).join(', ')}` };
}

function keysOf(predicate: FilterPredicate): readonly string[] {
  if (typeof predicate !== 'object') return [];
  return Object.entries(predicate).flatMap(([key, value]) => {
    if (key === '$all' || key === '$any') return (value as FilterPredicate[]).flatMap(keysOf);
    if (key === '$not') return keysOf(value as FilterPredicate);
    return [key];
  });
}
