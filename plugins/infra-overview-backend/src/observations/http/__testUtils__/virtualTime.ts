import type { Wait } from '../wait';

/** A clock that only waiting moves, so that nothing sleeps. */
export function virtualTime(start = Date.UTC(2026, 10, 24, 12)) {
  let at = start;
  const waited: number[] = [];
  const wait: Wait = async (ms, signal) => {
    signal.throwIfAborted();
    waited.push(ms);
    at += ms;
  };
  return { now: () => at, wait, waited, pass: (ms: number) => void (at += ms) };
}
