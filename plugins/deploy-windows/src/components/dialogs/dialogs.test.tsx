import type {
  DecisionAnswer,
  DeployWindowsApi,
  NoticePreview,
} from 'backstage-plugin-deploy-windows-common';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { NOW, aDecision, anOpenDecision } from '../../__testUtils__/aDecision';
import { anOverride } from '../../__testUtils__/anOverride';
import { renderEntity } from '../../__testUtils__/renderEntity';
import { DecisionActions } from '../actions/DecisionActions';

const onChanged = jest.fn();

beforeEach(() => onChanged.mockClear());

function renderActions(
  decision: DecisionAnswer,
  api: Partial<DeployWindowsApi>,
  refused: readonly string[] = [],
) {
  renderEntity(<DecisionActions decision={decision} at={NOW} onChanged={onChanged} />, {
    api,
    refused,
  });
}

const open = async (name: string) => {
  const button = await screen.findByRole('button', { name });
  await waitFor(() => expect(button).toBeEnabled());
  await userEvent.click(button);
  return within(await screen.findByRole('dialog'));
};

const refusal = (code: string, message: string) =>
  Object.assign(new Error('Request failed'), { body: { error: { code, message } } });

const PREVIEW: NoticePreview = {
  audience: 'system:default/noipm/ipm',
  audienceTitle: 'IPM staff',
  contacts: ['group:default/ipm-contacts'],
  lead: 'PT24H',
  from: '2026-11-25T17:00:00Z',
  to: '2026-11-25T19:00:00Z',
  text: 'We deploy on Wednesday. A short interruption is possible.',
  freesAt: '2026-11-25T17:00:00Z',
  freesText: 'Wed 25 Nov, 11:00',
};

const SENT = {
  id: 'n1',
  audience: PREVIEW.audience,
  audienceTitle: PREVIEW.audienceTitle,
  target: 'system:default/noipm#production',
  from: PREVIEW.from,
  to: PREVIEW.to,
  text: PREVIEW.text,
  requestedBy: 'user:default/reader',
  deliveries: [],
  freesText: 'Wed 25 Nov, 11:00',
};

describe('telling an audience', () => {
  it('shows the earliest start, the contacts and the text before anything is sent', async () => {
    const sendNotice = jest.fn(async () => ({ ...SENT, state: 'queued' as const }));
    renderActions(aDecision(), { previewNotice: async () => PREVIEW, sendNotice });
    const dialog = await open('Tell IPM staff');
    expect(
      await dialog.findByText(/If sent now, you may start Wed 25 Nov, 11:00\./),
    ).toBeInTheDocument();
    expect(
      dialog.getByText(/must know 24 hours before\. Goes to group:default\/ipm-contacts\./),
    ).toBeInTheDocument();
    expect(dialog.getByText(PREVIEW.text)).toBeInTheDocument();
    expect(sendNotice).not.toHaveBeenCalled();
    await userEvent.click(dialog.getByRole('button', { name: 'Tell them' }));
    expect(
      await dialog.findByText('IPM staff is being told. You may start Wed 25 Nov, 11:00.'),
    ).toBeInTheDocument();
    expect(sendNotice).toHaveBeenCalledWith(
      { entity: 'system:default/noipm', environment: 'production', audience: PREVIEW.audience },
      { idempotencyKey: expect.any(String) },
    );
    expect(onChanged).toHaveBeenCalledTimes(1);
  });

  it('records one given by other means, with the proof', async () => {
    const recordNotice = jest.fn(async () => ({ ...SENT, state: 'recorded' as const }));
    renderActions(aDecision(), { previewNotice: async () => PREVIEW, recordNotice });
    const dialog = await open('Tell IPM staff');
    await userEvent.click(dialog.getByRole('radio', { name: 'I told them already' }));
    expect(dialog.getByRole('button', { name: 'Record it' })).toBeDisabled();
    await userEvent.type(dialog.getByLabelText(/^How they were told/), 'a mail to all');
    await userEvent.click(dialog.getByRole('button', { name: 'Record it' }));
    await waitFor(() =>
      expect(recordNotice).toHaveBeenCalledWith(
        expect.objectContaining({ evidence: 'a mail to all', toldAt: '2026-11-24T17:00:00.000Z' }),
        expect.anything(),
      ),
    );
  });

  it('offers only what may be done', async () => {
    const decision = aDecision({ target: 'system:default/noipm#only-recording' });
    renderActions(decision, { previewNotice: async () => PREVIEW }, ['deploy-windows.notice.send']);
    const dialog = await open('Tell IPM staff');
    expect(dialog.queryByRole('radio')).not.toBeInTheDocument();
    expect(dialog.getByRole('button', { name: 'Record it' })).toBeInTheDocument();
  });

  it('keeps what was typed when the server refuses', async () => {
    const sendNotice = jest
      .fn()
      .mockRejectedValue(refusal('SECRET_IN_TEXT', 'The text holds a secret.'));
    renderActions(aDecision(), { previewNotice: async () => PREVIEW, sendNotice });
    const dialog = await open('Tell IPM staff');
    await userEvent.type(dialog.getByLabelText('Text'), 'We deploy');
    await userEvent.click(dialog.getByRole('button', { name: 'Tell them' }));
    const alert = await dialog.findByRole('alert');
    expect(alert).toHaveTextContent('SECRET_IN_TEXT');
    expect(alert).toHaveTextContent('The text holds a secret.');
    expect(dialog.getByLabelText('Text')).toHaveValue('We deploy');
    expect(onChanged).not.toHaveBeenCalled();
  });
});

