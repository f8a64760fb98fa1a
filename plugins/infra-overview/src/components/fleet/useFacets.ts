import { useApi } from '@backstage/core-plugin-api';
import type { FleetFacets } from 'backstage-plugin-infra-overview-common';
import { useEffect, useState } from 'react';
import { infraOverviewApiRef } from '../../api/infraOverviewApiRef';

/** What the filters offer. Without an answer the filters stay empty and the page works on. */
export function useFacets(): FleetFacets | undefined {
  const api = useApi(infraOverviewApiRef);
  const [facets, setFacets] = useState<FleetFacets>();
  useEffect(() => {
    const controller = new AbortController();
    api.facets({ signal: controller.signal }).then(
      answer => !controller.signal.aborted && setFacets(answer),
      () => undefined, // the table shows the failure of the same server, with a retry
    );
    return () => controller.abort();
  }, [api]);
  return facets;
}
