import {
  createApiFactory,
  createComponentExtension,
  createPlugin,
  createRoutableExtension,
} from '@backstage/core-plugin-api';
import { client } from './api';
import { entityRouteRef, rootRouteRef } from './routes';

/** The plugin for apps of the legacy frontend system. */
export const deployWindowsPlugin = createPlugin({
  id: 'deploy-windows',
  routes: { root: rootRouteRef, entity: entityRouteRef },
  apis: [createApiFactory(client)],
});

/** When which service may be deployed, as a page. */
export const DeployWindowsPage = deployWindowsPlugin.provide(
  createRoutableExtension({
    name: 'DeployWindowsPage',
    mountPoint: rootRouteRef,
    component: () =>
      import('./components/pages/LegacyDeployWindowsPage').then(
        module => module.LegacyDeployWindowsPage,
      ),
  }),
);

/** The tab "Deploys" of a Component or System. */
export const EntityDeployContent = deployWindowsPlugin.provide(
  createRoutableExtension({
    name: 'EntityDeployContent',
    mountPoint: entityRouteRef,
    component: () =>
      import('./components/tab/EntityDeployContent').then(module => module.EntityDeployContent),
  }),
);

/** "May I deploy?", for an entity's overview. */
export const EntityMayIDeployCard = deployWindowsPlugin.provide(
  createComponentExtension({
    name: 'EntityMayIDeployCard',
    component: {
      lazy: () => import('./components/decision/DecisionCard').then(module => module.DecisionCard),
    },
  }),
);

/** The next window in one line, for the infrastructure page: `<EntityInfraContent answers={[<NextWindowAnswer />]} />`. */
export const NextWindowAnswer = deployWindowsPlugin.provide(
  createComponentExtension({
    name: 'NextWindowAnswer',
    component: {
      lazy: () =>
        import('./components/decision/NextWindowAnswer').then(module => module.NextWindowAnswer),
    },
  }),
);
