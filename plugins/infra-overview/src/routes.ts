import { createRouteRef } from '@backstage/core-plugin-api';

/** The fleet: all projects. */
export const rootRouteRef = createRouteRef({ id: 'infra-overview' });

/** The infrastructure tab of an entity. */
export const entityRouteRef = createRouteRef({ id: 'infra-overview:entity' });
