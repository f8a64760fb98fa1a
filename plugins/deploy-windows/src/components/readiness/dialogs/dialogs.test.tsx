import type { CheckAnswer, ReadinessApi } from 'backstage-plugin-deploy-windows-common';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  SUBJECT,
  aCheck,
  aConfirmation,
  aSubject,
  aWaiver,
  anExpiredCheck,
  someVerdicts,
} from '../../../__testUtils__/aReadiness';
import { renderEntity } from '../../../__testUtils__/renderEntity';
import { EntityReadinessContent } from '../EntityReadinessContent';

const refusal = (code: string, message: string) =>
  Object.assign(new Error('Request failed'), { body: { error: { code, message } } });

function renderChecks(checks: readonly CheckAnswer[], readiness: Partial<ReadinessApi> = {}) {
  const subject = jest.fn(async () => aSubject({ checks: [...checks] }));
  renderEntity(<EntityReadinessContent />, {
    api: {},
    readiness: { subject, verdicts: async () => someVerdicts(), ...readiness },
    at: `?check=${checks[0]?.id}`,
  });
  return { subject };
}

const press = async (name: string | RegExp) => {
  const button = await screen.findByRole('button', { name });
  await waitFor(() => expect(button).toBeEnabled());
  await userEvent.click(button);
  return within(await screen.findByRole('dialog'));
};

describe('still true', () => {
  it('shows the statement and the facts old beside new, and signs for the facts that are shown', async () => {
    const attest = jest.fn(async () => [
      aConfirmation({ state: 'valid', validUntil: '2027-02-22T17:00:00Z' }),
    ]);
    const { subject } = renderChecks([anExpiredCheck()], { attest });
    const dialog = await press('Still true: Someone is alerted');
    expect(dialog.getByText(/Each of these people answers an alert/)).toBeInTheDocument();
    const facts = within(dialog.getByRole('table', { name: /^Facts it is bound to/ }));
    expect(facts.getByText('changed')).toBeInTheDocument();
    expect(facts.getByText('(gone)').parentElement).toHaveTextContent('user:default/bo');
    expect(facts.getByText('(new)').parentElement).toHaveTextContent('user:default/cyn');
    expect(
      dialog.getByText('Until 22 Feb 2027 (90 days), or until one of its facts changes.'),
    ).toBeInTheDocument();
    await userEvent.click(dialog.getByRole('button', { name: 'Confirm' }));
    expect(await dialog.findByText('Signed until 22 Feb 2027.')).toBeInTheDocument();
    expect(attest).toHaveBeenCalledWith(
      SUBJECT,
      {
        answers: [{ checkId: 'tts.alerted', answer: 'met' }],
        ifFacts: { 'tts.alerted': { alertPeople: ['user:default/ada', 'user:default/cyn'] } },
      },
      { idempotencyKey: expect.any(String) },
    );
    await waitFor(() => expect(subject).toHaveBeenCalledTimes(2));
  });

  it('shows what changed meanwhile before it can be signed again', async () => {
    const { attest: terms } = anExpiredCheck();
    if (terms === undefined) throw new Error('The fixture has something to confirm');
    const changed = anExpiredCheck({
      attest: { ...terms, boundTo: { alertPeople: ['user:default/dee'] } },
    });
    const subject = jest
      .fn()
      .mockResolvedValueOnce(aSubject({ checks: [anExpiredCheck()] }))
      .mockResolvedValue(aSubject({ checks: [changed] }));
    const attest = jest
      .fn()
      .mockRejectedValueOnce(refusal('FACTS_CHANGED', 'The facts are others'))
      .mockResolvedValue([aConfirmation({ state: 'valid' })]);
    renderChecks([anExpiredCheck()], { subject, attest });
    const dialog = await press('Still true: Someone is alerted');
    await userEvent.type(dialog.getByLabelText(/^Note/), 'Asked each of them');
    await userEvent.click(dialog.getByRole('button', { name: 'Confirm' }));
    expect(
      await dialog.findByText('The facts changed. See the difference before you confirm.'),
    ).toBeInTheDocument();
    expect(dialog.getByRole('columnheader', { name: 'When you opened this' })).toBeInTheDocument();
    expect(dialog.getByText('user:default/dee')).toBeInTheDocument();
    expect(dialog.getByLabelText(/^Note/)).toHaveValue('Asked each of them');
    await userEvent.click(dialog.getByRole('button', { name: 'Confirm' }));
    await dialog.findByText(/^Signed/);
    expect(attest.mock.calls[1]?.[1]).toMatchObject({
      ifFacts: { 'tts.alerted': { alertPeople: ['user:default/dee'] } },
    });
  });
});

