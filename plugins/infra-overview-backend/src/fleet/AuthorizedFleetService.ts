import type { PermissionsService } from '@backstage/backend-plugin-api';
import { catalogEntityReadPermission } from '@backstage/plugin-catalog-common/alpha';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import type { FleetQuery } from 'backstage-plugin-infra-overview-common';
import type { CallOptions } from '../documents/DocumentSource';
import { requireRead } from '../requireRead';
import type { FleetService, Reach, ReachingFleetService } from './FleetService';

/** Asks whether the caller may see overviews, and how much of the catalog. */
export class AuthorizedFleetService implements FleetService {
  readonly #permissions: PermissionsService;
  readonly #inner: ReachingFleetService;

  constructor(options: {
    readonly permissions: PermissionsService;
    readonly inner: ReachingFleetService;
  }) {
    this.#permissions = options.permissions;
    this.#inner = options.inner;
  }

  async fleet(query: FleetQuery, options: CallOptions) {
    return this.#inner.fleet(query, { ...options, reach: await this.#reach(options) });
  }

  async facets(options: CallOptions) {
    return this.#inner.facets({ ...options, reach: await this.#reach(options) });
  }

  async *all(query: FleetQuery, options: CallOptions) {
    yield* this.#inner.all(query, { ...options, reach: await this.#reach(options) });
  }

  async #reach(options: CallOptions): Promise<Reach> {
    const [, [decision]] = await Promise.all([
      requireRead(this.#permissions, options),
      this.#permissions.authorizeConditional(
        [{ permission: catalogEntityReadPermission }],
        options,
      ),
    ]);
    switch (decision?.result) {
      case AuthorizeResult.ALLOW:
        return 'everything';
      case AuthorizeResult.CONDITIONAL:
        return 'part';
      default:
        return 'nothing';
    }
  }
}
