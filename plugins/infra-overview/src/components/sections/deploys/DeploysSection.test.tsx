import { screen, within } from '@testing-library/react';
import { anOverview } from '../../../__testUtils__/anOverview';
import { renderSections } from '../__testUtils__/renderSections';

const overview = anOverview(
  {
    schema: 'infra-overview.io/v1alpha1',
    environments: [
      { name: 'ci', stage: 'ci', deploy: 'none' },
      { name: 'staging', stage: 'staging', deploy: { trigger: 'push' } },
      { name: 'sandbox', stage: 'sandbox' },
      {
        name: 'production',
        stage: 'production',
        deploy: {
          trigger: 'manual',
          procedure: 'nowhere',
          freezes: [],
          windows: [
            {
              id: 'ipm',
              kind: 'notice',
              title: 'Agreed with IPM',
              audience: 'ipm',
              derived: true,
              note: 'end and zone are assumed',
              schedule: { days: ['tue'], from: '09:00', to: '10:00' },
            },
          ],
        },
      },
    ],
    deployPolicy: {
      timeZone: 'America/Chicago',
      audiences: [{ id: 'ipm', title: 'IPM staff', lead: '2bd' }],
    },
  },
  {
    entity: {
      ref: 'system:default/shop',
      kind: 'System',
      namespace: 'default',
      name: 'shop',
      title: 'Shop',
    },
  },
);

const show = () => renderSections(overview, ['deploys']);
const rowOf = async (table: string, name: string) =>
  within(await screen.findByRole('table', { name: table }))
    .getByRole('link', { name })
    .closest('tr') as HTMLElement;

it('words a window, with the zone of the policy, and marks what the author assumed', async () => {
  show();
  const row = await rowOf('Windows of production', 'Agreed with IPM');
  expect(row).toHaveTextContent('Tuesdays 09:00–10:00, America/Chicago');
  expect(row).toHaveTextContent('assumed, not stated in the source');
  expect(row).toHaveTextContent('end and zone are assumed');
  expect(within(row).getByRole('link', { name: 'IPM staff' })).toBeInTheDocument();
});

it.each`
  environment     | words
  ${'production'} | ${'a person starts it'}
  ${'ci'}         | ${'never deployed to'}
  ${'sandbox'}    | ${'not stated'}
`('says of $environment "$words"', async ({ environment, words }) => {
  show();
  expect(await rowOf('Deploys by environment', environment)).toHaveTextContent(words);
});

it('shows a procedure nobody described as a gap', async () => {
  show();
  expect(await rowOf('Deploys by environment', 'production')).toHaveTextContent(
    'nowhere (not described here)',
  );
});

it('tells a list that is empty from one nobody wrote', async () => {
  show();
  const heading = await screen.findByRole('heading', { name: 'Windows of production' });
  const below = [];
  for (
    let next = heading.nextElementSibling;
    next && next.tagName !== 'H3';
    next = next.nextElementSibling
  ) {
    below.push(next.textContent);
  }
  expect(below).toContain('Freezes: none');
  expect(below).toContain('Busy hours: not stated');
});

it('says in one line that nobody wrote of windows', async () => {
  show();
  expect(await screen.findByText(/Windows, freezes and busy hours of staging/)).toHaveTextContent(
    'Windows, freezes and busy hours of staging: not stated',
  );
});

it('says how long before an audience is told', async () => {
  show();
  expect(await rowOf('Who is told', 'IPM staff')).toHaveTextContent('2 business days before');
});
