import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { anOverview, NOW } from '../../__testUtils__/anOverview';
import { SHOP, STANDARD } from '../../__testUtils__/documents';
import { renderTab } from '../../__testUtils__/renderTab';

jest.mock('backstage-plugin-infra-overview-react', () => ({
  ...jest.requireActual('backstage-plugin-infra-overview-react'),
  useNow: () => NOW,
}));

const shop = async () => anOverview(SHOP);
const address = () => screen.getByLabelText('Address').textContent;
const region = (name: RegExp) => screen.findByRole('region', { name });
const way = () => screen.findByRole('list', { name: 'Way of a request' });

it('offers every part, and puts the chosen one into the address', async () => {
  renderTab({ overview: shop, at: '?role=manager' });
  const chooser = await screen.findByRole('combobox', { name: 'What goes down?' });
  expect(
    within(chooser)
      .getAllByRole('option')
      .map(option => option.textContent),
  ).toEqual(['nothing', 'PostgreSQL', 'web', 'worker', 'Elasticsearch', 'production', 'Heroku']);
  await userEvent.selectOptions(chooser, 'PostgreSQL');
  expect(address()).toBe('?role=manager&down=addons%5Bdb%5D');
  expect(await region(/What happens if PostgreSQL goes down/)).toBeInTheDocument();
  await userEvent.selectOptions(
    screen.getByRole('combobox', { name: 'What goes down?' }),
    'nothing',
  );
  expect(address()).toBe('?role=manager');
});

it('says what stops, the way back and what nobody has stated', async () => {
  renderTab({ overview: shop, at: '?down=addons[db]' });
  const panel = within(await region(/What happens if PostgreSQL goes down/));
  expect(
    panel.getByText(/^If PostgreSQL goes down in production, web and worker stop/),
  ).toBeInTheDocument();
  expect(panel.getByRole('link', { name: 'web' })).toHaveAttribute(
    'href',
    expect.stringContaining('element=environments%5Bproduction%5D.processes%5Bweb%5D'),
  );
  expect(panel.getByText('Snapshot, kept for 28 days')).toBeInTheDocument();
  expect(panel.getByText('Where they lie is not stated.')).toBeInTheDocument();
  expect(panel.getByText('Who is alerted?')).toBeInTheDocument();
});

it('marks the broken part and what stops with it on the path, in words', async () => {
  renderTab({ overview: shop, at: '?down=addons[db]' });
  const path = within(await way());
  expect(path.getByRole('link', { name: /Postgres.*is down/ })).toBeInTheDocument();
  expect(path.getByRole('link', { name: /^web.*stops with it/ })).toBeInTheDocument();
});

it('marks nothing where nothing is asked', async () => {
  renderTab({ overview: shop });
  await way();
  expect(screen.queryByText('stops with it')).not.toBeInTheDocument();
  expect(screen.queryByText('is down')).not.toBeInTheDocument();
});

it('leads from an element to the question', async () => {
  renderTab({ overview: shop, at: '?element=addons[db]&role=newcomer' });
  const panel = within(await screen.findByRole('dialog'));
  expect(panel.getByRole('link', { name: 'What if it goes down?' })).toHaveAttribute(
    'href',
    '/?role=newcomer&down=addons%5Bdb%5D#impact',
  );
});

it.each`
  element
  ${'risks[one-db]'}
  ${'requestPath.nodes[client]'}
`('$element does not go down', async ({ element }) => {
  renderTab({ overview: shop, at: `?element=${element}` });
  const panel = within(await screen.findByRole('dialog'));
  expect(panel.queryByRole('link', { name: /What if it/ })).not.toBeInTheDocument();
});

it('an old link says so and names what may be meant', async () => {
  renderTab({ overview: shop, at: '?down=addons[dba]' });
  expect(
    await screen.findByText(/Nothing in production can go down by the name addons\[dba\]/),
  ).toBeInTheDocument();
  const near = within(screen.getByRole('list', { name: 'Perhaps' }));
  await userEvent.click(near.getByRole('button', { name: 'PostgreSQL' }));
  expect(await region(/What happens if PostgreSQL goes down/)).toBeInTheDocument();
});

it('what sources saw belongs to the way back', async () => {
  renderTab({
    overview: shop,
    at: '?down=addons[db]',
    api: {
      observed: async () => ({
        entityRef: 'component:default/shop',
        sources: [],
        drift: [],
        driftCount: 0,
        facts: [
          {
            path: 'addons[db]',
            environment: 'production',
            kind: 'last-backup',
            words: 'last backup 3 hours ago',
            value: '2026-11-24T07:00:00Z',
            tone: 'good',
            source: 'heroku',
            at: NOW,
          },
        ],
        procedures: [],
        confirmations: [],
        due: [],
        may: { confirm: 'nothing', note: false, refresh: false },
        computedAt: NOW,
      }),
    },
  });
  const panel = within(await region(/What happens if PostgreSQL goes down/));
  expect(await panel.findByText('Last backup 3 hours ago.')).toBeInTheDocument();
});

it('a standard runs nowhere', async () => {
  renderTab({
    overview: async () =>
      anOverview(STANDARD, {
        entity: {
          ref: 'domain:default/tts',
          kind: 'Domain',
          namespace: 'default',
          name: 'tts',
          title: 'TTS',
        },
      }),
  });
  await screen.findByRole('heading', { name: 'Platforms 1' }).catch(() => undefined);
  expect(screen.queryByRole('combobox', { name: 'What goes down?' })).not.toBeInTheDocument();
});
