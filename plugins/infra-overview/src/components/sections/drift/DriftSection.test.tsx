import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { InfraOverviewApi, ObservedAnswer } from 'backstage-plugin-infra-overview-common';
import { anOverview, SHOP_ENTITY } from '../../../__testUtils__/anOverview';
import { aFinding, anObservedAnswer, aNote, HEROKU } from '../../../__testUtils__/anObservedAnswer';
import { SHOP } from '../../../__testUtils__/documents';
import { renderSections } from '../__testUtils__/renderSections';

const REF = SHOP_ENTITY.ref;
const shop = anOverview(SHOP);
const render = (answer: Partial<ObservedAnswer>, api: Partial<InfraOverviewApi> = {}) =>
  renderSections(shop, ['drift'], '', { observed: async () => anObservedAnswer(answer), ...api });

const BLIND = { ...HEROKU, state: 'failed', stale: true } as const;

describe('nothing to show', () => {
  it.each<[string, Partial<ObservedAnswer>, RegExp]>([
    ['all good', { drift: [aFinding({ status: 'same' })] }, /can see is as declared/],
    ['no source', { sources: [] }, /No source looks at this project/],
    ['blind', { sources: [BLIND] }, /No source could look lately/],
    [
      'half blind',
      {
        sources: [HEROKU, { ...BLIND, source: 'terraform', title: 'Terraform' }],
        drift: [aFinding({ status: 'same' })],
      },
      /Not everything could be looked at: Terraform/,
    ],
    ['nothing seen', {}, /saw nothing that the document speaks of/],
  ])('%s', async (_, answer, words) => {
    render(answer);
    expect(await screen.findByText(words)).toBeInTheDocument();
  });

  it('says so when nobody answered, and asks again on demand', async () => {
    const observed = jest
      .fn()
      .mockRejectedValueOnce(new Error('The backend is away.'))
      .mockResolvedValue(anObservedAnswer({ drift: [aFinding({ status: 'same' })] }));
    render({}, { observed });
    expect(await screen.findByText(/The backend is away/)).toBeInTheDocument();
    expect(screen.queryByText(/as declared/)).not.toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByText(/can see is as declared/)).toBeInTheDocument();
  });
});

const UNDECLARED = aFinding({
  id: 'u',
  environment: 'shop-old',
  path: 'environments[shop-old]',
  status: 'only-observed',
  title: 'Environment shop-old',
  undeclaredEnvironment: true,
});
const INTENDED = aFinding({
  id: 'i',
  source: 'circleci',
  path: 'environments[production].deploy.branch',
  title: 'Deploy, branch',
  declared: 'main',
  observed: 'release',
  intent: true,
});
const PLAN = aFinding({ id: 'p', declared: 'hobby-basic', observed: 'standard-0' });

it('lists undeclared environments first and what a pipeline file intends last', async () => {
  render({ drift: [INTENDED, PLAN, UNDECLARED] });
  const tables = await screen.findAllByRole('table');
  expect(tables.map(table => within(table).getAllByRole('row')[1]?.textContent)).toEqual([
    expect.stringContaining('Environment shop-old'),
    expect.stringContaining('Add-on PostgreSQL, plan'),
    expect.stringContaining('Deploy, branch'),
  ]);
  expect(screen.getByRole('heading', { level: 2 })).toHaveTextContent('Drift 3');
  expect(screen.getByRole('link', { name: 'Add-on PostgreSQL, plan' })).toHaveAttribute(
    'href',
    expect.stringContaining('element=addons%5Bdb%5D'),
  );
  const row = within(tables[1] as HTMLElement).getAllByRole('row')[1] as HTMLElement;
  for (const words of ['hobby-basic', 'standard-0', 'production', 'different', /12 minutes ago/])
    expect(within(row).getByText(words)).toBeInTheDocument();
});

