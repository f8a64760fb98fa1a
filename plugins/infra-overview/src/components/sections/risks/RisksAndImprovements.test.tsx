import { screen, within } from '@testing-library/react';
import { anOverview } from '../../../__testUtils__/anOverview';
import { renderSections } from '../__testUtils__/renderSections';

const STATUSES = ['planned', 'possible', 'in-progress', 'done', 'rejected', undefined];
const thirty = anOverview({
  schema: 'infra-overview.io/v1alpha1',
  environments: [{ name: 'production', hosting: { stack: 'heroku-18' } }],
  improvements: [
    ...Array.from({ length: 30 }, (_, index) => ({
      id: `improvement-${index + 1}`,
      title: `Improvement ${index + 1}`,
      ...(STATUSES[index % 6] !== undefined && { status: STATUSES[index % 6] }),
    })),
    {
      id: 'stack',
      title: 'Upgrade the stack',
      status: 'planned',
      about: 'environments[].hosting.stack',
      issue: 'https://code.example/issues/701',
    },
  ],
  risks: [
    {
      id: 'accepted',
      statement: 'One region',
      accepted: { by: 'role:owner', until: '2027-01-01', reason: 'cost' },
    },
    { id: 'open', statement: 'One database', likelihood: 'unlikely but possible' },
  ],
});
const SECTIONS = ['risks', 'improvements'] as const;
const list = (name: string) => screen.findByRole('list', { name: `Improvements: ${name}` });

it('keeps planned apart from possible', async () => {
  renderSections(thirty, SECTIONS);
  const planned = await list('Planned');
  expect(within(planned).getByText('Improvement 1')).toBeInTheDocument();
  expect(within(planned).queryByText('Improvement 2')).not.toBeInTheDocument();
  expect(
    within(await list('Possible, not planned')).getByText('Improvement 2'),
  ).toBeInTheDocument();
  expect(within(await list('Status not stated')).getByText('Improvement 6')).toBeInTheDocument();
});

it('says what an improvement is about and where it is worked on', async () => {
  renderSections(thirty, SECTIONS);
  const entry = (await screen.findByRole('link', { name: 'Upgrade the stack' })).closest(
    'li',
  ) as HTMLElement;
  expect(within(entry).getByRole('link', { name: 'production' })).toBeInTheDocument();
  expect(entry).toHaveTextContent('about production: Runs on, Stack');
  expect(within(entry).getByRole('link', { name: 'issue #701' })).toHaveAttribute(
    'href',
    'https://code.example/issues/701',
  );
});

it('puts open risks before accepted ones, with who accepted them', async () => {
  renderSections(thirty, SECTIONS);
  expect(
    await screen.findByText('accepted by the owner until 1 Jan 2027: cost'),
  ).toBeInTheDocument();
  const headings = screen.getAllByRole('heading', { level: 3 }).map(heading => heading.textContent);
  expect(headings.slice(0, 2)).toEqual(['Open (1)', 'Accepted (1)']);
});