describe('an override', () => {
  const locked = {
    code: 'LOCK_HELD',
    text: 'another holds the lock',
    clearedBy: ['release', 'break-lock'],
  };
  const decision = aDecision({ reasons: [...aDecision().reasons, locked] });

  it('ticks the rules of the reasons, and says what it does not set aside', async () => {
    const requestOverride = jest.fn(async () => anOverride());
    renderActions(decision, { requestOverride });
    const dialog = await open('Request override');
    expect(
      dialog.getByRole('checkbox', { name: 'IPM staff must be told 24 hours before' }),
    ).toBeChecked();
    expect(dialog.getByText(/It does not set aside: another holds the lock/)).toBeInTheDocument();
    expect(dialog.getByText(/It ends Tue 24 Nov, 15:00 \(America\/Chicago\)/)).toBeInTheDocument();
    await userEvent.type(dialog.getByLabelText(/^Reason/), 'Wrong totals everywhere');
    await userEvent.click(dialog.getByRole('button', { name: 'Request' }));
    expect(await dialog.findByText(/A second person has to approve it/)).toBeInTheDocument();
    expect(requestOverride).toHaveBeenCalledWith(
      {
        entity: 'system:default/noipm',
        environment: 'production',
        rules: ['notice:system:default/noipm/ipm'],
        end: '2026-11-24T21:00:00.000Z',
        use: 'single',
        reason: 'Wrong totals everywhere',
      },
      { idempotencyKey: expect.any(String) },
    );
  });

  it.each([
    [
      'no rule is chosen',
      async (dialog: ReturnType<typeof within>) =>
        userEvent.click(dialog.getByRole('checkbox', { name: /IPM staff/ })),
      'Choose what it sets aside',
    ],
    [
      'the reason is too short',
      async (dialog: ReturnType<typeof within>) =>
        userEvent.type(dialog.getByLabelText(/^Reason/), 'urgent'),
      'Give a reason of at least 10 characters',
    ],
  ])('cannot be sent while %s', async (_, act, missing) => {
    renderActions(decision, {});
    const dialog = await open('Request override');
    await act(dialog);
    expect(dialog.getByText(missing)).toBeInTheDocument();
    expect(dialog.getByRole('button', { name: 'Request' })).toBeDisabled();
  });

  it('of an emergency is used once and ends within four hours', async () => {
    const requestOverride = jest.fn(async () => anOverride({ state: 'active', emergency: true }));
    renderActions(decision, { requestOverride });
    const dialog = await open('Request override');
    await userEvent.click(dialog.getByRole('radio', { name: '24 hours' }));
    await userEvent.click(dialog.getByRole('checkbox', { name: /Emergency/ }));
    expect(dialog.queryByRole('radio', { name: '24 hours' })).not.toBeInTheDocument();
    await userEvent.type(dialog.getByLabelText(/^Reason/), 'Nobody can sign in');
    await userEvent.click(dialog.getByRole('button', { name: 'Override now' }));
    await waitFor(() =>
      expect(requestOverride).toHaveBeenCalledWith(
        expect.objectContaining({
          emergency: true,
          use: 'single',
          end: '2026-11-24T21:00:00.000Z',
        }),
        expect.anything(),
      ),
    );
  });
});

