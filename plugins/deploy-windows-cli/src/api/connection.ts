import { durationMilliseconds } from 'backstage-plugin-infra-overview-common';
import {
  DeployWindowsClient,
  ReadinessClient,
  type CallOptions,
  type DeployWindowsApi,
  type DeployWindowsClientOptions,
  type ReadinessApi,
} from 'backstage-plugin-deploy-windows-common';
import type { Values } from '../arguments/options';
import { wrongUse } from '../failure';
import type { World } from '../world';
import { failureOf } from './failureOf';

const USUAL_TIMEOUT = 10_000;

/** A server that was named, and how long it may take. */
export interface Connection {
  /** One call; what goes wrong comes back as a `Failure`. The body is the text the server sent. */
  call<T>(
    ask: (api: DeployWindowsApi, options: CallOptions) => Promise<T>,
    idempotencyKey?: string,
  ): Promise<Answered<T>>;
  /** The same for what concerns readiness. */
  askReadiness<T>(
    ask: (api: ReadinessApi, options: CallOptions) => Promise<T>,
  ): Promise<Answered<T>>;
  /** For what is kept about this server. */
  readonly address: string;
}

export interface Answered<T> {
  readonly value: T;
  readonly body: string;
}

export function connect({ url, token, timeout }: Values, world: World): Connection {
  if (url === undefined) {
    throw wrongUse(
      'No server is named: set DEPLOY_WINDOWS_URL or --url to the address of the API, such as https://portal.example.org/api/deploy-windows.',
      'Without a server, --offline FOLDER asks the catalog files below a folder (can-deploy, next, explain, windows, readiness explain).',
    );
  }
  const address = addressOf(url);
  const limit =
    (timeout === undefined ? undefined : durationMilliseconds(timeout)) ?? USUAL_TIMEOUT;
  const call = async <T>(
    ask: (client: DeployWindowsClientOptions, options: CallOptions) => Promise<T>,
    idempotencyKey?: string,
  ): Promise<Answered<T>> => {
    let body = '';
    const fetchApi = {
      async fetch(...request: Parameters<typeof globalThis.fetch>) {
        const response = await world.fetch(...request);
        body = await response.clone().text();
        return response;
      },
    };
    const options: CallOptions = {
      signal: world.timeLimit(limit),
      ...(token !== undefined && { token }),
      ...(idempotencyKey !== undefined && { idempotencyKey }),
    };
    try {
      return { value: await ask({ fetchApi, baseUrl: `${address}/v1` }, options), body };
    } catch (error) {
      throw failureOf(error, { address, limit, hasToken: token !== undefined, body });
    }
  };
  return {
    address,
    call: (ask, idempotencyKey) =>
      call((client, options) => ask(new DeployWindowsClient(client), options), idempotencyKey),
    askReadiness: ask => call((client, options) => ask(new ReadinessClient(client), options)),
  };
}

/** The address of the portal alone is completed; a version at its end is left out. */
function addressOf(text: string): string {
  const { origin, pathname } = new URL(text);
  const path = pathname.replace(/\/+$/, '').replace(/\/v1$/, '');
  return `${origin}${path === '' ? '/api/deploy-windows' : path}`;
}
