import { coreServices, createBackendModule } from '@backstage/backend-plugin-api';
import { catalogProcessingExtensionPoint } from '@backstage/plugin-catalog-node';
import { catalogModelExtensionPoint } from '@backstage/plugin-catalog-node/alpha';
import { eventsServiceRef } from '@backstage/plugin-events-node';
import { InfraOverviewProcessor } from './InfraOverviewProcessor';
import { installSecretGate } from './secretGate/installSecretGate';

/**
 * Adds the infrastructure document to the catalog: relations to what it names, and a gate that keeps secrets out. A document
 * never keeps an entity out, a secret always does.
 *
 * @public
 */
export const catalogModuleInfraOverview = createBackendModule({
  pluginId: 'catalog',
  moduleId: 'infra-overview',
  register(module) {
    module.registerInit({
      deps: {
        config: coreServices.rootConfig,
        events: eventsServiceRef,
        logger: coreServices.logger,
        model: catalogModelExtensionPoint,
        processing: catalogProcessingExtensionPoint,
      },
      async init({ config, events, logger, model, processing }) {
        installSecretGate({ config, logger, model, processing, now: () => Date.now() });
        processing.addProcessor(new InfraOverviewProcessor({ events, logger }));
      },
    });
  },
});
