import { renderInTestApp } from '@backstage/frontend-test-utils';
import { entityRouteRef } from '@backstage/plugin-catalog-react';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type {
  FleetFacets,
  FleetImpact,
  InfraOverviewApi,
} from 'backstage-plugin-infra-overview-common';
import { useLocation } from 'react-router-dom';
import { infraOverviewApiRef } from '../../api';
import { FleetImpactPanel } from './FleetImpactPanel';

const FACETS: FleetFacets = {
  owners: [],
  domains: [],
  platforms: [{ value: 'heroku', count: 2 }],
  standings: [],
  stages: [],
  stores: [{ value: '1password', count: 1 }],
  products: [{ value: 'papertrail', count: 1 }],
  providers: [],
  missing: [],
};

const project = (name: string, owner?: string): FleetImpact['affected'][number] => ({
  entityRef: `system:default/${name}`,
  title: name,
  ...(owner !== undefined && { owner }),
  answers: [
    {
      path: 'addons[db]',
      title: 'PostgreSQL',
      environment: 'production',
      outcome: 'stops',
      sentence: `${name} stops.`,
    },
  ],
});
const impact = (more: Partial<FleetImpact> = {}): FleetImpact => ({
  of: 'platform:heroku',
  title: 'Heroku',
  affected: [project('shop', 'group:default/shop-team')],
  tell: ['shop-team'],
  hasMore: false,
  computedAt: 0,
  ...more,
});

const Address = () => <output aria-label="Address">{useLocation().search}</output>;
const address = () => screen.getByLabelText('Address').textContent;

function render(fleetImpact: InfraOverviewApi['fleetImpact'], at = '') {
  return renderInTestApp(
    <>
      <FleetImpactPanel facets={FACETS} />
      <Address />
    </>,
    {
      initialRouteEntries: [`/${at}`],
      mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef },
      apis: [
        [infraOverviewApiRef, { fleetImpact } as Partial<InfraOverviewApi> as InfraOverviewApi],
      ],
    },
  );
}

it('asks nothing until something is chosen, then puts it into the address', async () => {
  const fleetImpact = jest.fn(async () => impact());
  render(fleetImpact, '?text=x');
  await userEvent.click(
    await screen.findByRole('button', { name: 'What happens if something shared goes down?' }),
  );
  expect(fleetImpact).not.toHaveBeenCalled();
  await userEvent.selectOptions(
    screen.getByRole('combobox', { name: 'What goes down?' }),
    'heroku (2)',
  );
  expect(address()).toBe('?text=x&impact=platform%3Aheroku');
  const reached = within(await screen.findByRole('list', { name: 'Projects it reaches' }));
  expect(reached.getByText('shop stops.')).toBeInTheDocument();
  expect(reached.getByText('production: stops')).toBeInTheDocument();
  expect(reached.getByRole('link', { name: 'the whole answer' })).toHaveAttribute(
    'href',
    '/catalog/default/system/shop/infrastructure?environment=production&down=platform%3Aheroku#impact',
  );
  expect(screen.getByRole('heading', { name: 'Whom to tell' })).toBeInTheDocument();
});

it('goes on where the last page ended, and keeps who is told', async () => {
  const fleetImpact = jest.fn(async ({ cursor }: { readonly cursor?: string }) =>
    cursor === undefined
      ? impact({ hasMore: true, nextCursor: 'c1' })
      : impact({ affected: [project('blog')], tell: ['blog: owner not stated'] }),
  );
  render(fleetImpact, '?impact=platform:heroku');
  await userEvent.click(
    await screen.findByRole('button', { name: 'Show more projects it reaches' }),
  );
  expect(await screen.findByRole('link', { name: 'blog' })).toBeInTheDocument();
  expect(screen.getByRole('link', { name: 'shop' })).toBeInTheDocument();
  expect(screen.getByText('owner not stated')).toBeInTheDocument();
  expect(screen.getByText('blog: owner not stated')).toBeInTheDocument();
  expect(screen.getByText('shop-team', { selector: 'li' })).toBeInTheDocument();
});

it('says where nobody is reached', async () => {
  render(async () => impact({ affected: [], tell: [] }), '?impact=platform:attic');
  expect(await screen.findByText('No project that you may see names it.')).toBeInTheDocument();
});

it('shows a failed request as one, and asks again on demand', async () => {
  const fleetImpact = jest
    .fn()
    .mockRejectedValueOnce(new Error('The backend is away'))
    .mockResolvedValue(impact());
  render(fleetImpact, '?impact=platform:heroku');
  await userEvent.click(await screen.findByRole('button', { name: 'Try again' }));
  expect(await screen.findByRole('link', { name: 'shop' })).toBeInTheDocument();
});

it('asks about a resource of the catalog by its name', async () => {
  const fleetImpact = jest.fn(async () => impact());
  render(fleetImpact, '?impact=platform:heroku');
  await userEvent.type(
    await screen.findByRole('textbox', { name: 'Or a resource of the catalog' }),
    'resource:default/big',
  );
  await userEvent.click(screen.getByRole('button', { name: 'Ask' }));
  await waitFor(() => expect(address()).toBe('?impact=resource%3Adefault%2Fbig'));
});
