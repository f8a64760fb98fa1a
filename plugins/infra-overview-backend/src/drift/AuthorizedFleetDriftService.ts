import type { PermissionsService } from '@backstage/backend-plugin-api';
import type { FleetDriftQuery } from 'backstage-plugin-infra-overview-common';
import type { CallOptions } from '../documents/DocumentSource';
import { requireRead } from '../requireRead';
import type { FleetDriftService } from './FleetDriftService';

export class AuthorizedFleetDriftService implements FleetDriftService {
  readonly #permissions: PermissionsService;
  readonly #inner: FleetDriftService;

  constructor(options: {
    readonly permissions: PermissionsService;
    readonly inner: FleetDriftService;
  }) {
    this.#permissions = options.permissions;
    this.#inner = options.inner;
  }

  async page(query: FleetDriftQuery, options: CallOptions) {
    await requireRead(this.#permissions, options);
    return this.#inner.page(query, options);
  }

  async *all(query: FleetDriftQuery, options: CallOptions) {
    await requireRead(this.#permissions, options);
    yield* this.#inner.all(query, options);
  }
}
