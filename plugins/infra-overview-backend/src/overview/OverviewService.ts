import type { Comparison } from 'backstage-plugin-infra-overview-common';
import type { CallOptions } from '../documents/DocumentSource';

/** An overview in the form it leaves the server in: writing 100 kB of JSON costs more than finding it. */
export interface OverviewAnswer {
  /** JSON of an `Overview`. */
  readonly body: string;
  /** The same for the same content, on every replica. */
  readonly etag: string;
}

/** What can be asked about one entity. */
export interface OverviewService {
  overview(entityRef: string, options: CallOptions): Promise<OverviewAnswer>;
  compare(
    entityRef: string,
    environments: { readonly a: string; readonly b: string },
    options: CallOptions,
  ): Promise<Comparison>;
}
