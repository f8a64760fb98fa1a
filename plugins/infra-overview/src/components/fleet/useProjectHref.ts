import { useRouteRef } from '@backstage/core-plugin-api';
import { entityRouteRef } from '@backstage/plugin-catalog-react';
import type { FleetRow } from 'backstage-plugin-infra-overview-common';

/** The address of a project's infrastructure page: the tab below its catalog page. */
export function useProjectHref(): (row: Pick<FleetRow, 'kind' | 'namespace' | 'name'>) => string {
  const entityRoute = useRouteRef(entityRouteRef);
  return ({ kind, namespace, name }) =>
    `${entityRoute({ kind: kind.toLocaleLowerCase('en-US'), namespace, name })}/infrastructure`;
}