it('shows the lines to write and where they go, and changes nothing', async () => {
  const patch = {
    entityRef: REF,
    at: 'spec.infra.addons, id db',
    yaml: '- id: db\n  plan: standard-0',
  };
  render({ drift: [{ ...PLAN, patch }] });
  await userEvent.click(await screen.findByRole('button', { name: /^Accept/ }));
  const dialog = within(await screen.findByRole('dialog'));
  expect(dialog.getByRole('group', { name: 'Lines to write' })).toHaveTextContent(
    'plan: standard-0',
  );
  expect(dialog.getByText(/spec.infra.addons, id db/)).toBeInTheDocument();
  expect(dialog.getByRole('link', { name: /Edit the file/ })).toHaveAttribute(
    'href',
    SHOP_ENTITY.editUrl,
  );
  expect(dialog.getByRole('button', { name: 'Copy' })).toBeInTheDocument();
});

it('leaves a difference for now, asks again, and takes it back', async () => {
  const noteDrift = jest.fn(async () => aNote());
  const withdrawDriftNote = jest.fn(async () => {});
  const observed = jest
    .fn()
    .mockResolvedValueOnce(anObservedAnswer({ drift: [PLAN] }))
    .mockResolvedValueOnce(anObservedAnswer({ drift: [{ ...PLAN, note: aNote() }], driftCount: 0 }))
    .mockResolvedValue(anObservedAnswer({ drift: [PLAN] }));
  render({}, { observed, noteDrift, withdrawDriftNote });
  await userEvent.click(await screen.findByRole('button', { name: /^Leave for now:/ }));
  const dialog = within(await screen.findByRole('dialog'));
  expect(dialog.getByRole('button', { name: 'Leave for now' })).toBeDisabled();
  await userEvent.type(dialog.getByLabelText(/^Reason/), 'we pay by the hour');
  await userEvent.click(dialog.getByRole('button', { name: 'Leave for now' }));
  expect(await screen.findByText(/does not count until the day you gave/)).toBeInTheDocument();
  expect(noteDrift).toHaveBeenCalledWith(REF, {
    path: 'addons[db].plan',
    environment: 'production',
    kind: 'accepted',
    reason: 'we pay by the hour',
    until: '2026-12-24',
  });
  expect(await screen.findByRole('button', { name: 'Left for now (1)' })).toBeInTheDocument();
  expect(screen.getByText(/says ada until 24 Dec 2026/)).toBeInTheDocument();
  await userEvent.click(screen.getByRole('button', { name: 'Undo' }));
  expect(await screen.findByText('Taken back.')).toBeInTheDocument();
  expect(withdrawDriftNote).toHaveBeenCalledWith(REF, 'n1');
  expect(observed).toHaveBeenCalledTimes(3);
});

it('lets a note end early, with a way back', async () => {
  const noteDrift = jest.fn(async () => aNote());
  const withdrawDriftNote = jest.fn(async () => {});
  render({ drift: [{ ...PLAN, note: aNote() }] }, { noteDrift, withdrawDriftNote });
  await userEvent.click(await screen.findByRole('button', { name: 'Left for now (1)' }));
  await userEvent.click(screen.getByRole('button', { name: /^Count again/ }));
  expect(await screen.findByText('It counts again.')).toBeInTheDocument();
  await userEvent.click(screen.getByRole('button', { name: 'Undo' }));
  await waitFor(() =>
    expect(noteDrift).toHaveBeenCalledWith(
      REF,
      expect.objectContaining({ reason: 'we pay by the hour', until: '2026-12-24T10:00:00.000Z' }),
    ),
  );
});

it('keeps what is as declared and what could not be seen one press away', async () => {
  const drift = [
    PLAN,
    aFinding({ id: 's', status: 'same', path: 'addons[db].product' }),
    aFinding({
      id: 'f',
      status: 'failed',
      path: 'domains[www]',
      words: 'could not look: timed out',
    }),
  ];
  render({ drift });
  expect(await screen.findByRole('button', { name: 'As declared (1)' })).toBeInTheDocument();
  expect(
    screen.getByRole('button', { name: 'Could not look, or seen long ago (1)' }),
  ).toBeInTheDocument();
});
