import type { DecisionAnswer, DecisionsAnswer } from 'backstage-plugin-deploy-windows-common';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { aDecision, anOpenDecision } from '../../__testUtils__/aDecision';
import { renderEntity, type RenderEntityOptions } from '../../__testUtils__/renderEntity';
import { DecisionCard } from './DecisionCard';

const answer = (...decisions: readonly DecisionAnswer[]): DecisionsAnswer => ({
  results: decisions.map(decision => ({
    entity: decision.entityRef,
    environment: decision.environment,
    decision,
  })),
});

const renderCard = (
  decisions: NonNullable<RenderEntityOptions['api']['decisions']>,
  options: Omit<RenderEntityOptions, 'api'> = {},
) => renderEntity(<DecisionCard />, { api: { decisions }, ...options });

const rows = async () =>
  within(await screen.findByRole('list', { name: 'Environments' })).findAllByRole('heading');

it('asks once for all environments, and shows production first', async () => {
  const decisions = jest.fn(async () => answer(anOpenDecision(), aDecision()));
  renderCard(decisions);
  expect((await rows()).map(row => row.textContent)).toEqual(['production', 'staging']);
  expect(decisions).toHaveBeenCalledTimes(1);
  expect(decisions).toHaveBeenCalledWith(
    expect.objectContaining({ targets: [{ entity: 'system:default/noipm' }] }),
    expect.anything(),
  );
});

it('says the state in a word, the sentence to act on, and the next opening', async () => {
  renderCard(async () => answer(aDecision()));
  expect(await screen.findByText('Notice needed')).toBeInTheDocument();
  expect(screen.getByText(/Tell them now and you may start Wed 25 Nov, 11:00/)).toBeInTheDocument();
  expect(screen.getByText('Tue 1 Dec, 09:00 (America/Chicago)')).toBeInTheDocument();
  // The tests run in UTC.
  expect(screen.getByText(/Tue 1 Dec, 15:00 your time \(UTC\)/)).toBeInTheDocument();
  expect(screen.getByText(/· in 6 d 2[12] h/)).toBeInTheDocument();
  expect(screen.getByText(/IPM staff must know 24 hours before: not told/)).toBeInTheDocument();
  expect(screen.getByText('Not ready')).toBeInTheDocument();
  expect(screen.getByRole('link', { name: 'Open: Backups are tested' })).toHaveAttribute(
    'href',
    '/catalog/default/system/noipm/readiness?environment=production',
  );
  expect(screen.getByText('(only warns)')).toBeInTheDocument();
});

it('shows the declared steps beside the verdict', async () => {
  renderCard(async () => answer(aDecision()));
  await userEvent.click(
    await screen.findByRole('button', { name: 'How it goes: Deploy, 4 steps' }),
  );
  const steps = within(screen.getByRole('list', { name: 'Steps of Deploy' })).getAllByRole(
    'listitem',
  );
  expect(steps.map(step => step.textContent)).toEqual(aDecision().procedure?.steps);
});

it.each([
  [
    'held by hand',
    { kind: 'hold' as const },
    /user:default\/other holds the lock .*: data repair\. It is kept by hand/,
  ],
  [
    'taken by a run',
    { kind: 'run' as const, expiresAt: '2026-11-24T17:30:00Z' },
    /holds the lock .*: data repair\. It expires in \d+ min/,
  ],
])('says who holds a lock %s', async (_, lock, words) => {
  const held = {
    key: 'k',
    held: true,
    holder: 'user:default/other',
    since: '2026-11-24T16:00:00Z',
    reason: 'data repair',
    ...lock,
  };
  renderCard(async () => answer(aDecision({ state: 'locked', lock: held })));
  expect(await screen.findByText(words)).toBeInTheDocument();
  expect(screen.getByRole('button', { name: 'Break the lock' })).toBeEnabled();
});

it('says which permission is missing, and whom to ask', async () => {
  renderCard(async () => answer(aDecision({ target: 'system:default/noipm#refused' })), {
    refused: ['deploy-windows.override.request'],
  });
  const override = await screen.findByRole('button', { name: 'Request override' });
  expect(
    await screen.findByText(/You may not: Request override \(deploy-windows\.override\.request\)/),
  ).toBeInTheDocument();
  expect(override).toBeDisabled();
  expect(override).toHaveAccessibleDescription(/deploy-windows\.override\.request/);
  expect(screen.getByRole('link', { name: /noipm-core-team/ })).toBeInTheDocument();
});

it('says that nothing is declared, with something to paste', async () => {
  renderCard(async () => ({
    results: [
      {
        entity: 'system:default/noipm',
        error: { code: 'UNKNOWN_TARGET', message: 'no environment' },
      },
    ],
  }));
  expect(
    await screen.findByText(
      /No windows are declared\. Deploys to production are allowed at any time/,
    ),
  ).toBeInTheDocument();
  await userEvent.click(screen.getByRole('button', { name: 'How to declare one for NOIPM' }));
  expect(screen.getByRole('group', { name: 'A window to start with' })).toHaveTextContent(
    'kind: allow',
  );
});