it('says that it does not apply, with a reason and who must agree', async () => {
  const attest = jest.fn(async () => [
    aConfirmation({ answer: 'not-applicable', reason: 'no-such-component', state: 'valid' }),
  ]);
  renderChecks([anExpiredCheck()], { attest });
  const dialog = await press('Does not apply');
  expect(dialog.getByText(/It is a must-have: it counts when/)).toBeInTheDocument();
  expect(dialog.getByRole('button', { name: 'Say it does not apply' })).toBeDisabled();
  await userEvent.click(dialog.getByRole('radio', { name: 'There is no such part' }));
  await userEvent.click(dialog.getByRole('button', { name: 'Say it does not apply' }));
  expect(await dialog.findByText(/has to agree/)).toBeInTheDocument();
  expect(attest.mock.calls[0]).toMatchObject([
    SUBJECT,
    {
      answers: [{ checkId: 'tts.alerted', answer: 'not-applicable', reason: 'no-such-component' }],
    },
    {},
  ]);
});

it('answers the rows of a form with one signature, and leaves the others as they are', async () => {
  const rows = ['Logins', 'Failed logins', 'Changes of rights'].map((title, index) =>
    anExpiredCheck({ id: `tts.audit-${index}`, title, form: 'Audit events' }),
  );
  const attest = jest.fn(async () => [aConfirmation(), aConfirmation({ id: 'a2' })]);
  renderChecks(rows, { attest });
  const dialog = await press('Answer the form: Audit events');
  expect(dialog.getByRole('button', { name: 'Sign' })).toBeDisabled();
  const answer = async (row: string, word: string) =>
    userEvent.click(
      within(dialog.getByRole('radiogroup', { name: `Answer: ${row}` })).getByRole('radio', {
        name: word,
      }),
    );
  await answer('Logins', 'Met');
  await answer('Changes of rights', 'Not met');
  await userEvent.click(dialog.getByRole('button', { name: 'Sign' }));
  expect(await dialog.findByText('2 rows are signed.')).toBeInTheDocument();
  expect(attest).toHaveBeenCalledTimes(1);
  expect(attest.mock.calls[0]).toMatchObject([
    SUBJECT,
    {
      answers: [
        { checkId: 'tts.audit-0', answer: 'met' },
        { checkId: 'tts.audit-2', answer: 'not-met' },
      ],
    },
    {},
  ]);
});

