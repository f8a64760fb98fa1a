import { fetchApiRef, type FetchApi } from '@backstage/frontend-plugin-api';
import { deployWindowsApiRef } from './deployWindowsApiRef';
import { lazyDeployWindowsClient } from './lazyDeployWindowsClient';

/** What both frontend systems register. */
export const client = {
  api: deployWindowsApiRef,
  deps: { fetchApi: fetchApiRef },
  factory: (deps: { fetchApi: FetchApi }) =>
    lazyDeployWindowsClient({ fetchApi: deps.fetchApi, baseUrl: 'plugin://deploy-windows/v1' }),
};
