import { addConfirmationRoutes, type ConfirmationRoutesOptions } from './confirmations/routes';
import { addDriftRoutes, type DriftRoutesOptions } from './drift/routes';
import { addDriftNoteRoutes, type DriftNoteRoutesOptions } from './driftNotes/routes';
import { addFleetRoutes, type FleetRoutesOptions } from './fleet/routes';
import { addImpactRoutes, type ImpactRoutesOptions } from './impact/routes';
import { addObservedRoutes, type ObservedRoutesOptions } from './observations/http/routes';
import { addOverviewRoutes, type OverviewRoutesOptions } from './overview/routes';
import { createApiRouter } from './schema/apiRouter';

export type RoutesOptions = OverviewRoutesOptions &
  FleetRoutesOptions &
  ObservedRoutesOptions &
  ConfirmationRoutesOptions &
  DriftNoteRoutesOptions &
  DriftRoutesOptions &
  ImpactRoutesOptions;

export function createRouter(options: RoutesOptions) {
  const router = createApiRouter();
  addOverviewRoutes(router, options);
  addFleetRoutes(router, options);
  addObservedRoutes(router, options);
  addConfirmationRoutes(router, options);
  addDriftNoteRoutes(router, options);
  addDriftRoutes(router, options);
  addImpactRoutes(router, options);
  return router;
}
