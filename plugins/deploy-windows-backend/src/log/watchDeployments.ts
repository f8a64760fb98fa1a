import { MINUTE, type Instant } from 'backstage-plugin-deploy-windows-common/evaluator';
import { lateMessages } from './deploymentMessages';
import type { DeploymentStore } from './DeploymentStore';
import type { Targets } from './Targets';

const AHEAD = 15 * MINUTE;

/** Says once that the opening closes soon, and once that it has closed, while a deployment still runs. */
export async function watchDeployments(
  { store, targets }: { readonly store: DeploymentStore; readonly targets: Targets },
  now: Instant,
  signal: AbortSignal,
): Promise<void> {
  for (const running of await store.running()) {
    if (signal.aborted) return;
    const { deployment, permit } = running;
    const finishBy = permit?.finishBy;
    if (finishBy === undefined || finishBy - AHEAD > now) continue;
    const step = finishBy > now ? 'closing' : 'overrun';
    const owner = await targets.asked(deployment.target).then(
      ({ facts }) => facts.owner,
      () => undefined,
    );
    await store.noteOnce(deployment.id, step, now, lateMessages(running, step, finishBy, owner));
  }
}
