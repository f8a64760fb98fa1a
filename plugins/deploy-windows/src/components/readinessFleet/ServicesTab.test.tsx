import type { SubjectsQueryText } from 'backstage-plugin-deploy-windows-common';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { aSubjectRow } from '../../__testUtils__/aReadiness';
import { renderReadinessPage } from '../../__testUtils__/renderReadinessPage';
import { someSubjects } from '../../__testUtils__/someSubjects';
import { saveText } from '../../lib/saveText';

jest.mock('../../lib/saveText', () => ({ saveText: jest.fn() }));

it('shows each service with its verdict; what is open leads to the check', async () => {
  renderReadinessPage({});
  expect(await screen.findByRole('link', { name: 'NOIPM' })).toHaveAttribute(
    'href',
    '/catalog/default/system/noipm/readiness?environment=production',
  );
  expect(screen.getByRole('link', { name: 'Regular copies of data' })).toHaveAttribute(
    'href',
    '/catalog/default/system/noipm/readiness?environment=production&check=tts.copies',
  );
  expect(screen.getByText(/1 of 7 services and environments, worst first/)).toBeInTheDocument();
});

it('counts by verdict, worst first; each number opens its rows', async () => {
  const subjects = jest.fn(async (_: SubjectsQueryText) => someSubjects());
  renderReadinessPage({ subjects });
  const counts = within(await screen.findByRole('list', { name: 'Services by verdict' }));
  expect(counts.getAllByRole('link').map(link => link.textContent)).toEqual([
    ' 2Not ready',
    ' 1Not assessed',
    ' 0Ready with waivers',
    ' 4Ready',
    '7All',
  ]);
  await userEvent.click(counts.getByRole('link', { name: /Not ready/ }));
  await waitFor(() =>
    expect(subjects.mock.calls.at(-1)?.[0]).toMatchObject({ verdict: 'not-ready' }),
  );
  expect(screen.getByLabelText('Address')).toHaveTextContent('?verdict=not-ready');
});

it('asks what the address asks, an empty filter too, and says when nothing answers', async () => {
  const subjects = jest.fn(async (_: SubjectsQueryText) => someSubjects({ rows: [], total: 0 }));
  renderReadinessPage({ subjects }, '?owner=&stage=production&check=tts.copies&evidence=declared');
  expect(await screen.findByText('No service answers these filters.')).toBeInTheDocument();
  expect(subjects.mock.calls[0]?.[0]).toEqual({
    owner: '',
    stage: 'production',
    check: 'tts.copies',
    evidence: 'declared',
    limit: 50,
  });
  await userEvent.click(screen.getByRole('button', { name: 'Clear the filters' }));
  await waitFor(() => expect(subjects.mock.calls.at(-1)?.[0]).toEqual({ limit: 50 }));
});

it('shows more services below those on screen', async () => {
  const subjects = jest.fn(async ({ cursor }: SubjectsQueryText) =>
    cursor === undefined
      ? someSubjects({ nextCursor: 'second' })
      : someSubjects({ rows: [aSubjectRow({ subject: 'a#b', title: 'Another' })] }),
  );
  renderReadinessPage({ subjects });
  await userEvent.click(await screen.findByRole('button', { name: 'Show more services' }));
  expect(await screen.findByRole('link', { name: 'Another' })).toBeInTheDocument();
  expect(screen.getByRole('link', { name: 'NOIPM' })).toBeInTheDocument();
  expect(screen.queryByRole('button', { name: 'Show more services' })).not.toBeInTheDocument();
});

it('saves what the filters show as a file', async () => {
  const exported = jest.fn(async () => '# Readiness');
  renderReadinessPage({ exported }, '?owner=group:default/noipm-core-team');
  const button = await screen.findByRole('button', { name: 'Markdown' });
  await waitFor(() => expect(button).toBeEnabled());
  await userEvent.click(button);
  await waitFor(() =>
    expect(saveText).toHaveBeenCalledWith('readiness.md', '# Readiness', 'text/markdown'),
  );
  expect(exported).toHaveBeenCalledWith('md', { owner: 'group:default/noipm-core-team' });
});

it('draws the trend with the same in words and in a table', async () => {
  renderReadinessPage({});
  expect(
    await screen.findByRole('img', {
      name: /^From 2026-11-23 to 2026-11-24: Not ready 5 → 2; Not assessed 1, as before/,
    }),
  ).toBeInTheDocument();
  await userEvent.click(screen.getByRole('button', { name: 'Show the numbers' }));
  expect(screen.getByRole('table', { name: 'Services by verdict and day' })).toBeVisible();
});

it('puts services together by owner, never as an average; numbers open their rows', async () => {
  renderReadinessPage({});
  await userEvent.click(await screen.findByRole('radio', { name: 'owner' }));
  const table = within(await screen.findByRole('table', { name: 'Services by owner and verdict' }));
  expect(table.getByRole('link', { name: '2 Not ready' })).toHaveAttribute(
    'href',
    '/?owner=group%3Adefault%2Fnoipm-core-team&verdict=not-ready',
  );
  expect(table.getByText('of 9 with its groups')).toBeInTheDocument();
});

it('shows a failure as one, with a way to try again', async () => {
  const subjects = jest
    .fn()
    .mockRejectedValueOnce(new Error('The server is away'))
    .mockResolvedValue(someSubjects());
  renderReadinessPage({ subjects });
  await userEvent.click(await screen.findByRole('button', { name: 'Try again' }));
  expect(await screen.findByRole('link', { name: 'NOIPM' })).toBeInTheDocument();
});
