import type { ReadinessApi, SubjectAnswer } from 'backstage-plugin-deploy-windows-common';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { aCheck, aSubject, someVerdicts } from '../../__testUtils__/aReadiness';
import { renderEntity } from '../../__testUtils__/renderEntity';
import { EntityReadinessContent } from './EntityReadinessContent';

function renderTab(
  answer: SubjectAnswer | NonNullable<ReadinessApi['subject']> = aSubject(),
  readiness: Partial<ReadinessApi> = {},
  at = '',
) {
  const subject = jest.fn(typeof answer === 'function' ? answer : async () => answer);
  const verdicts = async () => someVerdicts();
  renderEntity(<EntityReadinessContent />, {
    api: {},
    readiness: { subject, verdicts, ...readiness },
    at,
  });
  return { subject };
}

const list = async (name: string) => within(await screen.findByRole('list', { name }));
const titles = async (name: string) =>
  (await list(name)).getAllByRole('button', { expanded: false }).map(row => row.textContent);

it('says the verdict in a sentence whose checks lead to their rows', async () => {
  renderTab();
  const head = within(await screen.findByRole('region', { name: 'Is it ready?' }));
  expect(head.getByText('Not ready')).toBeInTheDocument();
  const check = head.getByRole('link', { name: 'Someone is alerted' });
  expect(check).toHaveAttribute('href', '/?check=tts.alerted');
  await userEvent.click(check);
  expect(await screen.findByText('What is confirmed')).toBeInTheDocument();
  expect(screen.getByRole('button', { name: 'Someone is alerted' })).toHaveFocus();
  expect(screen.getByText(/Each of these people answers an alert/)).toBeInTheDocument();
});

it('asks once for everything, and shows must-haves by what they need', async () => {
  const { subject } = renderTab();
  expect(await titles('Open')).toEqual(['Someone is alerted', 'Regular copies of data']);
  expect(await titles('Ending soon')).toEqual(['A restore was tried']);
  expect(await titles('Waived')).toEqual(['Two instances']);
  expect(await titles('Met')).toEqual(['Encrypted on the way']);
  expect(screen.getByRole('button', { name: 'Does not apply (1)' })).toHaveAttribute(
    'aria-expanded',
    'false',
  );
  expect(
    screen.getByRole('button', { name: 'Talking to users: 1 of 2 met, 1 not known' }),
  ).toBeInTheDocument();
  expect(subject).toHaveBeenCalledTimes(1);
  expect(subject.mock.calls[0]?.[0]).toBe('system:default/noipm#production');
});

it('says shape and word of every status, the reason, the evidence and its age', async () => {
  renderTab();
  const met = await list('Met');
  expect(met.getByText('Met')).toBeInTheDocument();
  expect(met.getByText('Inherited: provided by cloud.gov')).toBeInTheDocument();
  const open = await list('Open');
  expect(open.getByText('Not known')).toBeInTheDocument();
  expect(open.getByText('addons[db]: no retention is stated')).toBeInTheDocument();
  const waived = await list('Waived');
  expect(waived.getByText('Waived until 7 Dec 2026 (would be: Not met)')).toBeInTheDocument();
});

it('opens a row to why, the rule, what was found and wanted, and the lines to add', async () => {
  renderTab();
  const open = await list('Open');
  await userEvent.click(open.getByRole('button', { name: 'Lines to add: Regular copies of data' }));
  expect(screen.getByText('What is lost without a copy is lost for ever.')).toBeInTheDocument();
  expect(screen.getByText('kept for at least 28 days')).toBeInTheDocument();
  expect(screen.getByText(/wanted: P28D/)).toBeInTheDocument();
  expect(screen.getByText(/never confirmed/)).toBeInTheDocument();
  expect(
    screen.getByRole('group', { name: 'Lines to add: Regular copies of data' }),
  ).toHaveTextContent('retention: P28D');
  expect(screen.getByText(/holders of deploy-windows\.waiver\.approve/)).toBeInTheDocument();
  expect(screen.getByLabelText('Address')).toHaveTextContent('?check=tts.copies');
});

