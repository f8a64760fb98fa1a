import { fetchApiRef, type FetchApi } from '@backstage/frontend-plugin-api';
import { deployWindowsApiRef } from './deployWindowsApiRef';
import { lazyDeployWindowsClient } from './lazyDeployWindowsClient';
import { lazyReadinessClient } from './lazyReadinessClient';
import { readinessApiRef } from './readinessApiRef';

const baseUrl = 'plugin://deploy-windows/v1';

/** What both frontend systems register. */
export const client = {
  api: deployWindowsApiRef,
  deps: { fetchApi: fetchApiRef },
  factory: ({ fetchApi }: { fetchApi: FetchApi }) => lazyDeployWindowsClient({ fetchApi, baseUrl }),
};

export const readinessClient = {
  api: readinessApiRef,
  deps: { fetchApi: fetchApiRef },
  factory: ({ fetchApi }: { fetchApi: FetchApi }) => lazyReadinessClient({ fetchApi, baseUrl }),
};
