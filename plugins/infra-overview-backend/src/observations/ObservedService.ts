import type { ObservedFacts } from 'backstage-plugin-infra-overview-common';
import type { CallOptions } from '../documents/DocumentSource';

export interface ObservedText {
  /** JSON of an `ObservedAnswer`. */
  readonly body: string;
  readonly etag: string;
}

export interface ObservedService {
  observed(entityRef: string, options: CallOptions): Promise<ObservedText>;
  /** Those of the entities that are there for the caller. */
  observedOf(
    entityRefs: readonly string[],
    options: CallOptions,
  ): Promise<readonly ObservedFacts[]>;
}
