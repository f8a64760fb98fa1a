import { inspect } from 'node:util';
import {
  coreServices,
  createBackendModule,
  createServiceFactory,
  type AuditorService,
  type BackstageUserPrincipal,
  type LoggerService,
  type PermissionsService,
  type UserInfoService,
} from '@backstage/backend-plugin-api';
import { mockCredentials, mockServices, startTestBackend } from '@backstage/backend-test-utils';
import { stringifyEntityRef, type Entity } from '@backstage/catalog-model';
import catalogPlugin from '@backstage/plugin-catalog-backend';
import {
  catalogProcessingExtensionPoint,
  type EntityProviderConnection,
} from '@backstage/plugin-catalog-node';
import { eventsServiceRef, type EventParams } from '@backstage/plugin-events-node';
import {
  notificationService,
  type NotificationSendOptions,
} from '@backstage/plugin-notifications-node';
import { AuthorizeResult, type PolicyDecision } from '@backstage/plugin-permission-common';
import catalogModule from 'backstage-plugin-catalog-backend-module-infra-overview';
import type { Knex } from 'knex';
import request from 'supertest';
import type { SourceKind } from '../observations/sources/SourceKind';
import { createInfraOverviewPlugin } from '../plugin';

const PATIENCE = 20_000;
const TASK = 'infra-overview-';

export const reader = 'user:default/reader';

/** What a user may do, by the name of the permission; everything else is allowed. Services may do everything. */
export type Policy = (user: string, permission: string) => PolicyDecision | undefined;

/** May read what its owner's group, in `claims`, owns. */
export const ownedBy = (...claims: string[]): PolicyDecision => ({
  result: AuthorizeResult.CONDITIONAL,
  pluginId: 'catalog',
  resourceType: 'catalog-entity',
  conditions: { rule: 'IS_ENTITY_OWNER', resourceType: 'catalog-entity', params: { claims } },
});

export interface PortalOptions {
  readonly entities: readonly Entity[];
  readonly policy?: Policy;
  /** By plugin; in memory when left out. */
  readonly databases?: { readonly catalog: Knex; readonly 'infra-overview': Knex };
  readonly config?: object;
  /** Kinds of sources there are; those that `config` names are made. */
  readonly sources?: readonly SourceKind[];
  /** Groups a user acts for. */
  readonly groupsOf?: (user: string) => readonly string[];
  readonly now?: () => number;
}

/** What went out of the backend, and what it wrote down. */
export interface Outside {
  readonly audited: {
    readonly eventId: string;
    readonly outcome: string;
    readonly meta: unknown;
  }[];
  readonly sent: NotificationSendOptions[];
  readonly published: EventParams[];
  readonly logged: string[];
}

/** A real catalog with our modules, a provider of entities, and our API. */
export async function startPortal({
  entities,
  policy = () => undefined,
  databases,
  config = {},
  sources = [],
  groupsOf = () => [],
  now = () => Date.now(),
}: PortalOptions) {
  const outside: Outside = { audited: [], sent: [], published: [], logged: [] };
  const calls: string[] = [];
  const tasks = new Map<string, (signal: AbortSignal) => void | Promise<void>>();
  let connection: EntityProviderConnection | undefined;

  const provider = createBackendModule({
    pluginId: 'catalog',
    moduleId: 'test-provider',
    register(module) {
      module.registerInit({
        deps: { processing: catalogProcessingExtensionPoint, http: coreServices.httpRouter },
        async init({ processing, http }) {
          processing.addEntityProvider({
            getProviderName: () => 'test',
            connect: async found => {
              connection = found;
            },
          });
          http.use((req, _res, next) => {
            calls.push(`${req.method} ${req.path}`);
            next();
          });
        },
      });
    },
  });
  const scheduler = createServiceFactory({
    service: coreServices.scheduler,
    deps: {},
    factory: () =>
      mockServices.scheduler.mock({
        scheduleTask: async task => void tasks.set(task.id, task.fn),
        createScheduledTaskRunner: () => ({ run: async () => {} }),
      }),
  });
  const database = createServiceFactory({
    service: coreServices.database,
    deps: { plugin: coreServices.pluginMetadata },
    factory: ({ plugin }) => ({
      getClient: async () => {
        const knex = databases?.[plugin.getId() as keyof typeof databases];
        if (!knex) throw new Error(`No database for ${plugin.getId()}`);
        return knex;
      },
    }),
  });

  const backend = await startTestBackend({
    features: [
      catalogPlugin,
      catalogModule,
      provider,
      createInfraOverviewPlugin({ kinds: sources, now }),
      ...outsideServices(outside, groupsOf),
      scheduler,
      permissionsBy(policy),
      mockServices.rootConfig.factory({
        data: {
          backend: { baseUrl: 'http://localhost:7007' },
          catalog: { processingInterval: { seconds: 1 } },
          ...config,
        },
      }),
      ...(databases ? [database] : []),
    ],
  });

  const get = (path: string, user = reader) =>
    request(backend.server)
      .get(`/api/infra-overview${path}`)
      .set('Authorization', mockCredentials.user.header(user));
  const catalogEntity = async (ref: string): Promise<Entity | undefined> => {
    const [, kind, namespace, name] = /^(.+):(.+)\/(.+)$/.exec(ref) ?? [];
    const { status, body } = await request(backend.server)
      .get(`/api/catalog/entities/by-name/${kind}/${namespace}/${name}`)
      .set('Authorization', mockCredentials.service.header());
    return status === 200 ? body : undefined;
  };

  const portal = {
    server: backend.server,
    stop: () => backend.stop(),
    /** Requests that reached the catalog since the last look. */
    catalogCalls: () => calls.splice(0),
    get,
    async put(given: readonly Entity[]) {
      await connection?.applyMutation({
        type: 'full',
        entities: given.map(entity => ({ entity, locationKey: 'test' })),
      });
    },
    outside,
    /** The catalog has its own events. */
    audited: () => outside.audited.filter(({ eventId }) => !/^(?:entity|location)-/.test(eventId)),
    post: (path: string, body: object = {}, user = reader) =>
      request(backend.server)
        .post(`/api/infra-overview${path}`)
        .set('Authorization', mockCredentials.user.header(user))
        .send(body),
    /** As a service. */
    push: (path: string, body: object) =>
      request(backend.server)
        .post(`/api/infra-overview${path}`)
        .set('Authorization', mockCredentials.service.header())
        .send(body),
    delete: (path: string, user = reader) =>
      request(backend.server)
        .delete(`/api/infra-overview${path}`)
        .set('Authorization', mockCredentials.user.header(user)),
    /** Runs a scheduled task as a replica would. */
    async tick(task: string) {
      const run = tasks.get(`${TASK}${task}`);
      if (!run) throw new Error(`No task ${task}; there are ${[...tasks.keys()].join(', ')}`);
      await run(new AbortController().signal);
    },
    async refresh() {
      await portal.tick('refresh-fleet');
    },
    /** Until the catalog shows the entity as wanted. */
    async shows(ref: string, fits: (entity: Entity | undefined) => boolean) {
      await eventually(async () => fits(await catalogEntity(ref)), `${ref} in the catalog`);
    },
  };
  await portal.put(entities);
  for (const entity of entities) {
    const parts = entities.filter(part => part.spec?.system === entity.metadata.name).length;
    await portal.shows(stringifyEntityRef(entity), found => {
      const has = (found?.relations ?? []).filter(
        relation => relation.type === 'hasPart' && relation.targetRef.startsWith('component:'),
      );
      return found !== undefined && (entity.kind !== 'System' || has.length === parts);
    });
  }
  await portal.refresh();
  portal.catalogCalls();
  return portal;
}

