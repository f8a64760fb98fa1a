import { createRouteRef } from '@backstage/core-plugin-api';

/** The calendar of all services. */
export const rootRouteRef = createRouteRef({ id: 'deploy-windows' });

/** The tab "Deploys" of an entity. */
export const entityRouteRef = createRouteRef({ id: 'deploy-windows:entity' });

/** Readiness of all services. */
export const readinessRouteRef = createRouteRef({ id: 'deploy-windows:readiness' });

/** The tab "Readiness" of an entity. */
export const entityReadinessRouteRef = createRouteRef({ id: 'deploy-windows:entity-readiness' });

/** The tab "Getting started" of an entity. */
export const gettingStartedRouteRef = createRouteRef({ id: 'deploy-windows:getting-started' });
