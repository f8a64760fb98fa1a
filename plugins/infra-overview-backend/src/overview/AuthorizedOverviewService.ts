import type { PermissionsService } from '@backstage/backend-plugin-api';
import type { CallOptions } from '../documents/DocumentSource';
import { requireRead } from '../requireRead';
import type { OverviewService } from './OverviewService';

/** Asks whether the caller may see overviews. Which entities they may see is decided by the catalog, who reads as them. */
export class AuthorizedOverviewService implements OverviewService {
  readonly #permissions: PermissionsService;
  readonly #inner: OverviewService;

  constructor(options: {
    readonly permissions: PermissionsService;
    readonly inner: OverviewService;
  }) {
    this.#permissions = options.permissions;
    this.#inner = options.inner;
  }

  async overview(entityRef: string, options: CallOptions) {
    return this.#whenAllowed(options, this.#inner.overview(entityRef, options));
  }

  async compare(
    entityRef: string,
    environments: { readonly a: string; readonly b: string },
    options: CallOptions,
  ) {
    return this.#whenAllowed(options, this.#inner.compare(entityRef, environments, options));
  }

  // A read has no effect to be undone, so the question and the reading need not wait for each other.
  async #whenAllowed<T>(options: CallOptions, answer: Promise<T>): Promise<T> {
    const [refusal, outcome] = await Promise.allSettled([
      requireRead(this.#permissions, options),
      answer,
    ]);
    if (refusal.status === 'rejected') throw refusal.reason;
    if (outcome.status === 'rejected') throw outcome.reason;
    return outcome.value;
  }
}
