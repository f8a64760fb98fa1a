import type { DeployWindowsApi, LoggedDecision } from 'backstage-plugin-deploy-windows-common';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { aDecision, anOpenDecision } from '../../__testUtils__/aDecision';
import { anOverride } from '../../__testUtils__/anOverride';
import { aTimeline } from '../../__testUtils__/aTimeline';
import { aWindow, someWindows } from '../../__testUtils__/aWindow';
import { renderEntity, type RenderEntityOptions } from '../../__testUtils__/renderEntity';
import { EntityDeployContent } from './EntityDeployContent';

const LOGGED: LoggedDecision = {
  id: 'd1',
  at: '2026-11-24T10:00:00Z',
  target: 'component:default/web#production',
  changeType: 'deploy',
  principal: 'external:ci',
  purpose: 'gate',
  outcome: 'blocked',
  codes: ['FREEZE', 'NOTICE_MISSING'],
  inputsHash: 'a'.repeat(64),
  tzdata: '2026b',
  evaluator: '1',
  replayable: false,
};

const DEPLOYMENT = {
  id: 'd1',
  target: 'system:default/noipm#production',
  entityRef: 'system:default/noipm',
  environment: 'production',
  changeType: 'deploy' as const,
  version: 'v141',
  source: 'circleci',
  externalId: '381',
  unpermitted: true,
  startedAt: '2026-11-17T15:04:00Z',
  took: '11 min',
  result: 'succeeded' as const,
};

function anApi(changed: Partial<DeployWindowsApi> = {}): Partial<DeployWindowsApi> {
  return {
    decisions: async () => ({
      results: [aDecision(), anOpenDecision()].map(decision => ({
        entity: decision.entityRef,
        environment: decision.environment,
        decision,
      })),
    }),
    timeline: jest.fn(async () => aTimeline()),
    windows: jest.fn(async () => someWindows()),
    deployments: async () => ({ items: [DEPLOYMENT] }),
    decisionLog: async () => ({ items: [LOGGED] }),
    notices: async () => ({ items: [] }),
    locks: async () => [],
    overrides: async () => [],
    exemptions: async () => [],
    calendarTokens: async () => [],
    ...changed,
  };
}

const renderTab = (
  changed: Partial<DeployWindowsApi> = {},
  options: Omit<RenderEntityOptions, 'api'> = {},
) => {
  const api = anApi(changed);
  renderEntity(<EntityDeployContent />, { api, ...options });
  return api;
};

const section = (name: string | RegExp) => screen.findByRole('region', { name });
const grid = () => screen.findByRole('grid');

it('draws the days with their stretches, the freeze with its level, and marks the change of the clocks', async () => {
  renderTab();
  const picture = within(await grid());
  expect(picture.getAllByRole('rowheader').map(cell => cell.textContent)).toEqual([
    'Tue 24 Nov',
    expect.stringContaining('The clocks go back at 02:00'),
  ]);
  expect(picture.getByRole('gridcell', { name: 'Tue 24 Nov, 09:00–10:00: Open' })).toHaveStyle({
    left: '37.5%',
  });
  expect(
    picture.getByRole('gridcell', {
      name: 'Wed 25 Nov, 17:00 – Thu 26 Nov, 00:00: Freeze. Thanksgiving (domain:default/city)',
    }),
  ).toBeInTheDocument();
});

it('is walked with the arrow keys, and T shows the same as a table', async () => {
  renderTab();
  const picture = within(await grid());
  const [first, second] = picture.getAllByRole('gridcell');
  expect(picture.getAllByRole('gridcell').filter(cell => cell.tabIndex === 0)).toEqual([first]);
  first?.focus();
  await userEvent.keyboard('{ArrowRight}');
  expect(second).toHaveFocus();
  await userEvent.keyboard('t');
  const rows = within(
    await screen.findByRole('table', { name: 'When it may be deployed, in America/Chicago' }),
  ).getAllByRole('row');
  // A heading, and one row for every stretch of the picture.
  expect(rows).toHaveLength(1 + 4);
  expect(rows[4]).toHaveTextContent('Thanksgiving (domain:default/city)');
  expect(screen.getByRole('status', { name: 'Address' })).toHaveTextContent('view=table');
});

