import type { LockRule } from '../schedule';

/** A run that waits for a lock; a higher number came later. */
export interface WaitingRun {
  readonly runKey: string;
  readonly sequence: number;
}

/** In the order they are let through. Those whom a newer one replaces are not in it. */
export function queueOrder(
  policy: LockRule['policy'],
  waiting: readonly WaitingRun[],
): readonly WaitingRun[] {
  const sorted = [...waiting].sort((a, b) => a.sequence - b.sequence);
  switch (policy) {
    case 'sequential':
      return sorted;
    case 'runLatest':
      return sorted.slice(-1);
    case 'reject':
      return [];
    default:
      throw new Error(policy satisfies never);
  }
}

/** 1 is next; undefined when it does not wait, or was replaced. */
export function placeInQueue(
  policy: LockRule['policy'],
  waiting: readonly WaitingRun[],
  runKey: string,
): number | undefined {
  const index = queueOrder(policy, waiting).findIndex(run => run.runKey === runKey);
  return index < 0 ? undefined : index + 1;
}
