import { createBackend } from '@backstage/backend-defaults';
import {
  coreServices,
  createBackendModule,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { catalogProcessingExtensionPoint } from '@backstage/plugin-catalog-node';
import { syntheticOrganisation } from 'backstage-plugin-infra-overview-common/testUtils';
import Router from 'express-promise-router';

const projects = Number(process.env.BENCH_PROJECTS);
const SEED = 20261124;

/** The floor: a route that signs the caller in and does nothing else. */
const floor = createBackendPlugin({
  pluginId: 'floor',
  register(env) {
    env.registerInit({
      deps: { httpAuth: coreServices.httpAuth, httpRouter: coreServices.httpRouter },
      async init({ httpAuth, httpRouter }) {
        const router = Router();
        router.get('/nothing', async (req, res) => {
          await httpAuth.credentials(req, { allow: ['user', 'service'] });
          res.json({ nothing: true });
        });
        httpRouter.use(router);
      },
    });
  },
});

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

const backend = createBackend();
backend.add(import('@backstage/plugin-auth-backend'));
backend.add(import('@backstage/plugin-auth-backend-module-guest-provider'));
backend.add(import('@backstage/plugin-permission-backend'));
backend.add(import('@backstage/plugin-permission-backend-module-allow-all-policy'));
backend.add(import('@backstage/plugin-catalog-backend'));
backend.add(import('backstage-plugin-infra-overview-backend'));
backend.add(import('backstage-plugin-deploy-windows-backend'));
backend.add(floor);
backend.add(syntheticCatalog);
backend.start();
