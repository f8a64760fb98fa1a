import { setTimeout as sleep } from 'node:timers/promises';

/** Resolves after `ms`, rejects when the signal says stop. */
export type Wait = (ms: number, signal: AbortSignal) => Promise<void>;

export const wait: Wait = async (ms, signal) => {
  await sleep(ms, undefined, { signal });
};
