import {
  createApiFactory,
  createComponentExtension,
  createPlugin,
  createRoutableExtension,
} from '@backstage/core-plugin-api';
import { client } from './api';
import { entityRouteRef, rootRouteRef } from './routes';

/** The plugin for apps of the legacy frontend system. */
export const infraOverviewPlugin = createPlugin({
  id: 'infra-overview',
  routes: { root: rootRouteRef, entity: entityRouteRef },
  apis: [createApiFactory(client)],
});

/** The infrastructure of all projects, as a page. */
export const InfraFleetPage = infraOverviewPlugin.provide(
  createRoutableExtension({
    name: 'InfraFleetPage',
    mountPoint: rootRouteRef,
    component: () =>
      import('./components/pages/LegacyFleetPage').then(module => module.LegacyFleetPage),
  }),
);

/** The infrastructure tab of a Component, System or Domain. */
export const EntityInfraContent = infraOverviewPlugin.provide(
  createRoutableExtension({
    name: 'EntityInfraContent',
    mountPoint: entityRouteRef,
    component: () =>
      import('./components/overview/EntityInfraContent').then(module => module.EntityInfraContent),
  }),
);

/** The four answers in short, for an entity's overview. */
export const EntityInfraSummaryCard = infraOverviewPlugin.provide(
  createComponentExtension({
    name: 'EntityInfraSummaryCard',
    component: {
      lazy: () =>
        import('./components/overview/InfraSummaryCard').then(module => module.InfraSummaryCard),
    },
  }),
);

/** One infrastructure hit in search results. */
export const InfraSearchResultListItem = infraOverviewPlugin.provide(
  createComponentExtension({
    name: 'InfraSearchResultListItem',
    component: {
      lazy: () =>
        import('./components/fleet/InfraSearchResultListItem').then(
          module => module.InfraSearchResultListItem,
        ),
    },
  }),
);
