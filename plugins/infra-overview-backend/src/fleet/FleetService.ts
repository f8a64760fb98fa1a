import type {
  FleetFacets,
  FleetPage,
  FleetQuery,
  FleetRow,
} from 'backstage-plugin-infra-overview-common';
import type { CallOptions } from '../documents/DocumentSource';

/** What can be asked about all projects. */
export interface FleetService {
  fleet(query: FleetQuery, options: CallOptions): Promise<FleetPage>;
  facets(options: CallOptions): Promise<FleetFacets>;
  /** Every row of the list, page by page. */
  all(query: FleetQuery, options: CallOptions): AsyncIterable<readonly FleetRow[]>;
}

/** How much of the catalog the caller may read. */
export type Reach = 'everything' | 'part' | 'nothing';

export interface ReachOptions extends CallOptions {
  readonly reach: Reach;
}

/** The same, for a caller whose reach is known. */
export interface ReachingFleetService {
  fleet(query: FleetQuery, options: ReachOptions): Promise<FleetPage>;
  facets(options: ReachOptions): Promise<FleetFacets>;
  all(query: FleetQuery, options: ReachOptions): AsyncIterable<readonly FleetRow[]>;
}
