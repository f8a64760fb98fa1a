import type { Facet, FleetFacets } from 'backstage-plugin-infra-overview-common';
import type { TermKind } from './terms';

export type FacetKind = Exclude<TermKind, 'word' | 'part' | 'resource'>;

export const FACET_KINDS: readonly FacetKind[] = [
  'owner',
  'domain',
  'platform',
  'standing',
  'stage',
  'store',
  'product',
  'provider',
  'missing',
];

export interface TermCount {
  readonly kind: FacetKind;
  readonly term: string;
  readonly count: number;
}

/** More values than a person looks through. */
const MOST_VALUES = 200;

/** Adds up what was counted, the most frequent first. */
export function toFacets(counts: readonly TermCount[]): FleetFacets {
  const of = (kind: FacetKind): readonly Facet[] => {
    const sums = new Map<string, number>();
    for (const { kind: counted, term, count } of counts) {
      if (counted === kind) sums.set(term, (sums.get(term) ?? 0) + count);
    }
    return [...sums]
      .map(([value, count]) => ({ value, count }))
      .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1))
      .slice(0, MOST_VALUES);
  };
  return {
    owners: of('owner'),
    domains: of('domain'),
    platforms: of('platform'),
    standings: of('standing'),
    stages: of('stage'),
    stores: of('store'),
    products: of('product'),
    providers: of('provider'),
    missing: of('missing'),
  };
}
