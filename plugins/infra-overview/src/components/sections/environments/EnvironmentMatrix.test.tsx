import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { anOverview } from '../../../__testUtils__/anOverview';
import { renderSections } from '../__testUtils__/renderSections';

const environment = (name: string, stage: string, fields: object = {}) => ({
  name,
  stage,
  hosting: { platform: 'heroku', plan: 'hobby' },
  ...fields,
});

const twoEnvironments = anOverview({
  schema: 'infra-overview.io/v1alpha1',
  environments: [
    environment('staging', 'staging', {
      deploy: { trigger: 'push', branch: 'release' },
      wipe: 'P7D',
    }),
    environment('production', 'production', { deploy: { trigger: 'manual' } }),
  ],
});

const show = (overview = twoEnvironments) => renderSections(overview, ['environments']);
const table = () => screen.findByRole('table', { name: 'Environments compared' });
const rowOf = async (label: string) =>
  within(await table())
    .getAllByRole('row')
    .find(row => within(row).queryByRole('rowheader', { name: label }));

it('puts production first', async () => {
  show();
  const headers = within(await table())
    .getAllByRole('columnheader')
    .map(header => header.textContent);
  expect(headers).toEqual(['Fact', 'production', 'staging']);
});

it('marks a differing cell with a sign and words, the reference never', async () => {
  show();
  const row = await rowOf('Deployed by');
  const [production, staging] = within(row as HTMLElement).getAllByRole('cell');
  expect(staging).toHaveTextContent('≠Differs from production: every push to release');
  expect(production).not.toHaveTextContent('≠');
});

it('says "not stated" where one environment says nothing', async () => {
  show();
  const row = await rowOf('Contents are deleted');
  expect(
    within(row as HTMLElement)
      .getAllByRole('cell')
      .map(cell => cell.textContent),
  ).toEqual([expect.stringContaining('not stated'), expect.stringContaining('every 7 days')]);
});

it('folds what is the same everywhere, and leaves it out on request', async () => {
  show();
  expect(await screen.findByRole('heading', { name: 'Same everywhere' })).toBeInTheDocument();
  await userEvent.click(screen.getByRole('radio', { name: 'Only differences' }));
  expect(screen.queryByRole('heading', { name: 'Same everywhere' })).not.toBeInTheDocument();
  expect(await rowOf('Deployed by')).toBeDefined();
});

it('finds what production lacks', async () => {
  show();
  await userEvent.click(await screen.findByRole('radio', { name: 'Missing in production' }));
  const names = within(await table())
    .getAllByRole('rowheader')
    .map(header => header.textContent);
  expect(names).toContain('Contents are deleted');
  expect(names).not.toContain('Deployed by');
});

it('compares nothing where there is one environment', async () => {
  show(
    anOverview({
      schema: 'infra-overview.io/v1alpha1',
      environments: [environment('production', 'production')],
    }),
  );
  expect(await screen.findByText('Heroku')).toBeInTheDocument();
  expect(screen.queryByRole('table', { name: 'Environments compared' })).not.toBeInTheDocument();
  expect(screen.queryByRole('heading', { name: 'Same everywhere' })).not.toBeInTheDocument();
});

it('shows twelve environments and lets the reader choose two', async () => {
  const names = Array.from({ length: 12 }, (_, index) => `region-${index + 1}`);
  show(
    anOverview({
      schema: 'infra-overview.io/v1alpha1',
      environments: names.map((name, index) =>
        environment(name, 'production', { deploy: { trigger: 'tag', branch: `v${index}` } }),
      ),
    }),
  );
  expect(within(await table()).getAllByRole('columnheader')).toHaveLength(13);
  const choice = within(screen.getByRole('group', { name: 'Environments shown side by side' }));
  for (const name of names.slice(1, 11))
    await userEvent.click(choice.getByRole('button', { name }));
  const headers = within(await table())
    .getAllByRole('columnheader')
    .map(header => header.textContent);
  expect(headers).toEqual(['Fact', 'region-1', 'region-12']);
  expect(choice.getByRole('button', { name: 'region-1' })).toBeDisabled();
});
