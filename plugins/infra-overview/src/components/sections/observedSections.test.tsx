import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type {
  InfraOverviewApi,
  ObservedAnswer,
  ObservedFact,
  SectionId,
} from 'backstage-plugin-infra-overview-common';
import { anOverview, NOW } from '../../__testUtils__/anOverview';
import {
  aConfirmation,
  aFinding,
  anObservedAnswer,
  HEROKU,
} from '../../__testUtils__/anObservedAnswer';
import { SHOP } from '../../__testUtils__/documents';
import { renderSections } from './__testUtils__/renderSections';

const render = (
  id: SectionId,
  answer: Partial<ObservedAnswer>,
  api: Partial<InfraOverviewApi> = {},
) =>
  renderSections(anOverview(SHOP), [id], '', {
    observed: async () => anObservedAnswer(answer),
    ...api,
  });

const aFact = (fact: Partial<ObservedFact>): ObservedFact => ({
  path: 'addons[db]',
  environment: 'production',
  kind: 'last-backup',
  words: 'last backup 3 hours ago, 12 MB',
  value: '2026-11-24T07:00:00.000Z',
  tone: 'good',
  source: 'heroku',
  at: NOW - 12 * 60_000,
  ...fact,
});

it.each<[SectionId, Partial<ObservedFact>, string]>([
  ['backups', {}, 'PostgreSQL: '],
  ['backups', { kind: 'last-restore', words: 'restored into staging 2 days ago' }, 'PostgreSQL: '],
  [
    'environments',
    {
      path: 'environments[staging]',
      environment: 'staging',
      kind: 'last-deploy',
      words: 'deployed',
    },
    'Staging: ',
  ],
])('%s shows what was seen: %j', async (id, fact, subject) => {
  const shown = aFact(fact);
  render(id, { facts: [shown] });
  const item = (await screen.findByText(shown.words)).closest('li');
  expect(item?.textContent?.toLowerCase()).toContain(subject.toLowerCase());
  expect(item).toHaveTextContent('12 minutes ago, Heroku');
});

it('leaves out what was seen of another environment', async () => {
  render('backups', {
    facts: [aFact({}), aFact({ environment: 'staging', words: 'last backup never' })],
  });
  await screen.findByText('last backup 3 hours ago, 12 MB');
  expect(screen.queryByText('last backup never')).not.toBeInTheDocument();
});

describe('sources', () => {
  it('says how each is doing and what it did not take over', async () => {
    render('sources', {
      sources: [
        {
          ...HEROKU,
          state: 'partial',
          dropped: ['addons[x].name'],
          reason: 'One value was dropped.',
        },
        { ...HEROKU, source: 'terraform', title: 'Terraform', state: 'failed', stale: true },
      ],
    });
    const table = await screen.findByRole('table', { name: /Sources that look/ });
    const [, heroku, terraform] = within(table).getAllByRole('row');
    for (const words of ['sees a part', 'One value was dropped.', 'addons[x].name'])
      expect(within(heroku as HTMLElement).getByText(words)).toBeInTheDocument();
    for (const words of ['could not look', 'too long ago'])
      expect(within(terraform as HTMLElement).getByText(words)).toBeInTheDocument();
  });

  it('looks again and says what came of it', async () => {
    const refresh = jest.fn(async () => anObservedAnswer({ drift: [aFinding()] }));
    render('sources', {}, { refresh });
    await userEvent.click(await screen.findByRole('button', { name: 'Look again' }));
    expect(await screen.findByText(/Looked just now: 1 difference/)).toBeInTheDocument();
    expect(refresh).toHaveBeenCalledWith('component:default/shop');
  });

  it('says why it could not look', async () => {
    render('sources', {}, { refresh: async () => Promise.reject(new Error('Too soon.')) });
    await userEvent.click(await screen.findByRole('button', { name: 'Look again' }));
    expect(await screen.findByRole('alert')).toHaveTextContent('Could not look: Too soon.');
  });

  it('offers it only to those who may', async () => {
    render('sources', { may: { confirm: 'all', note: true, refresh: false } });
    expect(await screen.findByText(/infra-overview.source.refresh/)).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: 'Look again' })).not.toBeInTheDocument();
  });
});

it('sets the steps of a pipeline file beside those of the document', async () => {
  render('procedures', {
    procedures: [
      {
        environment: 'production',
        source: 'circleci',
        steps: ['maintenance on', 'migrate', 'release web'],
        complete: false,
        at: NOW,
      },
      { environment: 'staging', source: 'circleci', steps: ['other'], complete: true, at: NOW },
    ],
  });
  const entry = await screen.findByRole('article', { name: 'Release to production' });
  const said = await within(entry).findByRole('list', {
    name: 'What the pipeline file says of production',
  });
  expect(within(said).getAllByRole('listitem')).toHaveLength(3);
  expect(within(entry).getByRole('list', { name: /^Steps of/ })).toBeInTheDocument();
  expect(within(entry).getByText(/a missing one proves nothing/)).toBeInTheDocument();
  expect(screen.queryByText('other')).not.toBeInTheDocument();
});

it('lists what people say is not true under the open questions, and not what changed since', async () => {
  const words = 'said to be not true 23 Nov 2026 by ada';
  render('questions', {
    confirmations: [
      aConfirmation({ answer: 'not-true', words, note: 'we moved' }),
      aConfirmation({ id: 'c2', answer: 'not-true', state: 'changed', words: 'changed since' }),
    ],
  });
  const list = await screen.findByRole('list', { name: 'Said to be not true' });
  expect(within(list).getAllByRole('listitem')).toHaveLength(1);
  expect(list).toHaveTextContent(`PostgreSQL: ${words} we moved`);
});
