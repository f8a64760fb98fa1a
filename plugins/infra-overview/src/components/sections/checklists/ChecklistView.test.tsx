import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { anOverview } from '../../../__testUtils__/anOverview';
import { renderSections } from '../__testUtils__/renderSections';

const GROUPS = ['Data', 'Monitoring', 'People'];
const ITEMS = Array.from({ length: 93 }, (_, index) => ({
  id: `check-${index + 1}`,
  group: GROUPS[index % 3],
  level: index % 2 === 0 ? 'must' : 'should',
  statement: `Demand ${index + 1}`,
}));

const ninetyThree = anOverview({
  schema: 'infra-overview.io/v1alpha1',
  checklists: [{ id: 'launch', title: 'Before launch', items: ITEMS }],
  conformance: [
    {
      item: 'check-1',
      status: 'met',
      evidence: ['https://docs.example/proof', 'data:text/html,<b>no</b>'],
    },
    {
      item: 'check-2',
      status: 'not-applicable',
      reason: 'no-such-component',
      text: 'There is no cache',
    },
    { item: 'check-3', status: 'not-met' },
  ],
});

const show = () => renderSections(ninetyThree, ['checklists']);

it('counts, and never gives a share', async () => {
  show();
  expect(
    await screen.findByText('93 items: 1 not met, 90 not answered, 1 met, 1 does not apply.'),
  ).toBeInTheDocument();
  expect(document.body.textContent).not.toContain('%');
});

it('starts a long list folded by group and opens what a filter finds', async () => {
  show();
  const group = await screen.findByRole('button', { name: /^Data/ });
  expect(group).toHaveAttribute('aria-expanded', 'false');
  await userEvent.click(screen.getByRole('radio', { name: 'Open (91)' }));
  expect(screen.getByRole('button', { name: /^Data/ })).toHaveAttribute('aria-expanded', 'true');
});

it('shows only what must be', async () => {
  show();
  await userEvent.click(await screen.findByRole('radio', { name: 'Must (47)' }));
  expect(screen.getByRole('link', { name: 'Demand 3' })).toBeInTheDocument();
  expect(screen.queryByRole('link', { name: 'Demand 4' })).not.toBeInTheDocument();
});

it('gives answer, reason and words beside the demand', async () => {
  show();
  const row = (await screen.findByRole('link', { name: 'Demand 2' })).closest('tr') as HTMLElement;
  expect(within(row).getByText('does not apply')).toBeInTheDocument();
  expect(within(row).getByText('there is no such part')).toBeInTheDocument();
  expect(within(row).getByText('There is no cache')).toBeInTheDocument();
});

it('links evidence only where the address is harmless', async () => {
  show();
  await screen.findByText(/93 items/);
  expect(
    screen.getAllByRole('link', { name: 'https://docs.example/proof', hidden: true }).length,
  ).toBeGreaterThan(0);
  expect(document.querySelector('a[href^="data"]')).toBeNull();
});

it('lists every answer with what it answers', async () => {
  renderSections(ninetyThree, ['conformance']);
  expect(await screen.findByText('1 not met, 1 met, 1 does not apply.')).toBeInTheDocument();
  const row = screen.getByRole('link', { name: 'Demand 1' }).closest('tr') as HTMLElement;
  expect(within(row).getByText('check-1')).toBeInTheDocument();
  expect(within(row).getByText('met')).toBeInTheDocument();
});
