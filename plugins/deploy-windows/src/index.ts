/**
 * May we deploy now, and if not, when: entry for the legacy frontend system. The new one is at `./alpha`.
 *
 * @packageDocumentation
 */
export {
  deployWindowsPlugin,
  DeployWindowsPage,
  EntityDeployContent,
  EntityGettingStartedContent,
  EntityMayIDeployCard,
  EntityReadinessCard,
  EntityReadinessContent,
  NextWindowAnswer,
  ReadinessPage,
} from './plugin';
export {
  entityReadinessRouteRef,
  entityRouteRef,
  gettingStartedRouteRef,
  readinessRouteRef,
  rootRouteRef,
} from './routes';
export { deployWindowsApiRef, readinessApiRef } from './api';