it('shows an environment without an answer beside the others', async () => {
  const failed = {
    entity: 'system:default/noipm',
    environment: 'qa',
    error: { code: 'INPUT_INVALID', message: 'The parent cannot be read.' },
  };
  renderCard(async () => ({ results: [...answer(aDecision()).results, failed] }));
  expect(
    await screen.findByText(/qa: The parent cannot be read\. \(INPUT_INVALID\)/),
  ).toBeInTheDocument();
  expect(await rows()).toHaveLength(1);
});

it('shows a failure as one, and asks again', async () => {
  const decisions = jest
    .fn()
    .mockRejectedValueOnce(new Error('away'))
    .mockResolvedValue(answer(aDecision()));
  renderCard(decisions);
  await userEvent.click(await screen.findByRole('button', { name: 'Try again' }));
  expect(await rows()).toHaveLength(1);
});

it('names what is old, and the freezes that hold all the same', async () => {
  const freeze = {
    code: 'FREEZE_ACTIVE',
    text: 'Year end holds',
    title: 'Year end',
    clearedBy: ['waiting'],
  };
  const stale = {
    code: 'CATALOG_STALE',
    text: 'The catalog has not answered for 12 minutes',
    about: 'catalog',
  };
  renderCard(async () =>
    answer(aDecision({ state: 'freeze', reasons: [freeze], warnings: [stale] })),
  );
  expect(await screen.findByText('Some of what this rests on is old')).toBeInTheDocument();
  expect(screen.getByText(/The catalog has not answered for 12 minutes/)).toBeInTheDocument();
  expect(screen.getByText('In force all the same: Year end.')).toBeInTheDocument();
});

it('says which levels exclude each other where nothing ever opens', async () => {
  const outside = (level: string) => ({
    code: 'OUTSIDE_ALLOW',
    text: 'outside',
    level,
    rule: `allow:${level}`,
    clearedBy: ['override'],
  });
  const { nextOpen, nextClose, nextIfNotifiedNow, ...never } = aDecision({
    state: 'closed',
    horizonExceeded: true,
    reasons: [outside('domain:default/city'), outside('system:default/noipm')],
  });
  renderCard(async () => answer(never));
  expect(
    await screen.findByText(
      /It never opens.*The windows of domain:default\/city and of system:default\/noipm exclude each other\./,
    ),
  ).toBeInTheDocument();
});

it('copies the question as a command', async () => {
  const user = userEvent.setup();
  const writeText = jest.spyOn(navigator.clipboard, 'writeText');
  renderCard(async () => answer(aDecision()));
  await user.click(await screen.findByRole('button', { name: 'Copy CLI command' }));
  expect(writeText).toHaveBeenCalledWith(
    'deploy-windows can-deploy --entity system:default/noipm --environment production --wait PT2H',
  );
});

it('explains: every window of every level with what it does', async () => {
  const steps = [
    {
      order: 0,
      window: 'domain:default/city/thanksgiving',
      level: 'domain:default/city',
      kind: 'freeze' as const,
      title: 'Thanksgiving',
      governs: true,
      active: false,
      effect: 'none',
      nextStart: '2026-11-25T23:00:00Z',
      text: 'Begins on Wednesday.',
    },
    {
      order: 1,
      window: 'system:default/noipm#production/ipm-tuesdays',
      level: 'system:default/noipm#production',
      kind: 'notice' as const,
      title: 'Agreed with IPM',
      governs: true,
      active: false,
      effect: 'unreadable-opens-nothing',
      text: 'It frees nothing.',
      problem: 'It names no zone.',
    },
  ];
  const explain = jest.fn(async () => ({ ...aDecision(), steps }));
  renderEntity(<DecisionCard />, { api: { decisions: async () => answer(aDecision()), explain } });
  await userEvent.click(await screen.findByRole('button', { name: 'Why?' }));
  const panel = await screen.findByRole('dialog', { name: 'Why, for production' });
  expect(
    await within(panel).findByRole('region', { name: 'Windows of domain:default/city' }),
  ).toHaveTextContent('No effect now');
  expect(
    within(panel).getByRole('region', { name: 'Windows of system:default/noipm#production' }),
  ).toHaveTextContent('It names no zone.');
  expect(
    within(panel).getByText(/helped by telling them, waiting, an override/),
  ).toBeInTheDocument();
  await userEvent.click(within(panel).getByRole('radio', { name: 'Hotfix' }));
  expect(explain).toHaveBeenLastCalledWith(
    expect.objectContaining({ changeType: 'hotfix' }),
    expect.anything(),
  );
  await userEvent.keyboard('{Escape}');
  expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
});
