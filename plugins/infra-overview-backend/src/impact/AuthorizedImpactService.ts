import type { PermissionsService } from '@backstage/backend-plugin-api';
import type { CallOptions } from '../documents/DocumentSource';
import { requireRead } from '../requireRead';
import type { ImpactService } from './ImpactService';

/** Asks whether the caller may see overviews. Which projects they may see is decided by the catalog, who reads as them. */
export class AuthorizedImpactService implements ImpactService {
  readonly #permissions: PermissionsService;
  readonly #inner: ImpactService;

  constructor(options: {
    readonly permissions: PermissionsService;
    readonly inner: ImpactService;
  }) {
    this.#permissions = options.permissions;
    this.#inner = options.inner;
  }

  async failure(...call: Parameters<ImpactService['failure']>) {
    await this.#require(call[2]);
    return this.#inner.failure(...call);
  }

  async fleetImpact(...call: Parameters<ImpactService['fleetImpact']>) {
    await this.#require(call[1]);
    return this.#inner.fleetImpact(...call);
  }

  async #require(options: CallOptions): Promise<void> {
    await requireRead(this.#permissions, options);
  }
}
