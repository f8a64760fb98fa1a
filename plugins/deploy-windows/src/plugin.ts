import {
  createApiFactory,
  createComponentExtension,
  createPlugin,
  createRoutableExtension,
} from '@backstage/core-plugin-api';
import { client, readinessClient } from './api';
import {
  entityReadinessRouteRef,
  entityRouteRef,
  gettingStartedRouteRef,
  readinessRouteRef,
  rootRouteRef,
} from './routes';

/** The plugin for apps of the legacy frontend system. */
export const deployWindowsPlugin = createPlugin({
  id: 'deploy-windows',
  routes: {
    root: rootRouteRef,
    entity: entityRouteRef,
    readiness: readinessRouteRef,
    entityReadiness: entityReadinessRouteRef,
    gettingStarted: gettingStartedRouteRef,
  },
  apis: [createApiFactory(client), createApiFactory(readinessClient)],
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

/** Which service is ready, and what is missing, as a page. */
export const ReadinessPage = deployWindowsPlugin.provide(
  createRoutableExtension({
    name: 'ReadinessPage',
    mountPoint: readinessRouteRef,
    component: () =>
      import('./components/pages/LegacyReadinessPage').then(module => module.LegacyReadinessPage),
  }),
);

/** The tab "Readiness" of a Component or System. */
export const EntityReadinessContent = deployWindowsPlugin.provide(
  createRoutableExtension({
    name: 'EntityReadinessContent',
    mountPoint: entityReadinessRouteRef,
    component: () =>
      import('./components/readiness/EntityReadinessContent').then(
        module => module.EntityReadinessContent,
      ),
  }),
);

/** The tab "Getting started" of a Component or System. */
export const EntityGettingStartedContent = deployWindowsPlugin.provide(
  createRoutableExtension({
    name: 'EntityGettingStartedContent',
    mountPoint: gettingStartedRouteRef,
    component: () =>
      import('./components/onboarding/EntityGettingStartedContent').then(
        module => module.EntityGettingStartedContent,
      ),
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

/** Whether it is ready, in a sentence for each environment, for an entity's overview. */
export const EntityReadinessCard = deployWindowsPlugin.provide(
  createComponentExtension({
    name: 'EntityReadinessCard',
    component: {
      lazy: () =>
        import('./components/readiness/ReadinessCard').then(module => module.ReadinessCard),
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
