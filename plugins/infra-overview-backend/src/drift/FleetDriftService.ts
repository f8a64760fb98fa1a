import type { FleetDriftPage, FleetDriftQuery } from 'backstage-plugin-infra-overview-common';
import type { CallOptions } from '../documents/DocumentSource';

/** Where declared and observed differ, over all projects that the caller may see. */
export interface FleetDriftService {
  page(query: FleetDriftQuery, options: CallOptions): Promise<FleetDriftPage>;
  /** Every row of the list, page by page. */
  all(query: FleetDriftQuery, options: CallOptions): AsyncIterable<FleetDriftPage['rows']>;
}
