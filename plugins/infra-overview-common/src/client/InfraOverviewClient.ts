import { parseEntityRef } from '@backstage/catalog-model';
import { ResponseError } from '@backstage/errors';
import type { z } from 'zod';
import type {
  Confirmation,
  DriftNote,
  DriftNoteAsked,
  FleetDriftPage,
  FleetDriftQuery,
  ObservedAnswer,
  SaidOfFact,
  SourceState,
} from '../observed';
import type { FailureAnswer, FleetImpact } from '../overview/failure';
import type { Overview } from '../overview/overview';
import {
  comparisonSchema,
  confirmationSchema,
  driftNoteSchema,
  failureAnswerSchema,
  fleetDriftPageSchema,
  fleetFacetsSchema,
  fleetImpactSchema,
  fleetPageSchema,
  observedAnswerSchema,
  observedFactsSchema,
  overviewSchema,
  parseAnswer,
  sourceStatesSchema,
  type Comparison,
  type FleetFacets,
  type FleetPage,
  type FleetQuery,
  type ObservedFacts,
} from '../wire';
import { queryText } from './queryText';
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
    return this.#get(fleetPageSchema, `/fleet${queryText(query)}`, options);
  }

  async fleetCsv(
    { limit: _limit, cursor: _cursor, ...query }: FleetQuery,
    options?: CallOptions,
  ): Promise<string> {
    return (await this.#fetch(`/fleet.csv${queryText(query)}`, options)).text();
  }

  async facets(options?: CallOptions): Promise<FleetFacets> {
    return this.#get(fleetFacetsSchema, '/fleet/facets', options);
  }

  async observed(entityRef: string, options?: CallOptions): Promise<ObservedAnswer> {
    return this.#get(observedAnswerSchema, `${overviewPath(entityRef)}/observed`, options);
  }

  /** Of up to 50 entities in one request, for services that judge by it. */
  async observedFacts(
    entityRefs: readonly string[],
    options?: CallOptions,
  ): Promise<readonly ObservedFacts[]> {
    const path = `/observed${queryText({ ref: entityRefs })}`;
    return (await this.#get(observedFactsSchema, path, options)).items;
  }

  async refresh(entityRef: string, options?: CallOptions): Promise<ObservedAnswer> {
    return this.#post(observedAnswerSchema, `${overviewPath(entityRef)}/refresh`, {}, options);
  }

  async confirm(entityRef: string, said: SaidOfFact, options?: CallOptions): Promise<Confirmation> {
    return this.#post(
      confirmationSchema,
      `${overviewPath(entityRef)}/confirmations`,
      said,
      options,
    );
  }

  async withdrawConfirmation(entityRef: string, id: string, options?: CallOptions): Promise<void> {
    await this.#delete(
      `${overviewPath(entityRef)}/confirmations/${encodeURIComponent(id)}`,
      options,
    );
  }

  async noteDrift(
    entityRef: string,
    note: DriftNoteAsked,
    options?: CallOptions,
  ): Promise<DriftNote> {
    return this.#post(driftNoteSchema, `${overviewPath(entityRef)}/drift-notes`, note, options);
  }

  async withdrawDriftNote(entityRef: string, id: string, options?: CallOptions): Promise<void> {
    await this.#delete(`${overviewPath(entityRef)}/drift-notes/${encodeURIComponent(id)}`, options);
  }

  async fleetDrift(query: FleetDriftQuery, options?: CallOptions): Promise<FleetDriftPage> {
    return this.#get(fleetDriftPageSchema, `/drift${queryText(query)}`, options);
  }

  async fleetDriftCsv(
    { limit: _limit, cursor: _cursor, ...query }: FleetDriftQuery,
    options?: CallOptions,
  ): Promise<string> {
    return (await this.#fetch(`/drift.csv${queryText(query)}`, options)).text();
  }

  async sources(options?: CallOptions): Promise<readonly SourceState[]> {
    return this.#get(sourceStatesSchema, '/sources', options);
  }

  async failure(
    entityRef: string,
    asked: { readonly of: string; readonly environment?: string },
    options?: CallOptions,
  ): Promise<FailureAnswer> {
    const path = `${overviewPath(entityRef)}/failure${queryText(asked)}`;
    return this.#get(failureAnswerSchema, path, options);
  }

  async fleetImpact(
    asked: { readonly of: string; readonly cursor?: string },
    options?: CallOptions,
  ): Promise<FleetImpact> {
    return this.#get(fleetImpactSchema, `/impact${queryText(asked)}`, options);
  }

  async #get<T>(schema: z.ZodType<T>, path: string, options?: CallOptions): Promise<T> {
    return parseAnswer(schema, await (await this.#fetch(path, options)).json());
  }

  async #post<T>(
    schema: z.ZodType<T>,
    path: string,
    body: object,
    options?: CallOptions,
  ): Promise<T> {
    const response = await this.#fetch(path, options, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    });
    return parseAnswer(schema, await response.json());
  }

  async #delete(path: string, options?: CallOptions): Promise<void> {
    await this.#fetch(path, options, { method: 'DELETE' });
  }

  async #fetch(
    path: string,
    options: CallOptions = {},
    request: {
      readonly method?: string;
      readonly headers?: Readonly<Record<string, string>>;
      readonly body?: string;
    } = {},
  ): Promise<Response> {
    const { headers: asked, ...rest } = request;
    const headers = {
      ...asked,
      ...(options.token !== undefined && { Authorization: `Bearer ${options.token}` }),
    };
    const response = await this.#options.fetchApi.fetch(`${this.#options.baseUrl}${path}`, {
      ...rest,
      ...(Object.keys(headers).length > 0 && { headers }),
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
