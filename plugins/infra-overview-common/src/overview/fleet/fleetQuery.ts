import type { FleetGap, FleetRow, PlatformStanding } from './row';

export const FLEET_SORTS = [
  'name',
  'owner',
  'platform',
  'environments',
  'database',
  'backup',
  'restore-test',
  'tls',
  'alert-route',
  'one-holder',
  'risks',
  'improvements',
  'questions',
  'conformance',
  'problems',
  'freshness',
  'drift',
] as const;
export type FleetSort = (typeof FLEET_SORTS)[number];

export interface FleetQuery {
  /** Words found in titles, hosts, products, providers, platforms, app names and credential stores. */
  readonly text?: string;
  readonly owner?: string;
  readonly platform?: string;
  readonly standing?: PlatformStanding;
  readonly stage?: string;
  readonly product?: string;
  readonly provider?: string;
  /** Catalog entity it stands on, as `resourceName` writes it. */
  readonly resource?: string;
  readonly store?: string;
  readonly domain?: string;
  /** Each named thing is not stated or known to be none. */
  readonly missing?: readonly FleetGap[];
  /** Certificates that end before this day. */
  readonly tlsBefore?: string;
  readonly sort?: FleetSort;
  readonly order?: 'asc' | 'desc';
  readonly limit?: number;
  readonly cursor?: string;
}

export interface FleetPage {
  readonly rows: readonly FleetRow[];
  readonly nextCursor?: string;
  readonly hasMore: boolean;
  /** Only for those who may read everything. */
  readonly total?: number;
}

export interface Facet {
  readonly value: string;
  readonly count: number;
}

/** What the filters of the fleet page offer, with the number of projects each would leave. */
export interface FleetFacets {
  readonly owners: readonly Facet[];
  readonly domains: readonly Facet[];
  readonly platforms: readonly Facet[];
  readonly standings: readonly Facet[];
  readonly stages: readonly Facet[];
  readonly stores: readonly Facet[];
  readonly products: readonly Facet[];
  readonly providers: readonly Facet[];
  readonly missing: readonly Facet[];
}
