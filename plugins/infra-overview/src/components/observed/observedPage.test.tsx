import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { InfraOverviewApi, ObservedAnswer } from 'backstage-plugin-infra-overview-common';
import { anOverview, NOW } from '../../__testUtils__/anOverview';
import {
  aConfirmation,
  aDue,
  aFinding,
  anObservedAnswer,
} from '../../__testUtils__/anObservedAnswer';
import { SHOP } from '../../__testUtils__/documents';
import { renderTab } from '../../__testUtils__/renderTab';

jest.mock('backstage-plugin-infra-overview-react', () => ({
  ...jest.requireActual('backstage-plugin-infra-overview-react'),
  useNow: () => NOW,
}));

const REF = 'component:default/shop';
const address = () => screen.getByLabelText('Address').textContent;

function render(answer: Partial<ObservedAnswer>, at = '', api: Partial<InfraOverviewApi> = {}) {
  return renderTab({
    overview: async () => anOverview(SHOP),
    at,
    api: { observed: async () => anObservedAnswer(answer), ...api },
  });
}

const drawer = async (title: string) => within(await screen.findByRole('dialog', { name: title }));

describe('the page', () => {
  it('is there while the sources are asked, with no mark and no number', async () => {
    render({}, '', { observed: () => new Promise(() => {}) });
    expect(await screen.findByRole('heading', { name: 'Runs on' })).toBeInTheDocument();
    expect(
      screen.queryByText(/as declared|^\d+ difference|could not look/i),
    ).not.toBeInTheDocument();
    expect(screen.getByText('The sources are asked what they saw.')).toBeInTheDocument();
  });

  it('does not fail with them', async () => {
    render({}, '', { observed: async () => Promise.reject(new Error('away')) });
    expect(await screen.findByText('could not look')).toBeInTheDocument();
    expect(screen.getByRole('heading', { name: 'Runs on' })).toBeInTheDocument();
    expect(screen.queryByText(/as declared/)).not.toBeInTheDocument();
  });

  it('counts what differs and leads to it', async () => {
    render({ drift: [aFinding(), aFinding({ id: '2', path: 'addons[db].product' })] });
    expect(await screen.findByRole('link', { name: /^2 differences/ })).toHaveAttribute(
      'href',
      expect.stringMatching(/#drift$/),
    );
  });
});

describe('marks beside values', () => {
  const DRIFT = [
    aFinding({ path: 'addons[db].purpose', observed: 'cache', title: 'What for' }),
    aFinding({ id: 'p', path: 'addons[db].product', status: 'same' }),
    aFinding({ id: 's', path: 'addons[search]', status: 'only-declared', title: 'Search' }),
    aFinding({ id: 'x', path: 'backups[daily].retention', environment: 'staging' }),
  ];

  it('says in the tables what differs, in words, of the chosen environment', async () => {
    render({ drift: DRIFT });
    const different = await screen.findByRole('link', { name: /In reality: observed cache/ });
    expect(different.closest('tr')).toHaveTextContent('PostgreSQL');
    const missing = screen.getByRole('link', { name: /In reality: not found/ });
    expect(missing.closest('tr')).toHaveTextContent('Elasticsearch');
    expect(screen.queryByRole('link', { name: /In reality: .*standard-0/ })).toBeNull();
  });

  it('says in the drawer what is as declared, when and by whom, and closes it on the way to the list', async () => {
    render({ drift: DRIFT }, '?element=addons[db]');
    const panel = await drawer('PostgreSQL');
    const same = await panel.findByRole('link', { name: /as declared \(Heroku, 12 minutes ago\)/ });
    await userEvent.click(same);
    expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
    expect(address()).toBe('');
  });

  it('shows nothing as good when the answer could not be renewed', async () => {
    const observed = jest
      .fn()
      .mockResolvedValueOnce(anObservedAnswer({ drift: DRIFT }))
      .mockRejectedValue(new Error('away'));
    render({}, '?element=addons[db]', { observed, confirm: async () => aConfirmation() });
    const panel = await drawer('PostgreSQL');
    await panel.findByRole('link', { name: /as declared \(/ });
    await userEvent.click(panel.getByRole('button', { name: 'Still true' }));
    await waitFor(() =>
      expect(panel.queryByRole('link', { name: /as declared \(/ })).not.toBeInTheDocument(),
    );
    expect(screen.getByText(/this is the last answer/)).toBeInTheDocument();
  });
});

describe('what people say', () => {
  it('waits for the server, says it, and takes it back', async () => {
    const confirm = jest.fn(async () => aConfirmation());
    const withdrawConfirmation = jest.fn(async () => {});
    render({}, '?element=addons[db]', { confirm, withdrawConfirmation });
    const panel = await drawer('PostgreSQL');
    await userEvent.click(await panel.findByRole('button', { name: 'Still true' }));
    expect(await screen.findByText('Noted: still true.')).toBeInTheDocument();
    expect(confirm).toHaveBeenCalledWith(REF, { path: 'addons[db]', answer: 'still-true' });
    await userEvent.click(screen.getByRole('button', { name: 'Undo', hidden: true }));
    expect(await screen.findByText('Taken back.')).toBeInTheDocument();
    expect(withdrawConfirmation).toHaveBeenCalledWith(REF, 'c1');
  });

  it('takes a word about what is not true', async () => {
    const confirm = jest.fn(async () => aConfirmation({ answer: 'not-true' }));
    render({}, '?element=addons[db]', { confirm });
    const panel = await drawer('PostgreSQL');
    await userEvent.click(await panel.findByRole('button', { name: 'Not true' }));
    await userEvent.type(panel.getByLabelText(/What is not true/), 'we moved');
    await userEvent.click(panel.getByRole('button', { name: 'Say that it is not true' }));
    await waitFor(() =>
      expect(confirm).toHaveBeenCalledWith(REF, {
        path: 'addons[db]',
        answer: 'not-true',
        note: 'we moved',
      }),
    );
  });

  it('keeps what was typed when the server refuses', async () => {
    render({}, '?element=addons[db]', {
      confirm: async () => Promise.reject(new Error('The note holds a secret.')),
    });
    const panel = await drawer('PostgreSQL');
    await userEvent.click(await panel.findByRole('button', { name: 'Not true' }));
    await userEvent.type(panel.getByLabelText(/What is not true/), 'we moved');
    await userEvent.click(panel.getByRole('button', { name: 'Say that it is not true' }));
    expect(await panel.findByRole('alert')).toHaveTextContent('The note holds a secret.');
    await userEvent.click(panel.getByRole('button', { name: 'Not true' }));
    expect(panel.getByLabelText(/What is not true/)).toHaveValue('we moved');
  });

  it('shows everybody what is said to be not true, and lets only its author take it back', async () => {
    const words = 'said to be not true 23 Nov 2026 by ada';
    const confirmations = [
      aConfirmation({ answer: 'not-true', words }),
      aConfirmation({ id: 'mine', by: 'user:default/reader', words: 'confirmed today by reader' }),
    ];
    render({ confirmations }, '?element=addons[db]');
    const panel = await drawer('PostgreSQL');
    const said = within(await panel.findByRole('list', { name: 'What people say of it' }));
    const items = said.getAllByRole('listitem');
    expect(items[0]).toHaveTextContent(words);
    expect(within(items[0] as HTMLElement).queryByRole('button')).toBeNull();
    expect(
      await within(items[1] as HTMLElement).findByRole('button', { name: 'Take back' }),
    ).toBeInTheDocument();
    expect(screen.getAllByText(words).length).toBeGreaterThan(1);
  });

  it('speaks of a whole section from its heading', async () => {
    const confirm = jest.fn(async () => aConfirmation());
    render({}, '', { confirm });
    await userEvent.click(await screen.findByRole('button', { name: 'Still true? Add-ons' }));
    await userEvent.click(await screen.findByRole('menuitem', { name: 'All of it is still true' }));
    await waitFor(() =>
      expect(confirm).toHaveBeenCalledWith(REF, { path: 'addons', answer: 'still-true' }),
    );
  });
});

describe('confirming the project', () => {
  const due = [aDue('addons[db]'), aDue('backups'), aDue('risks[one-db]'), aDue('domains')];

  it('leads through what is due by keyboard, one at a time, and says at the end what was said', async () => {
    const confirm = jest.fn(async () => aConfirmation());
    const withdrawConfirmation = jest.fn(async () => {});
    render({ due }, '?confirm=1', { confirm, withdrawConfirmation });
    const dialog = within(await screen.findByRole('dialog'));
    expect(await dialog.findByText('1 of 4')).toBeInTheDocument();
    expect(dialog.getByText('the value of addons[db]')).toBeInTheDocument();
    await userEvent.keyboard('y');
    expect(await dialog.findByText('2 of 4')).toBeInTheDocument();
    await userEvent.keyboard('n');
    expect(await dialog.findByText('3 of 4')).toBeInTheDocument();
    await userEvent.keyboard('s');
    expect(await dialog.findByText('4 of 4')).toBeInTheDocument();
    await userEvent.keyboard('d');
    expect(
      await dialog.findByText(
        'Done with 4 things: 1 still true, 1 not true, 1 not known, 1 skipped.',
      ),
    ).toBeInTheDocument();
    expect(confirm.mock.calls.map(call => (call as unknown[])[1])).toEqual([
      { path: 'addons[db]', answer: 'still-true' },
      { path: 'backups', answer: 'not-true' },
      { path: 'domains', answer: 'unknown' },
    ]);
    await userEvent.click(dialog.getByRole('button', { name: 'Take back: backups' }));
    expect(await dialog.findByText(/1 taken back/)).toBeInTheDocument();
    expect(withdrawConfirmation).toHaveBeenCalledTimes(1);
    // The cross in the corner has the same name.
    await userEvent.click(dialog.getAllByRole('button', { name: 'Close' }).at(-1) as HTMLElement);
    expect(address()).toBe('');
  });

  it('takes letters for letters in the note, and stays where it is when the server refuses', async () => {
    const confirm = jest.fn(async () => Promise.reject(new Error('away')));
    render({ due }, '', { confirm });
    await userEvent.click(await screen.findByRole('button', { name: 'Confirm (4)' }));
    const dialog = within(await screen.findByRole('dialog'));
    await userEvent.type(await dialog.findByLabelText(/A word about it/), 'yes');
    expect(dialog.getByText('1 of 4')).toBeInTheDocument();
    expect(confirm).not.toHaveBeenCalled();
    await userEvent.click(dialog.getByRole('button', { name: /^Still true/ }));
    expect(await dialog.findByRole('alert')).toHaveTextContent('away');
    expect(dialog.getByText('1 of 4')).toBeInTheDocument();
    expect(dialog.getByLabelText(/A word about it/)).toHaveValue('yes');
  });

  it('has nothing to ask where everything was looked at in time', async () => {
    render({}, '?confirm=1');
    expect(await screen.findByText(/Nothing is due/)).toBeInTheDocument();
  });
});
