import { screen, within } from '@testing-library/react';
import { anOverview, documentOf, effectiveOf } from '../../__testUtils__/anOverview';
import { renderSections } from './__testUtils__/renderSections';

const SCHEMA = 'infra-overview.io/v1alpha1';
const domain = documentOf({
  schema: SCHEMA,
  addons: [
    { id: 'apm', category: 'apm', product: 'newrelic', plan: 'pro', selection: 'always' },
    {
      id: 'redis',
      category: 'cache',
      product: 'redis',
      choice: 'cache',
      useWhen: 'login state is kept',
    },
    { id: 'memcached', category: 'cache', product: 'memcached', choice: 'cache' },
  ],
  policies: [
    { id: 'tagging', topic: 'tagging', level: 'must', statement: 'Every resource has a tag' },
  ],
});
const own = {
  schema: SCHEMA,
  environments: [{ name: 'production' }],
  addons: [
    { id: 'apm', purpose: 'Slow requests' },
    { id: 'db', category: 'database', product: 'postgresql' },
  ],
};
const inheriting = anOverview(own, {
  chain: [
    { entityRef: 'domain:default/rules', level: 'domain', title: 'House rules', outcome: 'read' },
    { entityRef: 'component:default/shop', level: 'component', title: 'Shop', outcome: 'read' },
  ],
  effective: effectiveOf([
    { entityRef: 'domain:default/rules', level: 'domain', document: domain },
    { entityRef: 'component:default/shop', level: 'component', document: documentOf(own) },
  ]),
});
const FROM = 'from the House rules standard';
const rowOf = async (name: string) =>
  (await screen.findByRole('link', { name })).closest('tr') as HTMLElement;

it('says of an inherited field where it comes from, and nothing of an own one', async () => {
  renderSections(inheriting, ['addons']);
  const cells = within(await rowOf('Newrelic').catch(() => rowOf('New Relic'))).getAllByRole(
    'cell',
  );
  const plan = cells.find(cell => cell.textContent?.includes('pro'));
  const purpose = cells.find(cell => cell.textContent?.includes('Slow requests'));
  expect(plan).toHaveTextContent(FROM);
  expect(purpose).not.toHaveTextContent(FROM);
  expect(await rowOf('PostgreSQL')).not.toHaveTextContent(FROM);
});

it('says of an inherited item once where it comes from', async () => {
  renderSections(inheriting, ['policies']);
  const row = await rowOf('Every resource has a tag');
  expect(within(row).getAllByText(FROM)).toHaveLength(1);
});

it('lists what the standard offers and the project does not use, as a choice', async () => {
  renderSections(inheriting, ['addons']);
  expect(
    await screen.findByRole('button', { name: 'The standard offers 2 more' }),
  ).toBeInTheDocument();
  expect(screen.getByText('Choose one: cache')).toBeInTheDocument();
  expect(screen.getByText('login state is kept')).toBeInTheDocument();
});

it('shows a standard by what projects are given and may choose', async () => {
  const entity = {
    ref: 'domain:default/rules',
    kind: 'Domain',
    namespace: 'default',
    name: 'rules',
    title: 'House rules',
  };
  renderSections(
    anOverview(
      {
        schema: SCHEMA,
        addons: [
          { id: 'uptime', product: 'alertra', selection: 'always' },
          { id: 'mail', product: 'mailgun' },
        ],
      },
      { entity },
    ),
    ['addons'],
  );
  expect(await screen.findByText('Every project has it')).toBeInTheDocument();
  expect(screen.getByText('For projects that need it')).toBeInTheDocument();
});

it('marks what the author read between the lines', async () => {
  renderSections(
    anOverview({
      schema: SCHEMA,
      environments: [{ name: 'production' }],
      risks: [{ id: 'shared', statement: 'Queue and data share one database', derived: true }],
    }),
    ['risks'],
  );
  expect(await screen.findByText('read between the lines')).toBeInTheDocument();
});