describe('locks', () => {
  const held = {
    key: 'k',
    held: true,
    id: 'l1',
    kind: 'run' as const,
    holder: 'external:ci',
    since: '2026-11-24T16:00:00Z',
    reason: 'migration',
  };

  it('is held by hand with a reason', async () => {
    const holdLock = jest.fn(async () => ({}) as never);
    renderActions(anOpenDecision(), { holdLock });
    const dialog = await open('Hold the lock');
    await userEvent.type(dialog.getByLabelText(/^Reason/), 'Data is being repaired');
    await userEvent.click(dialog.getByRole('button', { name: 'Hold the lock' }));
    expect(await dialog.findByText(/Nobody deploys until you release it\./)).toBeInTheDocument();
    expect(holdLock).toHaveBeenCalledWith(
      { entity: 'system:default/noipm', environment: 'staging', reason: 'Data is being repaired' },
      { idempotencyKey: expect.any(String) },
    );
  });

  it('shows holder, reason and what runs before it is broken', async () => {
    const breakLock = jest.fn(async () => ({}) as never);
    const running = {
      id: 'd1',
      result: 'running',
      version: 'v142',
      source: 'circleci',
      startedAt: '2026-11-24T16:05:00Z',
    };
    renderActions(aDecision({ lock: held }), {
      breakLock,
      deployments: async () => ({ items: [running as never] }),
    });
    const dialog = await open('Break the lock');
    expect(
      dialog.getByText(
        /external:ci holds k since Tue 24 Nov, 10:00 \(America\/Chicago\): migration/,
      ),
    ).toBeInTheDocument();
    expect(await dialog.findByText(/Running: v142 by circleci/)).toBeInTheDocument();
    await userEvent.type(dialog.getByLabelText(/^Reason/), 'The runner is dead');
    await userEvent.click(dialog.getByRole('button', { name: 'Break the lock' }));
    await waitFor(() =>
      expect(breakLock).toHaveBeenCalledWith('l1', 'The runner is dead', expect.anything()),
    );
  });

  it('of one’s own is released', async () => {
    const releaseLock = jest.fn(async () => ({}) as never);
    renderActions(aDecision({ lock: { ...held, holder: 'user:default/reader' } }), { releaseLock });
    const dialog = await open('Release the lock');
    await userEvent.click(dialog.getByRole('button', { name: 'Release the lock' }));
    expect(await dialog.findByText('The lock is released.')).toBeInTheDocument();
    expect(releaseLock).toHaveBeenCalledWith('l1');
  });

  it.each([
    [
      'a permit',
      { permit: { id: 'p1', startBy: '2026-11-24T17:15:00Z', finishBy: '2026-11-24T18:00:00Z' } },
      /Permit p1: start by Tue 24 Nov, 17:15, be done by Tue 24 Nov, 18:00 \(UTC\)/,
    ],
    [
      'a place in the queue',
      { queue: { place: 2 } },
      /No permit: .* You are number 2 in the queue\./,
    ],
  ])('taken with the verdict, it gives %s', async (_, outcome, words) => {
    const takePermit = jest.fn(async () => ({ decision: anOpenDecision(), ...outcome }) as never);
    renderActions(anOpenDecision(), { takePermit });
    const dialog = await open('Take the lock');
    await userEvent.type(dialog.getByLabelText('Minutes it will take'), '20');
    await userEvent.click(dialog.getByRole('button', { name: 'Take the lock' }));
    expect(await dialog.findByText(words)).toBeInTheDocument();
    expect(takePermit).toHaveBeenCalledWith(
      expect.objectContaining({ duration: 'PT20M' }),
      expect.anything(),
    );
  });
});

describe('recording a deployment', () => {
  it('sends instants, and says that nothing permitted it', async () => {
    const recordDeployment = jest.fn(async () => ({ unpermitted: true }) as never);
    renderActions(anOpenDecision(), { recordDeployment });
    const dialog = await open('Record a deployment');
    expect(dialog.getByText(/Without a permit it is marked/)).toBeInTheDocument();
    await userEvent.type(dialog.getByLabelText('Version'), 'v142');
    await userEvent.click(dialog.getByRole('radio', { name: 'Hotfix' }));
    await userEvent.click(dialog.getByRole('button', { name: 'Record it' }));
    expect(await dialog.findByText(/marked as one without a permit/)).toBeInTheDocument();
    expect(recordDeployment).toHaveBeenCalledWith(
      {
        entity: 'system:default/noipm',
        environment: 'staging',
        changeType: 'hotfix',
        result: 'succeeded',
        version: 'v142',
        startedAt: '2026-11-24T16:45:00.000Z',
        finishedAt: '2026-11-24T17:00:00.000Z',
      },
      { idempotencyKey: expect.any(String) },
    );
  });

  it('has no end while it still runs', async () => {
    const recordDeployment = jest.fn(async () => ({ unpermitted: false }) as never);
    renderActions(anOpenDecision(), { recordDeployment });
    const dialog = await open('Record a deployment');
    await userEvent.click(dialog.getByRole('radio', { name: 'Still running' }));
    expect(dialog.queryByLabelText('Finished')).not.toBeInTheDocument();
    await userEvent.click(dialog.getByRole('button', { name: 'Record it' }));
    await waitFor(() =>
      expect(recordDeployment).toHaveBeenCalledWith(
        expect.not.objectContaining({ finishedAt: expect.anything() }),
        expect.anything(),
      ),
    );
  });
});
