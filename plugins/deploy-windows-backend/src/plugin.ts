import { createHash, randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import {
  coreServices,
  createBackendPlugin,
  type SchedulerService,
} from '@backstage/backend-plugin-api';
import { actionsRegistryServiceRef } from '@backstage/backend-plugin-api/alpha';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { eventsServiceRef } from '@backstage/plugin-events-node';
import { notificationService } from '@backstage/plugin-notifications-node';
import { createConditionAuthorizer } from '@backstage/plugin-permission-node';
import { signalsServiceRef } from '@backstage/plugin-signals-node';
import { basicPermissions, targetPermissions } from 'backstage-plugin-deploy-windows-common';
import { targetKey } from 'backstage-plugin-deploy-windows-common/evaluator';
import { CatalogVisibility } from './access/CatalogVisibility';
import { DefaultAccess } from './access/DefaultAccess';
import { targetResourceRef, targetRules, type TargetRow } from './access/targetRules';
import { UserInfoPrincipalSource } from './access/UserInfoPrincipalSource';
import { registerActions } from './actions';
import { mount } from './api/mount';
import { readDeployWindowsConfig } from './config';
import { migrate } from './database/migrate';
import { CatalogPolicySource } from './policy/CatalogPolicySource';
import { RefreshSoon } from './policy/RefreshSoon';
import { warmUp } from './policy/warmUp';
import type { SnapshotDirectory } from './policy/SnapshotDirectory';
import type { KnownTarget } from './policy/TargetDirectory';
import { HttpObservedReader } from './readiness/observed/HttpObservedReader';
import { CatalogOrgSource } from './readiness/org/CatalogOrgSource';
import type { Task } from './room';
import { composeRooms } from './rooms';
import { checkZoneData } from './status/checkZoneData';

const LOG_EVERY = 1_000;
const READINESS_WITHIN = 200;
const DOCUMENT_CHANGED = 'infra-overview.document-changed';
const OBSERVED_CHANGED = 'infra-overview.observed-changed';

const digest = (text: string) => createHash('sha256').update(text).digest('hex');
const now = () => Date.now();
const tzdata = () => process.versions.tz ?? 'unknown';

/**
 * May it be deployed now, and if not, when and why: the API.
 *
 * @public
 */
export const deployWindowsPlugin = createBackendPlugin({
  pluginId: 'deploy-windows',
  register(env) {
    env.registerInit({
      deps: {
        actions: actionsRegistryServiceRef,
        auditor: coreServices.auditor,
        auth: coreServices.auth,
        catalog: catalogServiceRef,
        database: coreServices.database,
        discovery: coreServices.discovery,
        events: eventsServiceRef,
        httpAuth: coreServices.httpAuth,
        httpRouter: coreServices.httpRouter,
        lifecycle: coreServices.lifecycle,
        logger: coreServices.logger,
        notifications: notificationService,
        permissions: coreServices.permissions,
        permissionsRegistry: coreServices.permissionsRegistry,
        rootConfig: coreServices.rootConfig,
        scheduler: coreServices.scheduler,
        signals: signalsServiceRef,
        urlReader: coreServices.urlReader,
        userInfo: coreServices.userInfo,
      },
      async init({
        actions,
        auditor,
        auth,
        catalog,
        database,
        discovery,
        httpAuth,
        httpRouter,
        lifecycle,
        permissions,
        permissionsRegistry,
        rootConfig,
        scheduler,
        userInfo,
        ...services
      }) {
        const { logger } = services;
        const config = readDeployWindowsConfig(rootConfig);
        checkZoneData(tzdata(), config.tzdata, logger);
        const knex = await database.getClient();
        if (!database.migrations?.skip) await migrate(knex, logger);

        const access = new DefaultAccess({
          permissions,
          visibility: new CatalogVisibility({ catalog, now }),
          // Asked when somebody calls; the rules are registered by then.
          isMet: (decision, row) =>
            createConditionAuthorizer(permissionsRegistry.getPermissionRuleset(targetResourceRef))(
              decision,
              row,
            ),
          now,
        });
        const rooms = composeRooms({
          ...services,
          knex,
          config,
          access,
          policies: new CatalogPolicySource({ catalog, auth }),
          people: new CatalogOrgSource({ catalog, auth }),
          observed: new HttpObservedReader({ discovery, auth }),
          readFile: path => readFileSync(path, 'utf8'),
          patience: () => pause(READINESS_WITHIN, undefined, { ref: false }),
          now,
          newId: randomUUID,
          digest,
          tzdata,
          later: work => void setTimeout(work, LOG_EVERY).unref(),
        });

        const known: { directory?: SnapshotDirectory } = {};
        permissionsRegistry.addResourceType({
          resourceRef: targetResourceRef,
          permissions: targetPermissions,
          rules: targetRules,
          getResources: async keys =>
            Promise.all(keys.map(async key => rowOf(await known.directory?.findKey(key)))),
        });
        permissionsRegistry.addPermissions(basicPermissions);

        const principals = new UserInfoPrincipalSource({ userInfo, now });
        known.directory = rooms.directory;
        httpRouter.use(mount(rooms.routes, { httpAuth, auditor, principals, now }));
        registerActions({
          registry: actions,
          decisions: rooms.decisions.decisions,
          windows: rooms.decisions.windows,
          overrides: rooms.overrides.service,
          readiness: rooms.subjects,
          needsSecondPerson: async (entityRef, environment, at) => {
            const asked = {
              target: targetKey(entityRef, environment),
              changeType: 'deploy',
              principal: 'plugin:deploy-windows',
            } as const;
            return (await rooms.loader.load(asked, at)).input.policy.policy.override.twoPerson;
          },
          principals,
          now,
        });
        httpRouter.addAuthPolicy({ path: '/openapi.json', allow: 'unauthenticated' });
        for (const { open, path } of rooms.routes)
          if (open) httpRouter.addAuthPolicy({ path, allow: 'unauthenticated' });

        for (const task of rooms.tasks) await schedule(scheduler, task, 'global');
        for (const task of rooms.localTasks) await schedule(scheduler, task, 'local');
        const abort = new AbortController();
        const soon = new RefreshSoon({
          run: async () => {
            try {
              await rooms.refresh(abort.signal);
            } catch (error) {
              logger.warn(
                'The catalog could not be read after it told of a change',
                error as Error,
              );
            }
          },
          after: (delay, work) => {
            const timer = setTimeout(work, delay).unref();
            return () => clearTimeout(timer);
          },
        });
        await services.events.subscribe({
          id: 'deploy-windows-documents',
          topics: [DOCUMENT_CHANGED, OBSERVED_CHANGED],
          onEvent: async ({ topic, eventPayload }) => {
            const { entityRef } = (eventPayload ?? {}) as { readonly entityRef?: unknown };
            if (topic === OBSERVED_CHANGED && typeof entityRef === 'string')
              rooms.readiness.observedChanged(entityRef);
            soon.changed();
          },
        });
        lifecycle.addStartupHook(
          () => void warmUp({ refresh: rooms.refresh, logger, signal: abort.signal }),
        );
        lifecycle.addShutdownHook(async () => {
          abort.abort();
          soon.stop();
          await rooms.close();
        });
      },
    });
  },
});

async function schedule(
  scheduler: SchedulerService,
  { id, every, timeout, run }: Task,
  scope: 'global' | 'local',
): Promise<void> {
  await scheduler.scheduleTask({
    id: `deploy-windows-${id}`,
    frequency: every,
    timeout,
    scope,
    fn: signal => run(now(), signal as AbortSignal),
  });
}

/** Asked by the permission backend, which knows targets by their keys. */
function rowOf(target: KnownTarget | undefined): TargetRow | undefined {
  return (
    target && {
      stage: target.stage,
      ...(target.facts.owner !== undefined && { owner: target.facts.owner }),
    }
  );
}
