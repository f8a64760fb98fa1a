import { coreServices, createBackendModule } from '@backstage/backend-plugin-api';
import { catalogProcessingExtensionPoint } from '@backstage/plugin-catalog-node';
import { eventsServiceRef } from '@backstage/plugin-events-node';
import { InfraOverviewProcessor } from './InfraOverviewProcessor';

/**
 * Adds the infrastructure document to the catalog: relations to what it names. A document never keeps an entity out.
 *
 * @public
 */
export const catalogModuleInfraOverview = createBackendModule({
  pluginId: 'catalog',
  moduleId: 'infra-overview',
  register(module) {
    module.registerInit({
      deps: {
        events: eventsServiceRef,
        logger: coreServices.logger,
        processing: catalogProcessingExtensionPoint,
      },
      async init({ events, logger, processing }) {
        processing.addProcessor(new InfraOverviewProcessor({ events, logger }));
      },
    });
  },
});
