import { createRouteRef } from '@backstage/core-plugin-api';

/** The calendar of all services. */
export const rootRouteRef = createRouteRef({ id: 'deploy-windows' });

/** The tab "Deploys" of an entity. */
export const entityRouteRef = createRouteRef({ id: 'deploy-windows:entity' });
