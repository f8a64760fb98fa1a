import { currentInstant } from 'backstage-plugin-infra-overview-react';
import { act, screen } from '@testing-library/react';
import { aDecision } from '../../__testUtils__/aDecision';
import { renderEntity } from '../../__testUtils__/renderEntity';
import { DecisionCard } from './DecisionCard';

const MINUTES = 60_000;
let ahead = 0;

jest.mock('backstage-plugin-infra-overview-react', () => {
  const actual = jest.requireActual('backstage-plugin-infra-overview-react');
  return { ...actual, useNow: () => actual.currentInstant() + ahead };
});

const answer = {
  results: [{ entity: 'system:default/noipm', environment: 'production', decision: aDecision() }],
};

beforeEach(() => {
  ahead = 0;
  jest.useFakeTimers({
    now: currentInstant(),
    doNotFake: [
      'setTimeout',
      'clearTimeout',
      'queueMicrotask',
      'nextTick',
      'performance',
      'setImmediate',
      'clearImmediate',
    ],
  });
});
afterEach(() => {
  jest.useRealTimers();
});

it('shows an answer that outlived its validity with its age, and says that it is too old', async () => {
  ahead = 16 * MINUTES;
  renderEntity(<DecisionCard />, { api: { decisions: async () => answer } });
  expect(await screen.findByText('Checked 16 min ago: too old to act on')).toBeInTheDocument();
  expect(screen.getByRole('button', { name: 'Ask now' })).toBeInTheDocument();
});

it('asks again every minute, and shows a failure with the age of the last answer', async () => {
  const decisions = jest
    .fn()
    .mockResolvedValueOnce(answer)
    .mockRejectedValue(new Error('The server is away'));
  renderEntity(<DecisionCard />, { api: { decisions } });
  await screen.findByText(/Tell them now and you may start/);
  expect(screen.queryByText(/^Checked/)).not.toBeInTheDocument();
  await act(async () => {
    await jest.advanceTimersByTimeAsync(MINUTES);
  });
  expect(await screen.findByText('Asking again failed: The server is away')).toBeInTheDocument();
  expect(screen.getByText(/Tell them now and you may start/)).toBeInTheDocument();
  expect(decisions).toHaveBeenCalledTimes(2);
});
