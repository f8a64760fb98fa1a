import type { FailureAnswer, FleetImpact } from 'backstage-plugin-infra-overview-common';
import type { CallOptions } from '../documents/DocumentSource';

/** What can be asked about what goes down. */
export interface ImpactService {
  /** @throws NotFoundError with what may have been meant, when the project has no such part */
  failure(
    entityRef: string,
    asked: { readonly of: string; readonly environment?: string },
    options: CallOptions,
  ): Promise<FailureAnswer>;
  fleetImpact(
    asked: { readonly of: string; readonly cursor?: string },
    options: CallOptions,
  ): Promise<FleetImpact>;
}
