import { parseEntityRef } from '@backstage/catalog-model';
import { ResponseError } from '@backstage/errors';
import type { z } from 'zod';
import type { Overview } from '../overview/overview';
import {
  comparisonSchema,
  fleetFacetsSchema,
  fleetPageSchema,
  overviewSchema,
  parseAnswer,
  type Comparison,
  type FleetFacets,
  type FleetPage,
  type FleetQuery,
} from '../wire';
import { fleetQueryText } from './fleetQueryText';
import type { CallOptions, InfraOverviewApi } from './InfraOverviewApi';

/** Handed in, so that browser, backend and command share the client. */
export interface InfraOverviewClientOptions {
  readonly fetchApi: { readonly fetch: typeof globalThis.fetch };
  /** 'plugin://infra-overview/v1' in the browser, the discovered address elsewhere. */
  readonly baseUrl: string;
}

export class InfraOverviewClient implements InfraOverviewApi {
  readonly #options: InfraOverviewClientOptions;

  constructor(options: InfraOverviewClientOptions) {
    this.#options = options;
  }

  async overview(entityRef: string, options?: CallOptions): Promise<Overview> {
    return this.#get(overviewSchema, overviewPath(entityRef), options);
  }

  async compare(
    entityRef: string,
    environments: { readonly a: string; readonly b: string },
    options?: CallOptions,
  ): Promise<Comparison> {
    const query = new URLSearchParams({ a: environments.a, b: environments.b });
    return this.#get(comparisonSchema, `${overviewPath(entityRef)}/compare?${query}`, options);
  }

  async fleet(query: FleetQuery, options?: CallOptions): Promise<FleetPage> {
    return this.#get(fleetPageSchema, `/fleet${fleetQueryText(query)}`, options);
  }

  async fleetCsv(
    { limit: _limit, cursor: _cursor, ...query }: FleetQuery,
    options?: CallOptions,
  ): Promise<string> {
    return (await this.#fetch(`/fleet.csv${fleetQueryText(query)}`, options)).text();
  }

  async facets(options?: CallOptions): Promise<FleetFacets> {
    return this.#get(fleetFacetsSchema, '/fleet/facets', options);
  }

  async #get<T>(schema: z.ZodType<T>, path: string, options?: CallOptions): Promise<T> {
    return parseAnswer(schema, await (await this.#fetch(path, options)).json());
  }

  async #fetch(path: string, options: CallOptions = {}): Promise<Response> {
    const response = await this.#options.fetchApi.fetch(`${this.#options.baseUrl}${path}`, {
      ...(options.token !== undefined && { headers: { Authorization: `Bearer ${options.token}` } }),
      ...(options.signal !== undefined && { signal: options.signal }),
    });
    if (!response.ok) throw await ResponseError.fromResponse(response);
    return response;
  }
}

function overviewPath(entityRef: string): string {
  const { kind, namespace, name } = parseEntityRef(entityRef);
  return `/overview/${[kind.toLocaleLowerCase('en-US'), namespace, name].map(encodeURIComponent).join('/')}`;
}
