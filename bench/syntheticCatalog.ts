import { createBackendModule } from '@backstage/backend-plugin-api';
import { catalogProcessingExtensionPoint } from '@backstage/plugin-catalog-node';
import { syntheticOrganisation } from 'backstage-plugin-infra-overview-common/testUtils';

const SEED = 20261124;

/** Synthetic projects, handed to the catalog as a provider would. */
export const syntheticCatalog = (projects: number) =>
  createBackendModule({
    pluginId: 'catalog',
    moduleId: 'synthetic',
    register(reg) {
      reg.registerInit({
        deps: { processing: catalogProcessingExtensionPoint },
        async init({ processing }) {
          processing.addEntityProvider({
            getProviderName: () => 'synthetic',
            async connect(connection) {
              await connection.applyMutation({
                type: 'full',
                entities: syntheticOrganisation(SEED, projects).map(entity => ({
                  entity,
                  locationKey: 'synthetic',
                })),
              });
            },
          });
        },
      });
    },
  });
