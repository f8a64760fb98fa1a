import type { AuthService, DiscoveryService } from '@backstage/backend-plugin-api';
import type { ResponseError } from '@backstage/errors';
import { InfraOverviewClient, type CallOptions } from 'backstage-plugin-infra-overview-common';
import { seenFacts, type SeenFact } from 'backstage-plugin-deploy-windows-common/readiness';
import type { ObservedReader, ObservedReading, SeenByEntity } from './ObservedReader';

const PLUGIN = 'infra-overview';
const REFS_A_REQUEST = 50;
const PATIENCE = 30_000;

export interface HttpObservedReaderOptions {
  readonly discovery: DiscoveryService;
  readonly auth: AuthService;
  readonly fetchApi?: { readonly fetch: typeof globalThis.fetch };
}

/** Asks infra-overview: one request where nothing looks anywhere, else one more for every fifty entities. */
export class HttpObservedReader implements ObservedReader {
  readonly #options: HttpObservedReaderOptions;

  constructor(options: HttpObservedReaderOptions) {
    this.#options = options;
  }

  async read(entityRefs: readonly string[], signal: AbortSignal): Promise<ObservedReading> {
    try {
      return { outcome: 'read', seen: await this.#read(entityRefs, signal) };
    } catch (error) {
      if (statusOf(error) === 404) return { outcome: 'not-there' };
      return { outcome: 'failed', reason: reasonOf(error) };
    }
  }

  async #read(entityRefs: readonly string[], signal: AbortSignal): Promise<SeenByEntity> {
    const { discovery, fetchApi = { fetch: globalThis.fetch } } = this.#options;
    const baseUrl = `${await discovery.getBaseUrl(PLUGIN)}/v1`;
    const client = new InfraOverviewClient({ fetchApi, baseUrl });
    const seen = new Map<string, readonly SeenFact[]>();
    if ((await client.sources(await this.#call(signal))).length === 0) return seen;
    for (let start = 0; start < entityRefs.length; start += REFS_A_REQUEST) {
      const some = entityRefs.slice(start, start + REFS_A_REQUEST);
      for (const { entityRef, facts } of await client.observedFacts(
        some,
        await this.#call(signal),
      )) {
        const useful = seenFacts(facts);
        if (useful.length > 0) seen.set(entityRef, useful);
      }
    }
    return seen;
  }

  async #call(signal: AbortSignal): Promise<CallOptions> {
    const { auth } = this.#options;
    const { token } = await auth.getPluginRequestToken({
      onBehalfOf: await auth.getOwnServiceCredentials(),
      targetPluginId: PLUGIN,
    });
    return { token, signal: AbortSignal.any([signal, AbortSignal.timeout(PATIENCE)]) };
  }
}

function statusOf(error: unknown): number | undefined {
  const { name, statusCode } = error as Partial<ResponseError>;
  return name === 'ResponseError' ? statusCode : undefined;
}

function reasonOf(error: unknown): string {
  const status = statusOf(error);
  if (status !== undefined) return `it answered ${status}`;
  const name = error instanceof Error ? error.name : '';
  return name === 'TimeoutError' || name === 'AbortError'
    ? 'it took too long'
    : 'it could not be asked, or its answer is not understood';
}
