import type { Facet, FleetFacets } from 'backstage-plugin-infra-overview-common';

export interface SharedChoice {
  /** `platform:heroku` */
  readonly of: string;
  readonly name: string;
  readonly projects: number;
  readonly group: string;
}

const KINDS: readonly {
  readonly kind: string;
  readonly group: string;
  readonly facet: (facets: FleetFacets) => readonly Facet[];
}[] = [
  { kind: 'platform', group: 'Platforms', facet: ({ platforms }) => platforms },
  { kind: 'product', group: 'Products', facet: ({ products }) => products },
  { kind: 'provider', group: 'Providers', facet: ({ providers }) => providers },
  { kind: 'store', group: 'Credential stores', facet: ({ stores }) => stores },
];

/** What projects share, the most used first in each group. */
export function sharedChoices(facets: FleetFacets | undefined): readonly SharedChoice[] {
  if (facets === undefined) return [];
  return KINDS.flatMap(({ kind, group, facet }) =>
    facet(facets).map(({ value, count }) => ({
      of: `${kind}:${value}`,
      name: value,
      projects: count,
      group,
    })),
  );
}
