import { fetchApiRef, type FetchApi } from '@backstage/frontend-plugin-api';
import { infraOverviewApiRef } from './infraOverviewApiRef';
import { LazyInfraOverviewClient } from './LazyInfraOverviewClient';

/** What both frontend systems register. */
export const client = {
  api: infraOverviewApiRef,
  deps: { fetchApi: fetchApiRef },
  factory: (deps: { fetchApi: FetchApi }) =>
    new LazyInfraOverviewClient({ fetchApi: deps.fetchApi, baseUrl: 'plugin://infra-overview/v1' }),
};
