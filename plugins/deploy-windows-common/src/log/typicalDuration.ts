import type { Deployment } from './deployment';

const FEWEST = 5;
const MOST = 20;

/** How long a deployment takes, in milliseconds: what 19 of 20 stay within, of the last 20 that succeeded. */
export function typicalDuration(deployments: readonly Deployment[]): number | undefined {
  const durations = deployments
    .filter(({ result, finishedAt }) => result === 'succeeded' && finishedAt !== undefined)
    .sort((a, b) => b.startedAt - a.startedAt)
    .slice(0, MOST)
    .map(({ startedAt, finishedAt = startedAt }) => finishedAt - startedAt)
    .sort((a, b) => a - b);
  if (durations.length < FEWEST) return undefined;
  return durations[Math.ceil(durations.length * 0.95) - 1];
}