it('keeps the environment in the address', async () => {
  const api = renderTab({}, { at: '?environment=staging&inspect=x' });
  expect(await screen.findByRole('heading', { name: 'staging' })).toBeInTheDocument();
  await waitFor(() =>
    expect(api.windows).toHaveBeenLastCalledWith(
      expect.objectContaining({ environment: 'staging' }),
      expect.anything(),
    ),
  );
  await userEvent.click(screen.getByRole('radio', { name: 'production · Notice needed' }));
  expect(await screen.findByRole('heading', { name: 'production' })).toBeInTheDocument();
  expect(screen.getByRole('status', { name: 'Address' })).toHaveTextContent(
    '?environment=production&inspect=x',
  );
  await waitFor(() =>
    expect(api.windows).toHaveBeenLastCalledWith(
      expect.objectContaining({ environment: 'production' }),
      expect.anything(),
    ),
  );
});

it('shows times in the project’s zone, or in the reader’s on demand', async () => {
  const api = renderTab();
  expect(await screen.findByText('Tue 17 Nov, 09:04')).toBeInTheDocument();
  await userEvent.click(screen.getByRole('radio', { name: 'Your time (UTC)' }));
  expect(await screen.findByText('Tue 17 Nov, 15:04')).toBeInTheDocument();
  expect(api.timeline).toHaveBeenLastCalledWith(
    expect.objectContaining({ zone: 'UTC' }),
    expect.anything(),
  );
});

it('lists every window: in words, with level, source, next times and what is assumed', async () => {
  const other = aWindow({
    key: 'domain:default/city/thanksgiving',
    title: 'Thanksgiving',
    kind: 'freeze',
    level: 'domain:default/city',
    governs: false,
    whyNot: 'stage',
    derived: false,
  });
  renderTab({ windows: async () => someWindows({ windows: [other, aWindow()] }) });
  const table = within(await screen.findByRole('table', { name: 'Windows of production' }));
  const agreed = within(table.getByRole('row', { name: /^Agreed with IPM/ }));
  expect(agreed.getByText('Every Tuesday 09:00–10:00 (America/Chicago)')).toBeInTheDocument();
  expect(agreed.getByText(/assumed: the source does not say it/)).toBeInTheDocument();
  expect(agreed.getByText('Tue 1 Dec, 15:00–16:00 your time')).toBeInTheDocument();
  expect(agreed.getByRole('link', { name: 'declared in the catalog' })).toHaveAttribute(
    'href',
    expect.stringContaining('#L12'),
  );
  expect(table.getByRole('row', { name: /^Thanksgiving/ })).toHaveTextContent('For another stage');
});

it('marks what went around the gate', async () => {
  renderTab();
  const table = within(await screen.findByRole('table', { name: 'Deployments to production' }));
  expect(table.getByText('No permit')).toBeInTheDocument();
  expect(await section(/^Deployments/)).toHaveTextContent('1 of these has no permit');
});

it('shows who asked, what they were told and why', async () => {
  renderTab();
  const table = await screen.findByRole('table', { name: 'Decisions about production' });
  const row = within(table).getByRole('row', { name: /external:ci/ });
  expect(row).toHaveTextContent('Held');
  expect(row).toHaveTextContent('FREEZE, NOTICE_MISSING');
});

it('shows a section that fails as failed, and the others all the same', async () => {
  renderTab({ deployments: async () => Promise.reject(new Error('away')) });
  expect(
    await within(await section(/^Deployments/)).findByRole('button', { name: 'Try again' }),
  ).toBeInTheDocument();
  expect(await screen.findByRole('table', { name: 'Windows of production' })).toBeInTheDocument();
});

it('says that nothing is declared, with something to paste', async () => {
  renderTab({ windows: async () => someWindows({ windows: [] }) });
  expect(
    await screen.findByText(/No windows are declared\. Deploys to production are allowed/),
  ).toBeInTheDocument();
});

