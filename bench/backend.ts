import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createBackend } from '@backstage/backend-defaults';
import { createBackendModule } from '@backstage/backend-plugin-api';
import { catalogProcessingExtensionPoint } from '@backstage/plugin-catalog-node';
import { syntheticOrganisation } from 'backstage-plugin-infra-overview-common/testUtils';

const projects = Number(process.env.BENCH_PROJECTS);
const folder = String(process.env.BENCH_DATA);
const SEED = 20261124;

/** N synthetic projects, handed to the catalog as a provider would. */
const syntheticCatalog = createBackendModule({
  pluginId: 'catalog',
  moduleId: 'synthetic',
  register(reg) {
    reg.registerInit({
      deps: { processing: catalogProcessingExtensionPoint },
      async init({ processing }) {
        processing.addEntityProvider({
          getProviderName: () => 'synthetic',
          async connect(connection) {
            const entities = syntheticOrganisation(SEED, projects).map(entity => ({
              entity,
              locationKey: 'synthetic',
            }));
            writeFileSync(join(folder, 'entities'), String(entities.length));
            await connection.applyMutation({ type: 'full', entities });
          },
        });
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
backend.add(import('backstage-plugin-catalog-backend-module-infra-overview'));
backend.add(import('backstage-plugin-infra-overview-backend'));
backend.add(syntheticCatalog);
backend.start();
