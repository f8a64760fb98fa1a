import { queueOrder, type LockRule } from 'backstage-plugin-deploy-windows-common/evaluator';
import type { WaitingInQueue } from './LockStore';

/**
 * The run that goes first, where that is not the one that asks. Under `sequential` whoever came later waits its turn; under
 * `runLatest` whoever comes now is the latest.
 */
export function turnOfAnother(
  policy: LockRule['policy'],
  waiting: readonly WaitingInQueue[],
  runKey: string | undefined,
): WaitingInQueue | undefined {
  const isNew = !waiting.some(run => run.runKey === runKey);
  if (policy === 'runLatest' && isNew) return undefined;
  const first = queueOrder(policy, waiting)[0];
  if (first === undefined || first.runKey === runKey) return undefined;
  return waiting.find(run => run.runKey === first.runKey);
}
