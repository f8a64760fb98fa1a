import { createHash, randomUUID } from 'node:crypto';
import { coreServices, createBackendPlugin } from '@backstage/backend-plugin-api';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { infraOverviewPermissions } from 'backstage-plugin-infra-overview-common';
import { readInfraOverviewConfig } from './config';
import { migrate } from './database/migrate';
import { CatalogDocumentSource } from './documents/CatalogDocumentSource';
import { AuthorizedFleetService } from './fleet/AuthorizedFleetService';
import { DatabaseFleetStore } from './fleet/DatabaseFleetStore';
import { DefaultFleetService } from './fleet/DefaultFleetService';
import { refreshFleet } from './fleet/refreshFleet';
import { AuthorizedOverviewService } from './overview/AuthorizedOverviewService';
import { DefaultOverviewService } from './overview/DefaultOverviewService';
import { OverviewCache } from './overview/OverviewCache';
import { createRouter } from './routes';

const digest = (text: string) => createHash('sha256').update(text).digest('hex');
const now = () => Date.now();

/**
 * The API of the infrastructure page and of the fleet.
 *
 * @public
 */
export const infraOverviewPlugin = createBackendPlugin({
  pluginId: 'infra-overview',
  register(env) {
    env.registerInit({
      deps: {
        auth: coreServices.auth,
        catalog: catalogServiceRef,
        config: coreServices.rootConfig,
        database: coreServices.database,
        httpAuth: coreServices.httpAuth,
        httpRouter: coreServices.httpRouter,
        logger: coreServices.logger,
        permissions: coreServices.permissions,
        permissionsRegistry: coreServices.permissionsRegistry,
        scheduler: coreServices.scheduler,
      },
      async init({
        auth,
        catalog,
        config,
        database,
        httpAuth,
        httpRouter,
        logger,
        permissions,
        permissionsRegistry,
        scheduler,
      }) {
        const { refresh, pageSize, cacheSize } = readInfraOverviewConfig(config);
        permissionsRegistry.addPermissions(infraOverviewPermissions);

        const knex = await database.getClient();
        if (!database.migrations?.skip) await migrate(knex, logger);

        const documents = new CatalogDocumentSource({ catalog });
        const store = new DatabaseFleetStore({ knex, newId: randomUUID });
        const overviews = new DefaultOverviewService({
          documents,
          cache: new OverviewCache({ mostCharacters: cacheSize }),
          likelySources: ref => store.likelySources(ref),
          now,
          digest,
        });
        const fleet = new DefaultFleetService({ store, documents, pageSize, now });

        httpRouter.use(
          createRouter({
            httpAuth,
            overviews: new AuthorizedOverviewService({ permissions, inner: overviews }),
            fleet: new AuthorizedFleetService({ permissions, inner: fleet }),
          }),
        );

        await scheduler.scheduleTask({
          id: 'infra-overview-refresh-fleet',
          ...refresh,
          scope: 'global',
          fn: async signal => {
            const callOptions = { credentials: await auth.getOwnServiceCredentials() };
            await refreshFleet({ documents, store, callOptions, logger, now, digest, signal });
          },
        });
      },
    });
  },
});
