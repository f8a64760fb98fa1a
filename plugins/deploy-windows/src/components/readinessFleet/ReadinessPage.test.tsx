import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { aConfirmation, aWaiver } from '../../__testUtils__/aReadiness';
import { renderReadinessPage } from '../../__testUtils__/renderReadinessPage';
import { aPack, someCheckSubjects, someOwnership } from '../../__testUtils__/someSubjects';

const target = { title: 'NOIPM', environment: 'production', owner: 'group:default/core' };
const table = async (name: string) => within(await screen.findByRole('table', { name }));

it('has an address for each tab', async () => {
  renderReadinessPage({ packs: async () => ({ packs: [], refused: [] }) });
  const tabs = within(await screen.findByRole('navigation', { name: 'Readiness' }));
  expect(tabs.getByRole('link', { name: 'Services' })).toHaveAttribute('aria-current', 'page');
  await userEvent.click(tabs.getByRole('link', { name: 'Packs' }));
  expect(await screen.findByText('No pack is known.')).toBeInTheDocument();
  expect(screen.getByLabelText('Address')).toHaveTextContent('?tab=packs');
});

it('shows one check over all services, most open must-haves first', async () => {
  renderReadinessPage({}, '?tab=checks');
  const checks = await table('Checks over all services');
  expect(checks.getAllByRole('rowheader').map(cell => cell.textContent)).toEqual([
    expect.stringMatching(/^Regular copies of data/),
    expect.stringMatching(/^Encrypted on the way/),
  ]);
  const [number] = checks.getAllByRole('link', { name: '3 Not known' });
  expect(number).toHaveAttribute('href', '/?tab=checks&check=tts.copies&status=unknown');
});

it('shows who fails a check, and on what evidence', async () => {
  const checkSubjects = jest.fn(async () => someCheckSubjects);
  renderReadinessPage({ checkSubjects }, '?tab=checks&check=tts.copies&status=unknown');
  const rows = await table('Services and Regular copies of data');
  expect(rows.getByText('no retention is stated')).toBeInTheDocument();
  expect(rows.getByRole('link', { name: 'NOIPM' })).toHaveAttribute(
    'href',
    '/catalog/default/system/noipm/readiness?environment=production&check=tts.copies',
  );
  expect(checkSubjects).toHaveBeenCalledWith(
    'tts.copies',
    { status: 'unknown' },
    expect.anything(),
  );
});

it('approves a waiver where all of them are listed', async () => {
  const waivers = jest.fn(async () => ({
    items: [{ ...aWaiver({ state: 'waiting' }), target }],
  }));
  const approveWaiver = jest.fn(async () => aWaiver());
  renderReadinessPage({ waivers, approveWaiver }, '?tab=waivers&state=waiting');
  const button = await screen.findByRole('button', { name: 'Approve until 7 Dec 2026' });
  await waitFor(() => expect(button).toBeEnabled());
  await userEvent.click(button);
  const dialog = within(await screen.findByRole('dialog'));
  await userEvent.click(dialog.getByRole('button', { name: 'Approve until 7 Dec 2026' }));
  expect(await dialog.findByText(/It is approved/)).toBeInTheDocument();
  expect(waivers.mock.calls[0]).toMatchObject([{ state: 'waiting' }, {}]);
  await waitFor(() => expect(waivers).toHaveBeenCalledTimes(2));
});

it('shows who signed what, and until when', async () => {
  const attestations = jest.fn(async () => ({ items: [{ ...aConfirmation(), target }] }));
  renderReadinessPage({ attestations }, '?tab=confirmations&signer=user:default/ada');
  const rows = await table('Confirmations');
  expect(rows.getByText('30 Nov 2026')).toBeInTheDocument();
  expect(rows.getByText('The facts changed since')).toBeInTheDocument();
  expect(rows.getByText(/1 Sept 2026/)).toBeInTheDocument();
  expect(attestations.mock.calls[0]).toMatchObject([{ by: 'user:default/ada' }, {}]);
});

it('shows what is not true about ownership, must-haves first, with the next step', async () => {
  renderReadinessPage({ ownership: async () => someOwnership }, '?tab=ownership');
  expect(await screen.findByText(/^6 of 7 entities have an owner/)).toBeInTheDocument();
  const findings = await table('Findings about ownership');
  expect(findings.getAllByRole('rowheader').map(cell => cell.textContent)).toEqual(['A', 'B']);
  expect(findings.getByText('Write an owner into its file')).toBeInTheDocument();
  const groups = await table('Ownership by group');
  expect(groups.getByRole('link', { name: '1 must be put right' })).toHaveAttribute(
    'href',
    '/?tab=ownership&group=group%3Adefault%2Fcity',
  );
});

it('shows what breaks when somebody leaves', async () => {
  const impact = jest.fn(async () => ({
    user: 'user:default/ada',
    title: 'Ada',
    rows: [
      {
        subject: 'system:default/noipm#production',
        title: 'NOIPM',
        environment: 'production',
        checkId: 'tts.alerted',
        checkTitle: 'Someone is alerted',
        before: 'pass' as const,
        after: 'fail' as const,
        because: 'no person is reached',
      },
    ],
  }));
  renderReadinessPage(
    { ownership: async () => someOwnership, impact },
    '?tab=ownership&user=user:default/ada',
  );
  const rows = await table('What breaks without Ada');
  expect(rows.getByText('no person is reached')).toBeInTheDocument();
  expect(impact).toHaveBeenCalledWith('user:default/ada', expect.anything());
});

it('does not ask about somebody who is half typed', async () => {
  const impact = jest.fn();
  renderReadinessPage({ ownership: async () => someOwnership, impact }, '?tab=ownership&user=ada');
  expect(await screen.findByText('Write it as user:default/ada.')).toBeInTheDocument();
  expect(impact).not.toHaveBeenCalled();
});

it('shows a pack with its rules in words and what of it is wrong', async () => {
  renderReadinessPage(
    { pack: async () => aPack },
    '?tab=packs&pack=tts-good-production-practices@1',
  );
  expect(
    await screen.findByRole('heading', { name: /^Good production practices/ }),
  ).toBeInTheDocument();
  expect(screen.getByText(/a place in the source is missing/)).toBeInTheDocument();
  await userEvent.click(screen.getByRole('button', { name: 'How it is decided' }));
  expect(screen.getByText('Every store that keeps data has copies')).toBeVisible();
});

it('shows a pack that could not be read', async () => {
  const refused = [{ file: 'packs/own.yaml', line: 3, message: 'no id' }];
  renderReadinessPage({ packs: async () => ({ packs: [], refused }) }, '?tab=packs');
  expect(await screen.findByText('packs/own.yaml, line 3: no id')).toBeInTheDocument();
});
