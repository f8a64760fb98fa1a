import { renderInTestApp } from '@backstage/frontend-test-utils';
import { entityRouteRef } from '@backstage/plugin-catalog-react';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type {
  FleetFacets,
  FleetPage as Page,
  FleetQuery,
  InfraOverviewApi,
} from 'backstage-plugin-infra-overview-common';
import { useLocation } from 'react-router-dom';
import { aFleetRow } from '../../__testUtils__/aFleetRow';
import { infraOverviewApiRef } from '../../api';
import { FleetPage } from './FleetPage';

const NO_FACETS: FleetFacets = {
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

const page = (names: readonly string[], more: Partial<Page> = {}): Page => ({
  rows: names.map(name => aFleetRow({ name })),
  hasMore: false,
  total: names.length,
  ...more,
});

const Address = () => <output aria-label="Address">{useLocation().search}</output>;
const address = () => screen.getByLabelText('Address').textContent;

function render(api: Partial<InfraOverviewApi>, at = '') {
  return renderInTestApp(
    <>
      <FleetPage />
      <Address />
    </>,
    {
      initialRouteEntries: [`/${at}`],
      mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef },
      apis: [[infraOverviewApiRef, { facets: async () => NO_FACETS, ...api } as InfraOverviewApi]],
    },
  );
}

describe('the rows', () => {
  it('names each project, links to its infrastructure and says how many there are', async () => {
    render({ fleet: async () => page(['shop', 'blog']) });
    expect(await screen.findByRole('link', { name: 'shop' })).toHaveAttribute(
      'href',
      '/catalog/default/system/shop/infrastructure',
    );
    expect(screen.getByText('2 projects')).toBeInTheDocument();
  });

  it('claims no total that the server did not give', async () => {
    const { total: _total, ...answer } = page(['shop', 'blog'], {
      hasMore: true,
      nextCursor: 'c1',
    });
    render({ fleet: async () => answer });
    await screen.findByRole('link', { name: 'shop' });
    expect(screen.getByText('the first 2 projects')).toBeInTheDocument();
  });

  it('fetches the next page where the last one ended and keeps the rows before it', async () => {
    const fleet = jest.fn(async (query: FleetQuery) =>
      query.cursor === 'c1'
        ? page(['blog'], { total: 2 })
        : page(['shop'], { hasMore: true, nextCursor: 'c1', total: 2 }),
    );
    render({ fleet });
    await userEvent.click(await screen.findByRole('button', { name: 'Show more projects' }));
    expect(await screen.findByRole('link', { name: 'blog' })).toBeInTheDocument();
    expect(screen.getByRole('link', { name: 'shop' })).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: 'Show more projects' })).not.toBeInTheDocument();
  });

  it('tells a document that cannot be read from one that is not there', async () => {
    render({
      fleet: async () => ({
        rows: [
          aFleetRow({ name: 'broken', outcome: 'refused' }),
          aFleetRow({ name: 'bare', outcome: 'absent' }),
          aFleetRow({ name: 'odd', problems: 2 }),
        ],
        hasMore: false,
      }),
    });
    expect(await screen.findByText('document cannot be read')).toBeInTheDocument();
    expect(screen.getByText('nothing described yet')).toBeInTheDocument();
    expect(screen.getByText('2 problems')).toBeInTheDocument();
  });
});

describe('the question', () => {
  it('is read from the address', async () => {
    const fleet = jest.fn(async () => page(['shop']));
    render({ fleet }, '?text=papertrail&missing=backup&missing=nonsense&sort=risks&order=desc');
    await screen.findByRole('link', { name: 'shop' });
    expect(fleet).toHaveBeenLastCalledWith(
      { text: 'papertrail', missing: ['backup'], sort: 'risks', order: 'desc', limit: 50 },
      expect.anything(),
    );
  });

  it('goes into the address when a saved question is asked, and is taken back by a second press', async () => {
    render({ fleet: async () => page(['shop']) }, '?other=kept');
    const question = await screen.findByRole('button', { name: /Nobody is alerted/ });
    await userEvent.click(question);
    expect(address()).toBe('?other=kept&missing=alert-route&sort=alert-route');
    expect(question).toHaveAttribute('aria-pressed', 'true');
    await userEvent.click(question);
    expect(address()).toBe('?other=kept');
  });

  it('is asked once for a typed word', async () => {
    const fleet = jest.fn(async (_query: FleetQuery) => page(['shop']));
    render({ fleet });
    await screen.findByRole('link', { name: 'shop' });
    await userEvent.type(screen.getByRole('searchbox', { name: 'Find' }), 'heroku');
    await waitFor(() => expect(address()).toBe('?text=heroku'));
    await waitFor(() => expect(fleet.mock.lastCall?.[0]).toMatchObject({ text: 'heroku' }));
    expect(fleet.mock.calls.map(([query]) => query.text)).toEqual([undefined, 'heroku']);
  });

  it('sorts over the whole fleet, at the server', async () => {
    const fleet = jest.fn(async (_query: FleetQuery) => page(['shop']));
    render({ fleet });
    const table = await screen.findByRole('table');
    await userEvent.click(within(table).getByRole('button', { name: 'Risks' }));
    await waitFor(() => expect(fleet.mock.lastCall?.[0]).toMatchObject({ sort: 'risks' }));
    expect(within(table).getByRole('columnheader', { name: 'Risks' })).toHaveAttribute(
      'aria-sort',
      'ascending',
    );
    await userEvent.click(within(table).getByRole('button', { name: 'Risks' }));
    expect(address()).toBe('?sort=risks&order=desc');
  });
});

describe('nothing to show', () => {
  it('offers to clear the filters where they left nothing', async () => {
    render({ fleet: async () => page([]) }, '?text=nothing');
    await userEvent.click(await screen.findByRole('button', { name: 'Clear all filters' }));
    await waitFor(() => expect(address()).toBe(''));
  });

  it('says how the first project gets here', async () => {
    render({ fleet: async () => page([]) });
    expect(await screen.findByRole('heading', { name: 'No projects yet' })).toBeInTheDocument();
  });

  it('shows a failed request as one, and asks again on demand', async () => {
    const fleet = jest
      .fn()
      .mockRejectedValueOnce(new Error('The backend is away'))
      .mockResolvedValue(page(['shop']));
    render({ fleet });
    expect(await screen.findByText(/The projects could not be loaded/)).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByRole('link', { name: 'shop' })).toBeInTheDocument();
    expect(screen.queryByText(/could not be loaded/)).not.toBeInTheDocument();
  });
});

describe('the CSV file', () => {
  it('holds what the question asks for, not what is on screen', async () => {
    const saved: Blob[] = [];
    Object.assign(URL, {
      createObjectURL: (blob: Blob) => `blob:${saved.push(blob)}`,
      revokeObjectURL: () => undefined,
    });
    const fleetCsv = jest.fn(async () => 'project\r\nshop\r\nblog\r\n');
    render({ fleet: async () => page(['shop']), fleetCsv }, '?text=heroku');
    await userEvent.click(await screen.findByRole('button', { name: 'Download CSV' }));
    await waitFor(() => expect(saved).toHaveLength(1));
    expect(fleetCsv).toHaveBeenCalledWith({ text: 'heroku' });
  });

  it('says why there is none', async () => {
    render({
      fleet: async () => page(['shop']),
      fleetCsv: async () => Promise.reject(new Error('too many rows')),
    });
    await userEvent.click(await screen.findByRole('button', { name: 'Download CSV' }));
    expect(await screen.findByRole('alert')).toHaveTextContent('No CSV file: too many rows');
  });
});
