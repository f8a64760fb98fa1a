import type { Limits } from '../schedule';
import type { Instant } from '../time';
import type { Deployment } from './deployment';

/** A limit that is reached, and until when if time alone lifts it. */
export interface ReachedLimit {
  readonly limit: keyof Limits;
  readonly allowed: number;
  readonly until?: Instant;
}

// What limits count; a rollback is no stampede.
const COUNTED: readonly string[] = ['deploy', 'config', 'hotfix'];

/** @param isSameOpening whether a start belongs to the opening that is asked about */
export function reachedLimits(
  limits: Limits,
  deployments: readonly Deployment[],
  at: Instant,
  isSameOpening: (startedAt: Instant) => boolean,
): readonly ReachedLimit[] {
  const past = deployments.filter(
    ({ changeType, startedAt }) => COUNTED.includes(changeType) && startedAt <= at,
  );
  const reached: ReachedLimit[] = [];
  const { maxPerOpening, minGap } = limits;
  if (maxPerOpening !== undefined) {
    const count = past.filter(({ startedAt }) => isSameOpening(startedAt)).length;
    if (count >= maxPerOpening) reached.push({ limit: 'maxPerOpening', allowed: maxPerOpening });
  }
  if (minGap !== undefined) {
    const until = Math.max(...past.map(gapStart)) + minGap;
    if (until > at) reached.push({ limit: 'minGap', allowed: minGap, until });
  }
  return reached;
}

/** A gap is counted from the end; one that never reported its end, from its start. */
function gapStart({ startedAt, finishedAt = startedAt }: Deployment): Instant {
  return finishedAt;
}
