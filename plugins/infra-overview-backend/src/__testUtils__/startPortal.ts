import {
  coreServices,
  createBackendModule,
  createServiceFactory,
  type PermissionsService,
} from '@backstage/backend-plugin-api';
import { mockCredentials, mockServices, startTestBackend } from '@backstage/backend-test-utils';
import { stringifyEntityRef, type Entity } from '@backstage/catalog-model';
import catalogPlugin from '@backstage/plugin-catalog-backend';
import {
  catalogProcessingExtensionPoint,
  type EntityProviderConnection,
} from '@backstage/plugin-catalog-node';
import { AuthorizeResult, type PolicyDecision } from '@backstage/plugin-permission-common';
import catalogModule from 'backstage-plugin-catalog-backend-module-infra-overview';
import type { Knex } from 'knex';
import request from 'supertest';
import infraOverviewPlugin from '..';

const PATIENCE = 20_000;
const REFRESH = 'infra-overview-refresh-fleet';

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
}

/** A real catalog with our modules, a provider of entities, and our API. */
export async function startPortal({
  entities,
  policy = () => undefined,
  databases,
  config = {},
}: PortalOptions) {
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
      infraOverviewPlugin,
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
    /** Runs the scheduled task as a replica would. */
    async refresh() {
      await tasks.get(REFRESH)?.(new AbortController().signal);
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
