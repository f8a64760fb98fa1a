import { createBackend } from '@backstage/backend-defaults';
import { coreServices, createBackendPlugin } from '@backstage/backend-plugin-api';
import Router from 'express-promise-router';
import { syntheticCatalog } from './syntheticCatalog';

const projects = Number(process.env.BENCH_PROJECTS);

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

const backend = createBackend();
backend.add(import('@backstage/plugin-auth-backend'));
backend.add(import('@backstage/plugin-auth-backend-module-guest-provider'));
backend.add(import('@backstage/plugin-permission-backend'));
backend.add(import('@backstage/plugin-permission-backend-module-allow-all-policy'));
backend.add(import('@backstage/plugin-catalog-backend'));
backend.add(import('backstage-plugin-infra-overview-backend'));
backend.add(import('backstage-plugin-deploy-windows-backend'));
backend.add(floor);
backend.add(syntheticCatalog(projects));
backend.start();
