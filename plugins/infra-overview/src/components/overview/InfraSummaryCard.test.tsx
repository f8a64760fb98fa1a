import { renderInTestApp } from '@backstage/frontend-test-utils';
import { EntityProvider, entityRouteRef } from '@backstage/plugin-catalog-react';
import type { Overview } from 'backstage-plugin-infra-overview-common';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { NOW, anOverview, withoutEffective } from '../../__testUtils__/anOverview';
import { SHOP } from '../../__testUtils__/documents';
import { fakeApi } from '../../__testUtils__/fakeApi';
import { SHOP_CATALOG_ENTITY } from '../../__testUtils__/renderTab';
import { infraOverviewApiRef } from '../../api';
import { InfraSummaryCard } from './InfraSummaryCard';

jest.mock('backstage-plugin-infra-overview-react', () => ({
  ...jest.requireActual('backstage-plugin-infra-overview-react'),
  useNow: () => NOW,
}));

const renderCard = (overview: () => Promise<Overview>) =>
  renderInTestApp(
    <EntityProvider entity={SHOP_CATALOG_ENTITY}>
      <InfraSummaryCard />
    </EntityProvider>,
    {
      mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef },
      apis: [[infraOverviewApiRef, fakeApi(overview)]],
    },
  );

it('gives the answers for production and leads to the page', async () => {
  renderCard(async () => anOverview(SHOP));
  expect(await screen.findByText('Runs on')).toBeInTheDocument();
  expect(screen.getByText('production')).toBeInTheDocument();
  expect(screen.getByRole('link', { name: 'Everything about it' })).toHaveAttribute(
    'href',
    '/catalog/default/component/shop/infrastructure',
  );
});

it('leads to a document to start with where nothing is written', async () => {
  renderCard(async () => ({ ...withoutEffective(anOverview(SHOP)), outcome: 'absent' }));
  expect(await screen.findByRole('link', { name: 'Start a document' })).toBeInTheDocument();
});

it('asks again after a failure', async () => {
  const overview = jest
    .fn()
    .mockRejectedValueOnce(new Error('away'))
    .mockResolvedValue(anOverview(SHOP));
  renderCard(overview);
  await userEvent.click(await screen.findByRole('button', { name: 'Try again' }));
  expect(await screen.findByText('Runs on')).toBeInTheDocument();
});
