import { useApi } from '@backstage/core-plugin-api';
import type { FleetQuery, FleetRow } from 'backstage-plugin-infra-overview-common';
import { useCallback } from 'react';
import { infraOverviewApiRef } from '../../api/infraOverviewApiRef';
import { usePages } from './usePages';

const PAGE_SIZE = 50;

/** The projects that answer a question. */
export function useFleet(query: FleetQuery) {
  const api = useApi(infraOverviewApiRef);
  return usePages<FleetRow>(
    useCallback(
      (cursor, signal) =>
        api.fleet(
          { ...query, limit: PAGE_SIZE, ...(cursor !== undefined && { cursor }) },
          { signal },
        ),
      [api, query],
    ),
  );
}
