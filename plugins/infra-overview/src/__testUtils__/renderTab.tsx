import type { Entity } from '@backstage/catalog-model';
import { mockApis, renderInTestApp } from '@backstage/frontend-test-utils';
import { EntityProvider, entityRouteRef } from '@backstage/plugin-catalog-react';
import type { InfraOverviewApi, Overview } from 'backstage-plugin-infra-overview-common';
import { useLocation } from 'react-router-dom';
import { infraOverviewApiRef } from '../api';
import { EntityInfraContent } from '../components/overview/EntityInfraContent';
import { fakeApi } from './fakeApi';

export const SHOP_CATALOG_ENTITY: Entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name: 'shop', namespace: 'default' },
  spec: { owner: 'group:default/shop-team' },
  relations: [{ type: 'ownedBy', targetRef: 'group:default/shop-team' }],
};

export interface RenderTabOptions {
  readonly overview: () => Promise<Overview>;
  /** Query and hash: '?role=manager#addons'. */
  readonly at?: string;
  readonly entity?: Entity;
  /** Groups the reader belongs to. */
  readonly groups?: readonly string[];
  /** What else the backend answers. */
  readonly api?: Partial<InfraOverviewApi>;
}

/** The tab on an entity page, with the address beside it to look at. */
export function renderTab({
  overview,
  at = '',
  entity = SHOP_CATALOG_ENTITY,
  groups = [],
  api = {},
}: RenderTabOptions) {
  return renderInTestApp(
    <EntityProvider entity={entity}>
      <EntityInfraContent />
      <Address />
    </EntityProvider>,
    {
      initialRouteEntries: [`/${at}`],
      mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef },
      apis: [
        [infraOverviewApiRef, fakeApi(overview, api)],
        mockApis.identity({
          userEntityRef: 'user:default/reader',
          ownershipEntityRefs: ['user:default/reader', ...groups],
        }),
      ],
    },
  );
}

function Address() {
  const { search } = useLocation();
  return <output aria-label="Address">{search}</output>;
}