it('opens the check of an address, even in a folded group', async () => {
  renderTab(aSubject(), {}, '?check=tts.status-page');
  expect(await screen.findByText('It will be required on 1 March 2027.')).toBeInTheDocument();
  expect(screen.getByRole('button', { name: 'A status page' })).toHaveAttribute(
    'aria-expanded',
    'true',
  );
});

it('changes the environment in the address and asks for it', async () => {
  const { subject } = renderTab(async asked =>
    asked.endsWith('#staging')
      ? aSubject({
          subject: 'system:default/noipm#staging',
          environment: 'staging',
          verdict: 'ready',
          parts: [{ text: 'Ready for staging.' }],
        })
      : aSubject(),
  );
  await userEvent.click(await screen.findByRole('radio', { name: 'staging · Ready' }));
  expect(await screen.findByText('Ready for staging.')).toBeInTheDocument();
  expect(screen.getByLabelText('Address')).toHaveTextContent('?environment=staging');
  expect(subject.mock.calls.at(-1)?.[0]).toBe('system:default/noipm#staging');
});

it('reads the facts again and says what changed by it', async () => {
  const after = aSubject({ verdict: 'ready' });
  const refresh = jest.fn(async () => ({
    before: 'not-ready' as const,
    after: 'ready' as const,
    changes: [
      {
        checkId: 'tts.copies',
        title: 'Regular copies of data',
        from: 'unknown' as const,
        to: 'pass' as const,
      },
    ],
    subject: after,
  }));
  const { subject } = renderTab(aSubject(), { refresh });
  expect(await screen.findByText('facts read 4 min ago')).toBeInTheDocument();
  await userEvent.click(screen.getByRole('button', { name: 'Read again' }));
  expect(await screen.findByText('Was: Not ready. Now: Ready.')).toBeInTheDocument();
  expect(screen.getByText(/Not known → Met/)).toBeInTheDocument();
  await waitFor(() => expect(subject).toHaveBeenCalledTimes(2));
});

it('hides what is only declared, and says how many that are', async () => {
  renderTab();
  await userEvent.click(await screen.findByRole('radio', { name: 'Hide what is only declared' }));
  expect(await screen.findByText('1 more is only declared.')).toBeInTheDocument();
  expect(screen.queryByRole('button', { name: 'A restore was tried' })).not.toBeInTheDocument();
  expect(screen.getByLabelText('Address')).toHaveTextContent('?evidence=checked');
});

it('compares two environments: only the rows that differ', async () => {
  const { checks, ahead, siblings, packs, people, problems, sourceUrl, ...a } = aSubject();
  const compare = jest.fn(async () => ({
    a,
    b: { ...a, environment: 'staging' },
    rows: [
      {
        checkId: 'tts.copies',
        title: 'Regular copies of data',
        a: 'unknown' as const,
        b: 'pass' as const,
        aBecause: 'no retention is stated',
      },
    ],
  }));
  renderTab(aSubject(), { compare });
  const choice = await screen.findByRole('radiogroup', { name: 'Compare production with' });
  await userEvent.click(within(choice).getByRole('radio', { name: 'staging' }));
  expect(
    await screen.findByText('1 check differs; production lacks 1 that staging has.'),
  ).toBeInTheDocument();
  expect(screen.getByRole('table', { name: 'production beside staging' })).toHaveTextContent(
    'no retention is stated',
  );
});

it('shows what ends soon and who is woken', async () => {
  renderTab();
  const ahead = within(await screen.findByRole('region', { name: 'In the next 60 days 1' }));
  expect(ahead.getByText(/The last restore will be too old/)).toBeInTheDocument();
  expect(screen.getByRole('link', { name: 'Ada' })).toBeInTheDocument();
});

