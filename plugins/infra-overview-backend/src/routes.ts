import { addFleetRoutes, type FleetRoutesOptions } from './fleet/routes';
import { addOverviewRoutes, type OverviewRoutesOptions } from './overview/routes';
import { createApiRouter } from './schema/apiRouter';

export function createRouter(options: OverviewRoutesOptions & FleetRoutesOptions) {
  const router = createApiRouter();
  addOverviewRoutes(router, options);
  addFleetRoutes(router, options);
  return router;
}
