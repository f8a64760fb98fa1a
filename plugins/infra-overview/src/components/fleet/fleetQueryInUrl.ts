import {
  FLEET_GAPS,
  FLEET_SORTS,
  type FleetGap,
  type FleetQuery,
  type FleetSort,
} from 'backstage-plugin-infra-overview-common';

const WORDS = [
  'text',
  'domain',
  'owner',
  'platform',
  'standing',
  'stage',
  'product',
  'provider',
  'store',
  'tlsBefore',
] as const;

const isSort = (value: string | null): value is FleetSort =>
  (FLEET_SORTS as readonly (string | null)[]).includes(value);
const isGap = (value: string): value is FleetGap =>
  (FLEET_GAPS as readonly string[]).includes(value);

/** Reads the question from the page's address. Words that no longer exist are left out, so that an old link still opens. */
export function readFleetQuery(parameters: URLSearchParams): FleetQuery {
  const query: { -readonly [key in keyof FleetQuery]: FleetQuery[key] } = {};
  for (const word of WORDS) {
    const value = parameters.get(word)?.trim();
    if (value) query[word] = value as never;
  }
  const missing = parameters.getAll('missing').filter(isGap);
  if (missing.length > 0) query.missing = missing;
  const sort = parameters.get('sort');
  if (isSort(sort)) query.sort = sort;
  if (parameters.get('order') === 'desc') query.order = 'desc';
  return query;
}

/** Writes the question into an address and keeps the parameters of others. */
export function writeFleetQuery(query: FleetQuery, foreign: URLSearchParams): URLSearchParams {
  const parameters = new URLSearchParams(foreign);
  for (const name of [...WORDS, 'missing', 'sort', 'order']) parameters.delete(name);
  for (const word of WORDS) {
    const value = query[word];
    if (value) parameters.set(word, value);
  }
  for (const gap of query.missing ?? []) parameters.append('missing', gap);
  if (query.sort) parameters.set('sort', query.sort);
  if (query.order === 'desc') parameters.set('order', 'desc');
  return parameters;
}