it('lets a second person approve an override, and asks again', async () => {
  const approveOverride = jest.fn(async () => anOverride({ state: 'active' }));
  const overrides = jest.fn(async () => [anOverride()]);
  const decisions = jest.fn(anApi().decisions);
  renderTab({ overrides, approveOverride, decisions });
  const table = within(await screen.findByRole('table', { name: 'Overrides for production' }));
  const button = table.getByRole('button', { name: 'Approve' });
  await waitFor(() => expect(button).toBeEnabled());
  await userEvent.click(button);
  const dialog = within(await screen.findByRole('dialog', { name: 'Approve this override' }));
  expect(
    dialog.getByText(
      /user:default\/other asks to set aside: Agreed with IPM\. Reason: A wrong total on every report/,
    ),
  ).toBeInTheDocument();
  await userEvent.click(dialog.getByRole('button', { name: 'Approve' }));
  expect(await dialog.findByText(/It is approved/)).toBeInTheDocument();
  expect(approveOverride).toHaveBeenCalledWith('o1');
  await waitFor(() => expect(overrides).toHaveBeenCalledTimes(2));
  expect(decisions).toHaveBeenCalledTimes(2);
});

it('shows the address of a calendar once', async () => {
  const createCalendarToken = jest.fn(async () => ({
    id: 't1',
    scope: {},
    createdAt: '2026-11-24T17:00:00Z',
    url: 'https://portal.example/c/abc.ics',
  }));
  renderTab({ createCalendarToken });
  await userEvent.click(await screen.findByRole('button', { name: /^Calendar/ }));
  const make = screen.getByRole('button', { name: 'Make an address' });
  await waitFor(() => expect(make).toBeEnabled());
  await userEvent.click(make);
  expect(await screen.findByText('https://portal.example/c/abc.ics')).toBeInTheDocument();
  expect(screen.getByText(/Shown once/)).toBeInTheDocument();
  expect(createCalendarToken).toHaveBeenCalledWith({
    entity: 'system:default/noipm',
    environment: 'production',
  });
});

it('asks each question once: nothing asks because of what it drew', async () => {
  const api = renderTab();
  await screen.findByRole('table', { name: 'Windows of production' });
  await grid();
  expect(api.timeline).toHaveBeenCalledTimes(1);
  expect(api.windows).toHaveBeenCalledTimes(1);
});

it('withdraws what was added here, and nothing that is declared', async () => {
  const withdrawWindow = jest.fn(async () => aWindow());
  const added = aWindow({
    key: 'db:1',
    id: '1',
    title: 'Data repair',
    kind: 'freeze',
    origin: 'database',
  });
  renderTab({ windows: async () => someWindows({ windows: [aWindow(), added] }), withdrawWindow });
  const table = within(await screen.findByRole('table', { name: 'Windows of production' }));
  await userEvent.click(table.getByRole('button', { name: 'Withdraw' }));
  const dialog = within(await screen.findByRole('dialog', { name: 'Withdraw Data repair' }));
  await userEvent.type(dialog.getByLabelText(/^Reason/), 'It is repaired');
  await userEvent.click(dialog.getByRole('button', { name: 'Withdraw' }));
  expect(await dialog.findByText(/It is withdrawn/)).toBeInTheDocument();
  expect(withdrawWindow).toHaveBeenCalledWith('1', 'It is repaired');
});

it('grants leave from a freeze, in instants', async () => {
  const grantExemption = jest.fn(async () => ({}) as never);
  const freeze = aWindow({
    key: 'domain:default/city/thanksgiving',
    title: 'Thanksgiving',
    kind: 'freeze',
    level: 'domain:default/city',
  });
  renderTab({ windows: async () => someWindows({ windows: [freeze] }), grantExemption });
  await userEvent.click(await screen.findByRole('button', { name: 'Exempt production' }));
  const dialog = within(
    await screen.findByRole('dialog', { name: 'Exempt production from Thanksgiving' }),
  );
  expect(dialog.getByRole('region', { name: 'What it would do' })).toHaveTextContent(
    'The freeze is lifted Tue 24 Nov, 11:00 – 13:00 (America/Chicago).',
  );
  await userEvent.type(dialog.getByLabelText(/^Reason/), 'A fix that cannot wait');
  await userEvent.click(dialog.getByRole('button', { name: 'Exempt it' }));
  await waitFor(() =>
    expect(grantExemption).toHaveBeenCalledWith(
      expect.objectContaining({
        freeze: 'domain:default/city/thanksgiving',
        environment: 'production',
        start: '2026-11-24T17:00:00.000Z',
        end: '2026-11-24T19:00:00.000Z',
      }),
      expect.anything(),
    ),
  );
});
