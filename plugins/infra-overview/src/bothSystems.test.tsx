import { renderTestApp } from '@backstage/frontend-test-utils';
import { EntityProvider, entityRouteRef } from '@backstage/plugin-catalog-react';
import { createTestEntityPage } from '@backstage/plugin-catalog-react/testUtils';
import { TestApiProvider, renderInTestApp } from '@backstage/test-utils';
import { screen } from '@testing-library/react';
import { Route, Routes } from 'react-router-dom';
import { EntityInfraContent, infraOverviewApiRef } from '.';
import { anOverview } from './__testUtils__/anOverview';
import { SHOP } from './__testUtils__/documents';
import { fakeApi } from './__testUtils__/fakeApi';
import { SHOP_CATALOG_ENTITY } from './__testUtils__/renderTab';
import infraOverviewPlugin from './alpha';

const api = fakeApi(async () => anOverview(SHOP));

const heading = () => screen.findByRole('heading', { name: 'Runs on' }, { timeout: 10_000 });
const way = () => screen.getByRole('list', { name: 'Way of a request' });

it('draws the tab in the legacy frontend system', async () => {
  await renderInTestApp(
    <TestApiProvider apis={[[infraOverviewApiRef, api]]}>
      <EntityProvider entity={SHOP_CATALOG_ENTITY}>
        <Routes>
          <Route path="/infrastructure" element={<EntityInfraContent />} />
        </Routes>
      </EntityProvider>
    </TestApiProvider>,
    {
      routeEntries: ['/infrastructure'],
      mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef },
    },
  );
  expect(await heading()).toBeInTheDocument();
  expect(way()).toBeInTheDocument();
});

it('draws the same tab in the new frontend system', async () => {
  renderTestApp({
    extensions: [
      createTestEntityPage({ entity: SHOP_CATALOG_ENTITY }),
      // The ids are lost to the types where exactOptionalPropertyTypes is on.
      infraOverviewPlugin.getExtension('entity-content:infra-overview' as never),
    ],
    mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef },
    apis: [[infraOverviewApiRef, api]],
  });
  expect(await heading()).toBeInTheDocument();
  expect(way()).toBeInTheDocument();
});