it('shows the history of a check when it is wanted', async () => {
  const history = jest.fn(async () => ({
    items: [
      {
        id: '1',
        checkId: 'tts.copies',
        title: 'Regular copies of data',
        from: 'pass' as const,
        to: 'unknown' as const,
        at: '2026-11-01T08:00:00Z',
        cause: 'facts' as const,
        text: 'the retention is no longer stated',
      },
    ],
  }));
  renderTab(aSubject(), { history }, '?check=tts.copies');
  const show = await screen.findByRole('button', { name: 'Show the history' });
  expect(history).not.toHaveBeenCalled();
  await userEvent.click(show);
  expect(await screen.findByText(/Met → Not known: the retention/)).toBeInTheDocument();
});

describe('when nothing can be said', () => {
  it.each([
    ['no-document', 'Nothing is written down about this service yet.', /addons:/],
    ['no-environment', 'Not assessed: no environment is declared.', /name: production/],
  ] as const)('%s: says why and what to add', async (empty, words, yaml) => {
    renderTab(aSubject({ empty, verdict: 'not-assessed', checks: [] }));
    expect(await screen.findByRole('heading', { name: words })).toBeInTheDocument();
    expect(screen.getByText(yaml)).toBeInTheDocument();
    expect(screen.getByRole('button', { name: 'Copy' })).toBeInTheDocument();
  });

  it('names the declarations that answer most checks when no must-have is known', async () => {
    renderTab(aSubject({ checks: [aCheck(), aCheck({ id: 'tts.more' })] }));
    expect(
      await screen.findByRole('button', { name: 'backups: asked about by 2 checks' }),
    ).toBeInTheDocument();
  });

  it('says above the sentence that the facts are old', async () => {
    renderTab(
      aSubject({ factsReadAt: '2026-11-23T15:00:00Z', factsAge: 'Facts are old: read yesterday' }),
    );
    expect(
      (await screen.findAllByText('Facts are old: read yesterday')).map(({ tagName }) => tagName),
    ).toEqual(['DIV', 'SPAN']);
  });

  it('says what to write when it is not judged at all', async () => {
    const verdicts = async () => ({
      results: [
        {
          entity: 'system:default/noipm',
          error: { code: 'UNKNOWN_SUBJECT', message: 'It is not judged' },
        },
      ],
    });
    renderTab(aSubject(), { verdicts });
    expect(
      await screen.findByRole('heading', {
        name: 'Nothing is written down about this service yet.',
      }),
    ).toBeInTheDocument();
    expect(screen.getByText(/Its Components are judged on their own pages/)).toBeInTheDocument();
  });

  it('leads an old link to an environment that is gone to what there is', async () => {
    const gone = Object.assign(new Error('Request failed'), {
      body: { error: { code: 'UNKNOWN_SUBJECT', message: 'not judged' } },
    });
    renderTab(
      async asked => {
        if (asked.endsWith('#old')) throw gone;
        return aSubject();
      },
      {},
      '?environment=old',
    );
    expect(await screen.findByRole('heading', { name: 'production' })).toBeInTheDocument();
  });

  it('shows a failure as one, with a way to try again', async () => {
    const subject = jest
      .fn()
      .mockRejectedValueOnce(new Error('The server is away'))
      .mockResolvedValue(aSubject());
    renderTab(subject);
    await userEvent.click(await screen.findByRole('button', { name: 'Try again' }));
    expect(await screen.findByText('Not ready')).toBeInTheDocument();
  });

  it('names the missing permission and the owner', async () => {
    const refusal = Object.assign(new Error('Request failed'), {
      statusCode: 403,
      body: { error: { message: 'You may not read it' } },
    });
    renderTab(async () => {
      throw refusal;
    });
    expect(await screen.findByText(/deploy-windows\.readiness\.read/)).toBeInTheDocument();
    expect(screen.getByRole('link', { name: /noipm-core-team/ })).toBeInTheDocument();
    expect(screen.queryByRole('table')).not.toBeInTheDocument();
  });
});