describe('a waiver', () => {
  const open = aCheck({ status: 'fail', statusWords: 'Not met' });

  it('is asked for with a kind, a reason and an end; shows what stays open beneath', async () => {
    const askForWaiver = jest.fn(async () => aWaiver({ state: 'waiting' }));
    renderChecks([open], { askForWaiver });
    const dialog = await press('Ask for a waiver');
    expect(
      dialog.getByText(/Stays open and counted beneath it: Not met, addons\[db\]/),
    ).toBeInTheDocument();
    expect(dialog.getByText(/Who may agree: holders of/)).toBeInTheDocument();
    await userEvent.click(dialog.getByRole('radio', { name: 'It is planned' }));
    await userEvent.type(dialog.getByLabelText(/^Reason/), 'too short');
    const submit = dialog.getByRole('button', { name: 'Ask for it' });
    expect(submit).toBeDisabled();
    await userEvent.type(dialog.getByLabelText(/^Reason/), ' no longer, it is long enough');
    await userEvent.click(submit);
    expect(await dialog.findByText(/counts when a second person approves it/)).toBeInTheDocument();
    expect(askForWaiver).toHaveBeenCalledWith(
      SUBJECT,
      {
        checkId: 'tts.copies',
        code: 'planned',
        reason: 'too short no longer, it is long enough',
        expiresAt: expect.stringMatching(/^2027-02-2\dT/),
      },
      { idempotencyKey: expect.any(String) },
    );
  });

  it('is approved by a second person, until its day', async () => {
    const approveWaiver = jest.fn(async () => aWaiver());
    renderChecks(
      [{ ...open, waiting: [aWaiver({ state: 'waiting', renewalWords: 'second renewal' })] }],
      { approveWaiver },
    );
    const dialog = await press('Approve until 7 Dec 2026: Regular copies of data');
    expect(dialog.getByText(/It is planned: The second instance/)).toBeInTheDocument();
    expect(dialog.getByText(/second renewal/)).toBeInTheDocument();
    expect(dialog.getByText(/Stays open and counted beneath it: Not met/)).toBeInTheDocument();
    await userEvent.click(dialog.getByRole('button', { name: 'Approve until 7 Dec 2026' }));
    expect(
      await dialog.findByText('It is approved and counts until 7 Dec 2026.'),
    ).toBeInTheDocument();
    expect(approveWaiver).toHaveBeenCalledWith('w1', { idempotencyKey: expect.any(String) });
  });

  it('says what the server refuses, and keeps what was entered', async () => {
    const denyWaiver = jest.fn(async () => {
      throw refusal('SAME_PERSON', 'Nobody denies what they asked for');
    });
    renderChecks([{ ...open, waiting: [aWaiver({ state: 'waiting' })] }], { denyWaiver });
    const dialog = await press('Deny');
    await userEvent.type(dialog.getByLabelText(/^Reason/), 'It can be done this week');
    await userEvent.click(dialog.getByRole('button', { name: 'Deny' }));
    expect(await dialog.findByText('Not done (SAME_PERSON)')).toBeInTheDocument();
    expect(dialog.getByLabelText(/^Reason/)).toHaveValue('It can be done this week');
  });

  it('is revoked with a reason, after the consequence is said', async () => {
    const revokeWaiver = jest.fn(async () => aWaiver({ state: 'revoked' }));
    renderChecks([aCheck({ status: 'waived', waiver: aWaiver() })], { revokeWaiver });
    const dialog = await press('Revoke the waiver');
    expect(dialog.getByText(/may make the service not ready/)).toBeInTheDocument();
    await userEvent.type(dialog.getByLabelText(/^Reason/), 'The second instance runs');
    await userEvent.click(dialog.getByRole('button', { name: 'Revoke' }));
    expect(await dialog.findByText(/the check counts again/)).toBeInTheDocument();
    expect(revokeWaiver).toHaveBeenCalledWith('w1', 'The second instance runs');
  });
});

it('breaks the glass for every open must-have at once, where readiness holds deploys', async () => {
  const { checks, ahead, siblings, packs, people, problems, sourceUrl, ...verdict } = aSubject();
  const breakGlass = jest.fn(async () => ({
    waivers: [aWaiver(), aWaiver({ id: 'w2' })],
    verdict,
  }));
  renderEntity(<EntityReadinessContent />, {
    api: {},
    readiness: {
      subject: async () => aSubject({ gate: { mode: 'enforce', words: 'Deploys are held.' } }),
      verdicts: async () => someVerdicts(),
      breakGlass,
    },
  });
  const dialog = await press('Break glass');
  expect(dialog.getAllByRole('listitem').map(item => item.textContent)).toEqual([
    'Regular copies of data',
    'Someone is alerted',
  ]);
  await userEvent.type(dialog.getByLabelText(/^Reason/), 'The site is down for everybody');
  await userEvent.click(dialog.getByRole('button', { name: 'Waive them for 24 hours' }));
  expect(await dialog.findByText(/^2 must-haves are waived for 24 hours/)).toBeInTheDocument();
  expect(breakGlass).toHaveBeenCalledWith(
    {
      entity: 'system:default/noipm',
      environment: 'production',
      reason: 'The site is down for everybody',
    },
    expect.anything(),
  );
});

it('offers no glass to break where nothing is held', async () => {
  renderChecks([aCheck()]);
  await screen.findByRole('region', { name: 'Is it ready?' });
  expect(screen.queryByRole('button', { name: 'Break glass' })).not.toBeInTheDocument();
});

it('takes answers over from the old name of an environment', async () => {
  const carryOver = jest.fn(async () => ({ attestations: 3, waivers: 1 }));
  renderChecks([aCheck()], { carryOver });
  const dialog = await press('Take answers over from a renamed environment');
  await userEvent.type(dialog.getByLabelText(/^Old name/), 'live');
  await userEvent.type(dialog.getByLabelText(/^Reason/), 'It was renamed last week');
  await userEvent.click(dialog.getByRole('button', { name: 'Take them over' }));
  expect(await dialog.findByText('Taken over: 3 confirmations, 1 waiver.')).toBeInTheDocument();
  expect(carryOver).toHaveBeenCalledWith(
    SUBJECT,
    { from: 'system:default/noipm#live', why: 'It was renamed last week' },
    expect.anything(),
  );
});
