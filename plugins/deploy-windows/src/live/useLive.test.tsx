import { signalApiRef } from '@backstage/plugin-signals-react';
import { TestApiProvider } from '@backstage/test-utils';
import { act, renderHook } from '@testing-library/react';
import type { ReactNode } from 'react';
import { CHANNEL, useLive } from './useLive';

const listeners = new Map<string, (message: { epoch: number }) => void>();
const signals = {
  subscribe: (channel: string, listener: (message: never) => void) => {
    listeners.set(channel, listener as never);
    return { unsubscribe: () => listeners.delete(channel) };
  },
};
const wrapper = ({ children }: { children: ReactNode }) => (
  <TestApiProvider apis={[[signalApiRef, signals]]}>{children}</TestApiProvider>
);
const look = (state: 'visible' | 'hidden') => {
  Object.defineProperty(document, 'visibilityState', { value: state, configurable: true });
  document.dispatchEvent(new Event('visibilitychange'));
};

beforeEach(() => {
  jest.useFakeTimers();
  look('visible');
});
afterEach(() => {
  jest.useRealTimers();
});

it('asks once a minute while the page is seen, and not while it is hidden', () => {
  const again = jest.fn();
  renderHook(() => useLive(again), { wrapper });
  act(() => jest.advanceTimersByTime(60_000));
  expect(again).toHaveBeenCalledTimes(1);
  look('hidden');
  act(() => jest.advanceTimersByTime(600_000));
  expect(again).toHaveBeenCalledTimes(1);
  act(() => look('visible'));
  expect(again).toHaveBeenCalledTimes(2);
});

it('asks once for a burst of signals', () => {
  const again = jest.fn();
  renderHook(() => useLive(again), { wrapper });
  for (const epoch of [1, 2, 3]) act(() => listeners.get(CHANNEL)?.({ epoch }));
  expect(again).not.toHaveBeenCalled();
  act(() => jest.advanceTimersByTime(3_000));
  expect(again).toHaveBeenCalledTimes(1);
});

it('stops with the page', () => {
  const again = jest.fn();
  const { unmount } = renderHook(() => useLive(again), { wrapper });
  unmount();
  jest.advanceTimersByTime(600_000);
  expect(again).not.toHaveBeenCalled();
  expect(listeners.size).toBe(0);
});
