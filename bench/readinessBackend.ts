// A backend with the synthetic organisation, our plugins, and the peer with facts of as many Components.
import { createBackend } from '@backstage/backend-defaults';
import { coreServices, createBackendPlugin } from '@backstage/backend-plugin-api';
import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { syntheticOrganisation } from 'backstage-plugin-infra-overview-common/testUtils';
import { flatFacts } from './readinessQuestions';
import { syntheticCatalog } from './syntheticCatalog';
import { startTechInsights } from './techInsights';

const SEED = 20261124;
const projects = Number(process.env.BENCH_PROJECTS);
const folder = String(process.env.BENCH_TECH_INSIGHTS);

/** Its own routes over its own store. What its retrievers would collect is put there at once. */
const techInsights = createBackendPlugin({
  pluginId: 'tech-insights',
  register(env) {
    env.registerInit({
      deps: {
        config: coreServices.rootConfig,
        database: coreServices.database,
        httpAuth: coreServices.httpAuth,
        httpRouter: coreServices.httpRouter,
        logger: coreServices.logger,
        permissions: coreServices.permissions,
      },
      async init({ config, database, httpAuth, httpRouter, logger, permissions }) {
        const started = await startTechInsights(folder, database, logger);
        const components = syntheticOrganisation(SEED, projects).filter(
          ({ kind }) => kind === 'Component',
        );
        await started.insert(
          components.map((entity, index) => ({
            entity: parseEntityRef(stringifyEntityRef(entity)),
            facts: flatFacts(index, 0),
          })),
        );
        httpRouter.use(await started.router({ config, httpAuth, permissions }));
      },
    });
  },
});

const backend = createBackend();
backend.add(import('@backstage/plugin-auth-backend'));
backend.add(import('@backstage/plugin-auth-backend-module-guest-provider'));
backend.add(import('@backstage/plugin-permission-backend'));
backend.add(import('@backstage/plugin-permission-backend-module-allow-all-policy'));
backend.add(import('@backstage/plugin-catalog-backend'));
backend.add(import('backstage-plugin-infra-overview-backend'));
backend.add(import('backstage-plugin-deploy-windows-backend'));
backend.add(techInsights);
backend.add(syntheticCatalog(projects));
backend.start();
