import { ConflictError, ServiceUnavailableError } from '@backstage/errors';
import {
  infraOverviewSourceRefreshPermission,
  type Instant,
  type Overview,
} from 'backstage-plugin-infra-overview-common';
import type { CallOptions } from '../documents/DocumentSource';
import type { OverviewService } from '../overview/OverviewService';
import type { Rights } from '../Rights';
import { pageOf } from './look/page';
import type { ObservedService, ObservedText } from './ObservedService';
import type { SourceRunner } from './run/SourceRunner';
import type { Once } from './store/Once';

const MINUTE = 60_000;

/** Looks at one project now. */
export interface RefreshService {
  refresh(entityRef: string, options: CallOptions): Promise<ObservedText>;
}

export interface DefaultRefreshServiceOptions {
  readonly overviews: Pick<OverviewService, 'overview'>;
  readonly observed: Pick<ObservedService, 'observed'>;
  readonly runner: Pick<SourceRunner, 'runFor'>;
  readonly once: Pick<Once, 'claim'>;
  readonly now: () => Instant;
}

export class DefaultRefreshService implements RefreshService {
  readonly #options: DefaultRefreshServiceOptions;

  constructor(options: DefaultRefreshServiceOptions) {
    this.#options = options;
  }

  async refresh(entityRef: string, options: CallOptions): Promise<ObservedText> {
    const { overviews, observed, runner, once, now } = this.#options;
    const { body } = await overviews.overview(entityRef, options);
    const overview: Overview = JSON.parse(body);
    const { ref } = overview.entity;
    if (!(await once.claim('refresh', ref, { now: now(), within: MINUTE })))
      throw new ConflictError(
        'Somebody asked for that less than a minute ago; look at the page, or ask again in a minute',
      );
    const runs = await runner.runFor(pageOf(overview), AbortSignal.timeout(2 * MINUTE));
    const failed = runs.filter(run => run.outcome === 'failed' || run.outcome === 'disabled');
    if (failed.length > 0 && failed.length === runs.length)
      throw new ServiceUnavailableError(
        `Nothing could be looked at: ${failed.map(({ source, reason }) => `${source}: ${reason ?? 'no reason is known'}`).join('; ')}`,
      );
    return observed.observed(entityRef, options);
  }
}

export class AuthorizedRefreshService implements RefreshService {
  readonly #rights: Pick<Rights, 'require'>;
  readonly #inner: RefreshService;

  constructor(options: {
    readonly rights: Pick<Rights, 'require'>;
    readonly inner: RefreshService;
  }) {
    this.#rights = options.rights;
    this.#inner = options.inner;
  }

  async refresh(entityRef: string, options: CallOptions) {
    await this.#rights.require(
      infraOverviewSourceRefreshPermission,
      options,
      'You may not ask sources to look',
    );
    return this.#inner.refresh(entityRef, options);
  }
}
