import type { PermissionsService } from '@backstage/backend-plugin-api';
import type { CallOptions } from '../documents/DocumentSource';
import { requireRead } from '../requireRead';
import type { ObservedService } from './ObservedService';

/** Asks whether the caller may see overviews. Which entities they may see is decided by the catalog, who reads as them. */
export class AuthorizedObservedService implements ObservedService {
  readonly #permissions: PermissionsService;
  readonly #inner: ObservedService;

  constructor(options: {
    readonly permissions: PermissionsService;
    readonly inner: ObservedService;
  }) {
    this.#permissions = options.permissions;
    this.#inner = options.inner;
  }

  async observed(entityRef: string, options: CallOptions) {
    await requireRead(this.#permissions, options);
    return this.#inner.observed(entityRef, options);
  }

  async observedOf(entityRefs: readonly string[], options: CallOptions) {
    await requireRead(this.#permissions, options);
    return this.#inner.observedOf(entityRefs, options);
  }
}
