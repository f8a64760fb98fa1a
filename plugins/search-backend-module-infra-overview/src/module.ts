import { coreServices, createBackendModule } from '@backstage/backend-plugin-api';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { searchIndexRegistryExtensionPoint } from '@backstage/plugin-search-backend-node/alpha';
import { readCollatorConfig } from './config';
import { InfraOverviewCollatorFactory } from './InfraOverviewCollatorFactory';

/**
 * Adds infrastructure documents to the search, as results of type `infra-overview`.
 *
 * @public
 */
export const searchModuleInfraOverview = createBackendModule({
  pluginId: 'search',
  moduleId: 'infra-overview',
  register(module) {
    module.registerInit({
      deps: {
        auth: coreServices.auth,
        catalog: catalogServiceRef,
        config: coreServices.rootConfig,
        indexRegistry: searchIndexRegistryExtensionPoint,
        scheduler: coreServices.scheduler,
      },
      async init({ auth, catalog, config, indexRegistry, scheduler }) {
        const { schedule, batchSize } = readCollatorConfig(config);
        indexRegistry.addCollator({
          schedule: scheduler.createScheduledTaskRunner(schedule),
          factory: new InfraOverviewCollatorFactory({ auth, catalog, batchSize }),
        });
      },
    });
  },
});
