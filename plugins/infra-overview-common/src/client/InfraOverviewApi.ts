import type { Overview } from '../overview/overview';
import type { Comparison, FleetFacets, FleetPage, FleetQuery } from '../wire';

export interface CallOptions {
  /** Of a service that calls another; browsers sign their own calls. */
  readonly token?: string;
  readonly signal?: AbortSignal;
}

/** What can be asked about infrastructure. */
export interface InfraOverviewApi {
  overview(entityRef: string, options?: CallOptions): Promise<Overview>;
  compare(
    entityRef: string,
    environments: { readonly a: string; readonly b: string },
    options?: CallOptions,
  ): Promise<Comparison>;
  fleet(query: FleetQuery, options?: CallOptions): Promise<FleetPage>;
  /** Every row that answers the query, as RFC 4180 text. `limit` and `cursor` are ignored. */
  fleetCsv(query: FleetQuery, options?: CallOptions): Promise<string>;
  facets(options?: CallOptions): Promise<FleetFacets>;
}
