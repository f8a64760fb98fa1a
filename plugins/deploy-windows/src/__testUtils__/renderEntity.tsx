import type { Entity } from '@backstage/catalog-model';
import { mockApis, renderInTestApp } from '@backstage/frontend-test-utils';
import { EntityProvider, entityRouteRef } from '@backstage/plugin-catalog-react';
import type { DeployWindowsApi, ReadinessApi } from 'backstage-plugin-deploy-windows-common';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import type { ReactElement } from 'react';
import { useLocation } from 'react-router-dom';
import { deployWindowsApiRef, readinessApiRef } from '../api';
import { fakeApi, fakeReadinessApi } from './fakeApi';

export const NOIPM: Entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'System',
  metadata: { name: 'noipm', namespace: 'default', title: 'NOIPM' },
  spec: { owner: 'group:default/noipm-core-team' },
  relations: [{ type: 'ownedBy', targetRef: 'group:default/noipm-core-team' }],
};

export interface RenderEntityOptions {
  readonly api: Partial<DeployWindowsApi>;
  readonly readiness?: Partial<ReadinessApi>;
  /** Query: '?environment=staging'. */
  readonly at?: string;
  /** Names of permissions that are refused. */
  readonly refused?: readonly string[];
}

/** An element on an entity page, with the address beside it to look at. */
export function renderEntity(
  element: ReactElement,
  { api, readiness = {}, at = '', refused = [] }: RenderEntityOptions,
) {
  return renderInTestApp(
    <EntityProvider entity={NOIPM}>
      {element}
      <Address />
    </EntityProvider>,
    {
      initialRouteEntries: [`/${at}`],
      mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef },
      apis: [
        [deployWindowsApiRef, fakeApi(api)],
        [readinessApiRef, fakeReadinessApi(readiness)],
        mockApis.permission({
          authorize: ({ permission }) =>
            refused.includes(permission.name) ? AuthorizeResult.DENY : AuthorizeResult.ALLOW,
        }),
      ],
    },
  );
}

function Address() {
  const { search } = useLocation();
  return <output aria-label="Address">{search}</output>;
}
