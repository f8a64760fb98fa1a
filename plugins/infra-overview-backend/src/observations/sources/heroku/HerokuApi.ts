// The requests that are made of Heroku, all of them GET. Nothing below `/config-vars` or `/config` is ever asked.
// Mirrors the Platform API reference, version 3, and the calls of Heroku's own command line to the data API.
import { z } from 'zod';
import { pagesByRange, readShape, type HttpClient } from '../../http';
import * as allow from './allowList';

const LIST_RANGE = 'id ..; max=1000';
/** Whether there are any is all that is asked. */
const FIRST_ONLY = 'id ..; max=1';

type Client = Pick<HttpClient, 'get'>;

export interface HerokuApiOptions {
  readonly platform: Client;
  readonly data: Client;
  readonly signal: AbortSignal;
}

export class HerokuApi {
  readonly #platform: Client;
  readonly #data: Client;
  readonly #signal: AbortSignal;

  constructor({ platform, data, signal }: HerokuApiOptions) {
    this.#platform = platform;
    this.#data = data;
    this.#signal = signal;
  }

  readonly apps = () => this.#list(allow.appSchema, '/apps');
  readonly pipelines = () => this.#list(allow.pipelineSchema, '/pipelines');
  readonly couplings = () => this.#list(allow.couplingSchema, '/pipeline-couplings');
  readonly addons = () => this.#list(allow.addonSchema, '/addons');
  readonly attachments = () => this.#list(allow.attachmentSchema, '/addon-attachments');

  readonly app = (app: string) =>
    this.#one(this.#platform, allow.appSchema, '/apps/{app}', { app });
  readonly formation = (app: string) =>
    this.#list(allow.formationSchema, '/apps/{app}/formation', { app });
  readonly domains = (app: string) =>
    this.#list(allow.domainSchema, '/apps/{app}/domains', { app });
  readonly sniEndpoints = (app: string) =>
    this.#list(allow.sniEndpointSchema, '/apps/{app}/sni-endpoints', { app });
  readonly logDrains = (app: string) =>
    this.#list(allow.logDrainSchema, '/apps/{app}/log-drains', { app });

  readonly latestDeployments = (pipeline: string) =>
    this.#list(allow.deploymentSchema, '/pipelines/{pipeline}/latest-deployments', { pipeline });
  readonly hasReviewApps = (pipeline: string) =>
    this.#some('/pipelines/{pipeline}/review-apps', { pipeline });
  readonly hasTestRuns = (pipeline: string) =>
    this.#some('/pipelines/{pipeline}/test-runs', { pipeline });

  readonly transfers = (app: string) =>
    this.#one(this.#data, z.array(allow.transferSchema), '/client/v11/apps/{app}/transfers', {
      app,
    });
  readonly schedules = (database: string) =>
    this.#one(
      this.#data,
      z.array(allow.scheduleSchema),
      '/client/v11/databases/{database}/transfer-schedules',
      { database },
    );
  readonly database = (database: string) =>
    this.#one(this.#data, allow.databaseSchema, '/client/v11/databases/{database}', { database });

  async #one<T extends z.ZodType>(
    client: Client,
    schema: T,
    pattern: string,
    names: Readonly<Record<string, string>>,
  ): Promise<z.output<T>> {
    const asked = questionOf(pattern, names);
    const { body } = await client.get(asked, this.#signal);
    return readShape(schema, body, asked.question);
  }

  async #list<T extends z.ZodType>(
    schema: T,
    pattern: string,
    names: Readonly<Record<string, string>> = {},
  ): Promise<z.output<T>[]> {
    const asked = questionOf(pattern, names);
    const found: z.output<T>[] = [];
    for await (const { body } of pagesByRange(this.#platform, asked, LIST_RANGE, this.#signal)) {
      for (const item of readShape(z.array(schema), body, asked.question)) found.push(item);
    }
    return found;
  }

  async #some(pattern: string, names: Readonly<Record<string, string>>): Promise<boolean> {
    const asked = { ...questionOf(pattern, names), headers: { Range: FIRST_ONLY } };
    const { body } = await this.#platform.get(asked, this.#signal);
    return readShape(z.array(allow.existingSchema), body, asked.question).length > 0;
  }
}

function questionOf(pattern: string, names: Readonly<Record<string, string>>) {
  const path = pattern.replace(/\{(\w+)\}/g, (_, name) => encodeURIComponent(names[name] ?? ''));
  return { path, question: `GET ${pattern}` };
}
