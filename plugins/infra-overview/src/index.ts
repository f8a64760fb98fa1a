/**
 * Infrastructure of a project on one page: entry for the legacy frontend system. The new one is at `./alpha`.
 *
 * @packageDocumentation
 */
export {
  infraOverviewPlugin,
  EntityInfraContent,
  EntityInfraSummaryCard,
  InfraFleetPage,
  InfraSearchResultListItem,
} from './plugin';
export { entityRouteRef, rootRouteRef } from './routes';
export { infraOverviewApiRef } from './api';
