import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { anOverview } from '../../../__testUtils__/anOverview';
import { renderSections } from '../__testUtils__/renderSections';

const withSteps = (amount: number) =>
  anOverview({
    schema: 'infra-overview.io/v1alpha1',
    procedures: [
      {
        id: 'launch',
        title: 'Launch',
        who: ['role:owner'],
        duration: 'a week',
        downtime: 'none',
        steps: Array.from({ length: amount }, (_, index) =>
          index === 1
            ? { text: 'Ask for a name', by: 'role:owner', condition: 'there is none' }
            : `Step ${index + 1}`,
        ),
      },
      { id: 'empty', title: 'Not written yet' },
    ],
  });

it('keeps all forty steps in the page and offers to show them', async () => {
  renderSections(withSteps(40), ['procedures']);
  const steps = await screen.findByRole('list', { name: 'Steps of Launch' });
  expect(within(steps).getAllByRole('listitem', { hidden: true })).toHaveLength(40);
  const button = screen.getByRole('button', { name: 'Show all 40 steps' });
  await userEvent.click(button);
  expect(button).not.toBeInTheDocument();
});

it('does not fold ten steps', async () => {
  renderSections(withSteps(10), ['procedures']);
  await screen.findByText('Step 10');
  expect(screen.queryByRole('button', { name: /Show all/ })).not.toBeInTheDocument();
});

it('says who does a step and when it is needed', async () => {
  renderSections(withSteps(3), ['procedures']);
  expect(await screen.findByText('only when: there is none · by the owner')).toBeInTheDocument();
});

it('says that steps are not stated', async () => {
  renderSections(withSteps(3), ['procedures']);
  const entry = await screen.findByRole('article', { name: 'Not written yet' });
  expect(within(entry).getByText(/Steps:/)).toHaveTextContent('Steps: not stated');
});

it('gives a newcomer names and times before steps', async () => {
  renderSections(withSteps(3), ['procedures'], '?role=newcomer');
  const table = await screen.findByRole('table', { name: 'Procedures in short' });
  expect(within(table).getByText('a week')).toBeInTheDocument();
  await userEvent.click(screen.getByRole('button', { name: 'Show all' }));
  expect(screen.queryByRole('table', { name: 'Procedures in short' })).not.toBeInTheDocument();
  expect(screen.getByText('Step 3')).toBeInTheDocument();
});
