/**
 * May we deploy now, and if not, when: entry for the legacy frontend system. The new one is at `./alpha`.
 *
 * @packageDocumentation
 */
export {
  deployWindowsPlugin,
  DeployWindowsPage,
  EntityDeployContent,
  EntityMayIDeployCard,
  NextWindowAnswer,
} from './plugin';
export { entityRouteRef, rootRouteRef } from './routes';
export { deployWindowsApiRef } from './api';