/** Services that reach beyond the plugin, with a memory. */
function outsideServices(outside: Outside, groupsOf: (user: string) => readonly string[]) {
  const logger = (): LoggerService => {
    const write = (message: string, meta?: unknown) =>
      void outside.logged.push(`${message} ${inspect(meta, { depth: 10 })}`);
    return { error: write, warn: write, info: write, debug: write, child: logger };
  };
  return [
    createServiceFactory({ service: coreServices.rootLogger, deps: {}, factory: logger }),
    createServiceFactory({
      service: coreServices.auditor,
      deps: {},
      factory: (): AuditorService => ({
        createEvent: async ({ eventId, meta }) => ({
          success: async given =>
            void outside.audited.push({
              eventId,
              outcome: 'success',
              meta: { ...meta, ...given?.meta },
            }),
          fail: async ({ error, meta: more }) =>
            void outside.audited.push({
              eventId,
              outcome: 'failure',
              meta: { ...meta, ...more, error: error.message },
            }),
        }),
      }),
    }),
    createServiceFactory({
      service: notificationService,
      deps: {},
      factory: () => ({
        send: async (message: NotificationSendOptions) => void outside.sent.push(message),
      }),
    }),
    createServiceFactory({
      service: eventsServiceRef,
      deps: {},
      factory: () => ({
        publish: async (event: EventParams) => void outside.published.push(event),
        subscribe: async () => {},
      }),
    }),
    createServiceFactory({
      service: coreServices.userInfo,
      deps: {},
      factory: (): UserInfoService => ({
        getUserInfo: async ({ principal }) => {
          const { userEntityRef } = principal as BackstageUserPrincipal;
          return {
            userEntityRef,
            ownershipEntityRefs: [userEntityRef, ...groupsOf(userEntityRef)],
          };
        },
      }),
    }),
  ];
}

export type Portal = Awaited<ReturnType<typeof startPortal>>;

export async function eventually(fits: () => Promise<boolean>, what: string): Promise<void> {
  const end = Date.now() + PATIENCE;
  while (!(await fits())) {
    if (Date.now() > end) throw new Error(`It did not come: ${what}`);
    await new Promise(resolve => setTimeout(resolve, 30));
  }
}

function permissionsBy(policy: Policy) {
  const decide = async (
    queries: readonly { permission: { name: string } }[],
    { credentials }: { credentials?: { principal?: unknown } } = {},
  ): Promise<any[]> => {
    const principal = credentials?.principal as
      { type?: string; userEntityRef?: string } | undefined;
    return queries.map(({ permission }) => {
      const decision =
        principal?.userEntityRef !== undefined && policy(principal.userEntityRef, permission.name);
      return decision || { result: AuthorizeResult.ALLOW };
    });
  };
  return createServiceFactory({
    service: coreServices.permissions,
    deps: {},
    // `any`: one function answers both calls, whose answers differ only in a case that no test of ours uses.
    factory: (): PermissionsService => ({
      authorize: decide as any,
      authorizeConditional: decide as any,
    }),
  });
}
