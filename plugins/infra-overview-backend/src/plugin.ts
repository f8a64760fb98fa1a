import { createHash, randomUUID } from 'node:crypto';
import { coreServices, createBackendPlugin } from '@backstage/backend-plugin-api';
import { actionsRegistryServiceRef } from '@backstage/backend-plugin-api/alpha';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { eventsServiceRef } from '@backstage/plugin-events-node';
import { notificationService } from '@backstage/plugin-notifications-node';
import { infraOverviewPermissions, type Instant } from 'backstage-plugin-infra-overview-common';
import { registerActions } from './actions';
import { readInfraOverviewConfig } from './config';
import { migrate } from './database/migrate';
import { CatalogDocumentSource } from './documents/CatalogDocumentSource';
import { AuthorizedFleetService } from './fleet/AuthorizedFleetService';
import { DatabaseFleetStore } from './fleet/DatabaseFleetStore';
import { DefaultFleetService } from './fleet/DefaultFleetService';
import { refreshFleet } from './fleet/refreshFleet';
import { createObserved } from './observations/createObserved';
import { readSources } from './observations/readSources';
import { SOURCE_KINDS, type SourceKind } from './observations/sources';
import { AuthorizedImpactService } from './impact/AuthorizedImpactService';
import { DefaultImpactService } from './impact/DefaultImpactService';
import { AuthorizedOverviewService } from './overview/AuthorizedOverviewService';
import { DefaultOverviewService } from './overview/DefaultOverviewService';
import { OverviewCache } from './overview/OverviewCache';
import { Rights } from './Rights';
import { createRouter } from './routes';
import { scheduleTasks } from './tasks';

const digest = (text: string) => createHash('sha256').update(text).digest('hex');

export interface PluginParts {
  readonly kinds: readonly SourceKind[];
  readonly now: () => Instant;
}

/** The plugin with these kinds of sources; tests hand in their own. */
export const createInfraOverviewPlugin = ({ kinds, now }: PluginParts) =>
  createBackendPlugin({
    pluginId: 'infra-overview',
    register(env) {
      env.registerInit({
        deps: {
          actions: actionsRegistryServiceRef,
          auditor: coreServices.auditor,
          auth: coreServices.auth,
          catalog: catalogServiceRef,
          config: coreServices.rootConfig,
          database: coreServices.database,
          events: eventsServiceRef,
          httpAuth: coreServices.httpAuth,
          httpRouter: coreServices.httpRouter,
          logger: coreServices.logger,
          notifications: notificationService,
          permissions: coreServices.permissions,
          permissionsRegistry: coreServices.permissionsRegistry,
          scheduler: coreServices.scheduler,
          urlReader: coreServices.urlReader,
          userInfo: coreServices.userInfo,
        },
        async init({
          actions,
          auth,
          catalog,
          config,
          database,
          httpAuth,
          httpRouter,
          logger,
          notifications,
          permissions,
          permissionsRegistry,
          scheduler,
          urlReader,
          userInfo,
          ...services
        }) {
          const { refresh, pageSize, cacheSize, notify } = readInfraOverviewConfig(config);
          const sources = readSources(config, kinds, {
            logger,
            urlReader,
            now,
            random: Math.random,
          });
          permissionsRegistry.addPermissions(infraOverviewPermissions);

          const knex = await database.getClient();
          if (!database.migrations?.skip) await migrate(knex, logger);

          const documents = new CatalogDocumentSource({ catalog });
          const store = new DatabaseFleetStore({ knex, newId: randomUUID });
          const overviews = new AuthorizedOverviewService({
            permissions,
            inner: new DefaultOverviewService({
              documents,
              cache: new OverviewCache({ mostCharacters: cacheSize }),
              likelySources: ref => store.likelySources(ref),
              now,
              digest,
            }),
          });
          const fleet = new AuthorizedFleetService({
            permissions,
            inner: new DefaultFleetService({ store, documents, pageSize, now }),
          });
          const ownCall = async () => ({ credentials: await auth.getOwnServiceCredentials() });
          const observed = createObserved({
            ...services,
            ...(notify && { notifications }),
            knex,
            config,
            sources,
            documents,
            overviews,
            permissions,
            rights: new Rights({ permissions, userInfo }),
            httpAuth,
            logger,
            ownCall,
            projects: async () => [...(await store.fingerprints()).keys()],
            newId: randomUUID,
            now,
            digest,
          });

          const impact = new AuthorizedImpactService({
            permissions,
            inner: new DefaultImpactService({
              overviews,
              fleet,
              documents,
              facts: async (ref, call) =>
                (await observed.routes.observed.observedOf([ref], call)).flatMap(
                  ({ facts }) => facts,
                ),
              now,
            }),
          });

          httpRouter.use(
            createRouter({
              ...observed.routes,
              overviews,
              fleet,
              impact,
            }),
          );
          registerActions({
            registry: actions,
            overviews,
            impact,
            observed: observed.routes.observed,
            now,
          });

          await scheduleTasks(scheduler, [
            {
              id: 'refresh-fleet',
              schedule: refresh,
              run: async signal => {
                const { refs } = await refreshFleet({
                  documents,
                  store,
                  drifts: observed.drifts,
                  callOptions: await ownCall(),
                  logger,
                  now,
                  digest,
                  signal,
                });
                if (refs.length > 0) await observed.documentsChanged(refs, signal);
              },
            },
            ...observed.tasks,
          ]);
        },
      });
    },
  });

/**
 * The API of the infrastructure page and of the fleet.
 *
 * @public
 */
export const infraOverviewPlugin = createInfraOverviewPlugin({
  kinds: SOURCE_KINDS,
  now: () => Date.now(),
});
