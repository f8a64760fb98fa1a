import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import {
  coreServices,
  createBackendModule,
  createServiceFactory,
  type BackendFeature,
  type LoggerService,
  type RootLoggerService,
} from '@backstage/backend-plugin-api';
import { mockCredentials, mockServices, startTestBackend } from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import catalogPlugin from '@backstage/plugin-catalog-backend';
import {
  catalogProcessingExtensionPoint,
  type EntityProvider,
} from '@backstage/plugin-catalog-node';
import { eventsServiceRef } from '@backstage/plugin-events-node';
import type { JsonObject } from '@backstage/types';
import request from 'supertest';

const PATIENCE = 8_000;

const close = (server: Server) =>
  new Promise<void>(resolve => {
    server.close(() => resolve());
    server.closeAllConnections();
  });

type Database = Awaited<ReturnType<(typeof coreServices.database.T)['getClient']>>;

export interface Guarded {
  /** Where the files are served. */
  readonly url: string;
  /** Files by path, as the next request for one is answered. */
  readonly files: Map<string, string>;
  // `any`: bodies of routes of the host, whose shapes are theirs; each test looks at what it needs.
  get(path: string): Promise<{ status: number; body: any; text: string }>;
  post(path: string, body: object): Promise<{ status: number; body: any; text: string }>;
  /** Asks until the answer fits. */
  until<T>(ask: () => Promise<T | undefined>): Promise<T>;
  /** What the catalog notes of an entity, by ref, or of a location, by target. It shows it to nobody while the entity is new. */
  errorsOf(refOrTarget: string): Promise<readonly string[]>;
  /** All that the database, the log and the event bus of this backend hold, as text. */
  everything(): Promise<string>;
  stop(): Promise<void>;
}

/** A real catalog with a database, a log and a web server that can be looked into. */
export async function startGuarded(options: {
  readonly features: readonly BackendFeature[];
  readonly files: Readonly<Record<string, string>>;
  /** Served paths that are locations of the catalog. */
  readonly urls?: readonly string[];
  readonly fileTargets?: readonly string[];
  readonly providers?: readonly EntityProvider[];
  readonly infraOverview?: JsonObject;
}): Promise<Guarded> {
  const files = new Map(Object.entries(options.files));
  const server = await serve(files);
  const host = `localhost:${(server.address() as AddressInfo).port}`;
  const url = `http://${host}`;
  const written: string[] = [];
  let database: Database | undefined;

  const peek = createBackendModule({
    pluginId: 'catalog',
    moduleId: 'peek',
    register(module) {
      module.registerInit({
        deps: {
          service: coreServices.database,
          events: eventsServiceRef,
          processing: catalogProcessingExtensionPoint,
        },
        async init({ service, events, processing }) {
          database = await service.getClient();
          await events.subscribe({
            id: 'peek',
            topics: ['experimental.catalog.errors', 'experimental.catalog.conflict'],
            onEvent: async event =>
              void written.push(`${JSON.stringify(event)}${textOf(event.eventPayload)}`),
          });
          processing.addEntityProvider([...(options.providers ?? [])]);
        },
      });
    },
  });

  const backend = await startTestBackend({
    features: [
      catalogPlugin,
      peek,
      rootLogger(written),
      mockServices.rootConfig.factory({
        data: {
          backend: { baseUrl: 'http://localhost:7007', reading: { allow: [{ host }] } },
          catalog: {
            rules: [{ allow: ['Component', 'API', 'Location'] }],
            processingInterval: { seconds: 1 },
            locations: [
              ...(options.urls ?? []).map(path => ({ type: 'url', target: `${url}/${path}` })),
              ...(options.fileTargets ?? []).map(target => ({ type: 'file', target })),
            ],
          },
          ...(options.infraOverview && { infraOverview: options.infraOverview }),
        },
      }),
      ...options.features,
    ],
  }).catch(async error => {
    await close(server);
    throw error;
  });
  const signed = (sent: request.Test) =>
    sent.set('Authorization', mockCredentials.service.header());

  return {
    url,
    files,
    get: async path => signed(request(backend.server).get(`/api/catalog${path}`)),
    post: async (path, body) =>
      signed(request(backend.server).post(`/api/catalog${path}`).send(body)),
    async until(ask) {
      const end = Date.now() + PATIENCE;
      for (;;) {
        const answer = await ask();
        if (answer !== undefined) return answer;
        if (Date.now() > end) throw new Error(`It did not come to it: ${ask}`);
        await new Promise(resolve => setTimeout(resolve, 50));
      }
    },
    async errorsOf(asked) {
      const rows = (await database?.('refresh_state').select()) ?? [];
      const row = rows.find(
        ({ entity_ref: ref, unprocessed_entity: entity }) =>
          ref === asked || JSON.parse(entity).spec?.target === asked,
      );
      const errors: readonly { message: string }[] = JSON.parse(row?.errors || '[]');
      return errors.map(({ message }) => message);
    },
    async everything() {
      if (database === undefined) throw new Error('There is no database to look into');
      return `${await rowsOf(database)}\n${written.join('\n')}`;
    },
    async stop() {
      await backend.stop();
      await close(server);
    },
  };
}

async function rowsOf(database: Database): Promise<string> {
  const tables = await database('sqlite_master').where({ type: 'table' }).pluck<string[]>('name');
  const rows = await Promise.all(tables.map(table => database(table).select()));
  return JSON.stringify(Object.fromEntries(tables.map((table, index) => [table, rows[index]])));
}

// With stack and cause, which a real log writes too.
function textOf(value: unknown): string {
  return JSON.stringify(value, (_, inner) =>
    inner instanceof Error
      ? { ...inner, message: inner.message, stack: inner.stack, cause: inner.cause }
      : inner,
  );
}

function rootLogger(written: string[]): BackendFeature {
  const write = (message: string, meta?: unknown) =>
    void written.push(`${message} ${meta === undefined ? '' : textOf(meta)}`);
  const logger: LoggerService = {
    error: write,
    warn: write,
    info: write,
    debug: write,
    child: () => logger,
  };
  return createServiceFactory({
    service: coreServices.rootLogger,
    deps: {},
    factory: (): RootLoggerService => logger as RootLoggerService,
  });
}

async function serve(files: ReadonlyMap<string, string>): Promise<Server> {
  const server = createServer((asked, answer) => {
    const text = files.get((asked.url ?? '').slice(1));
    answer.statusCode = text === undefined ? 404 : 200;
    answer.setHeader('ETag', `"${text?.length}"`);
    answer.end(text ?? 'nothing');
  });
  await new Promise<void>(resolve => server.listen(0, 'localhost', resolve));
  return server;
}

export const component = (name: string, more: string = '') => `apiVersion: backstage.io/v1alpha1
kind: Component
metadata:
  name: ${name}
spec:
  type: service
  lifecycle: production
  owner: group:default/core
${more}`;

/** What the catalog says is wrong with an entity. */
export function messagesOf(entity: Entity): readonly string[] {
  const { items = [] } =
    (entity as { status?: { items?: readonly { error?: { message: string } }[] } }).status ?? {};
  return items.map(({ error }) => error?.message ?? '');
}
