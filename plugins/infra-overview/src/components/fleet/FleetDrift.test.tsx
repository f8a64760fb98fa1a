import { renderInTestApp } from '@backstage/frontend-test-utils';
import { entityRouteRef } from '@backstage/plugin-catalog-react';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type {
  FleetDriftPage,
  FleetDriftQuery,
  InfraOverviewApi,
} from 'backstage-plugin-infra-overview-common';
import { NOW } from '../../__testUtils__/anOverview';
import { aFleetRow } from '../../__testUtils__/aFleetRow';
import { aFinding, HEROKU } from '../../__testUtils__/anObservedAnswer';
import { fakeApi } from '../../__testUtils__/fakeApi';
import { infraOverviewApiRef } from '../../api';
import { FleetPage } from './FleetPage';

jest.mock('backstage-plugin-infra-overview-react', () => ({
  ...jest.requireActual('backstage-plugin-infra-overview-react'),
  useNow: () => NOW,
}));

const DAY = 86_400_000;
const row = (name: string): FleetDriftPage['rows'][number] => ({
  entityRef: `system:default/${name}`,
  title: name,
  owner: 'group:default/shop-team',
  since: NOW - 3 * DAY,
  finding: aFinding({ declared: 'hobby-basic', observed: 'standard-0' }),
});

const facets = {
  owners: [],
  domains: [],
  platforms: [],
  standings: [],
  stages: [],
  stores: [],
  products: [],
  providers: [],
  missing: [],
};

function render(api: Partial<InfraOverviewApi>, at: string = '?view=drift') {
  return renderInTestApp(<FleetPage />, {
    initialRouteEntries: [`/${at}`],
    mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef },
    apis: [
      [
        infraOverviewApiRef,
        fakeApi(async () => Promise.reject(new Error('not asked')), {
          facets: async () => facets,
          sources: async () => [HEROKU],
          ...api,
        }),
      ],
    ],
  });
}

it('lists differences of all projects, each leading to its page, page after page', async () => {
  const fleetDrift = jest.fn(async (query: FleetDriftQuery) =>
    query.cursor === 'c1'
      ? { rows: [row('blog')], hasMore: false }
      : { rows: [row('shop')], hasMore: true, nextCursor: 'c1' },
  );
  render({ fleetDrift });
  expect(await screen.findByRole('link', { name: 'shop' })).toHaveAttribute(
    'href',
    '/catalog/default/system/shop/infrastructure#drift',
  );
  const line = screen.getByRole('link', { name: 'shop' }).closest('tr') as HTMLElement;
  for (const words of ['different', 'hobby-basic', 'standard-0', /3 days ago/])
    expect(within(line).getByText(words)).toBeInTheDocument();
  expect(screen.getByText('the first 1 difference')).toBeInTheDocument();
  await userEvent.click(screen.getByRole('button', { name: 'Show more differences' }));
  expect(await screen.findByRole('link', { name: 'blog' })).toBeInTheDocument();
  expect(screen.getByText('2 differences')).toBeInTheDocument();
});

it('asks for what the address says', async () => {
  const fleetDrift = jest.fn(async () => ({ rows: [], hasMore: false }));
  render({ fleetDrift }, '?view=drift&status=only-observed&source=heroku&owner=group:default/a');
  expect(await screen.findByText(/matches these filters/)).toBeInTheDocument();
  expect(fleetDrift).toHaveBeenCalledWith(
    { status: 'only-observed', source: 'heroku', owner: 'group:default/a', limit: 50 },
    expect.anything(),
  );
  await userEvent.click(screen.getByRole('button', { name: 'Clear all filters' }));
  expect(await screen.findByText(/No source sees a difference/)).toBeInTheDocument();
});

it('shows a failure as one', async () => {
  render({ fleetDrift: async () => Promise.reject(new Error('The backend is away')) });
  expect(await screen.findByText(/The differences could not be loaded/)).toBeInTheDocument();
  expect(screen.queryByText(/No source sees/)).not.toBeInTheDocument();
});

it('says in the table of projects what differs, and tells nothing looked at from nothing found', async () => {
  const drift = { different: 2, onlyDeclared: 0, onlyObserved: 1 };
  const none = { different: 0, onlyDeclared: 0, onlyObserved: 0 };
  render(
    {
      fleet: async () => ({
        rows: [
          aFleetRow({ name: 'shop', drift }),
          aFleetRow({ name: 'blog', drift: none }),
          aFleetRow({ name: 'wiki' }),
        ],
        hasMore: false,
      }),
    },
    '',
  );
  expect(await screen.findByRole('link', { name: /2 differ, 1 not declared/ })).toHaveAttribute(
    'href',
    expect.stringMatching(/shop\/infrastructure#drift$/),
  );
  expect(screen.getByText('as declared')).toBeInTheDocument();
  expect(screen.getByText('nobody looked')).toBeInTheDocument();
  expect(screen.getByRole('button', { name: /Projects that drift/ })).toHaveAttribute(
    'aria-pressed',
    'false',
  );
});
