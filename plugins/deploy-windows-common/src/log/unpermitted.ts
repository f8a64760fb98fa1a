import type { Deployment } from './deployment';
import { coversStart, type Permit } from './permit';

/** Deployments that no permit covers: they went around the gate. */
export function unpermitted(
  deployments: readonly Deployment[],
  permits: readonly Permit[],
): readonly Deployment[] {
  return deployments.filter(deployment => !permits.some(permit => coversStart(permit, deployment)));
}
