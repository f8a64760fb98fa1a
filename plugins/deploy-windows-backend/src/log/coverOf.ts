import { coversStart, type ChangeType } from 'backstage-plugin-deploy-windows-common/evaluator';
import { conflict, invalid, notFound } from '../api/coded';
import type { NewDeployment, PermitCover } from './DeploymentStore';
import type { StoredPermit } from './PermitStore';

// In an incident the cure must not be frozen, nor be called a way around the gate.
const GATED: readonly ChangeType[] = ['deploy', 'config', 'hotfix'];

/** The permit a start belongs to: the one that is named, else an unused one that covers it. */
export function coverOf(
  deployment: NewDeployment,
  permits: readonly StoredPermit[],
  named: string | undefined,
): PermitCover {
  const needsPermit = GATED.includes(deployment.changeType);
  if (named === undefined) {
    const found = permits.find(
      permit => permit.deploymentId === undefined && isCovered(permit, deployment),
    );
    return found ? { permitId: found.id, unpermitted: false } : { unpermitted: needsPermit };
  }
  const permit = permits.find(({ id }) => id === named);
  if (permit === undefined) throw notFound('UNKNOWN_PERMIT', `There is no permit ${named}`);
  if (permit.target !== deployment.target) {
    throw invalid('PERMIT_OF_OTHER_TARGET', `Permit ${named} is for ${permit.target}`, {
      target: permit.target,
    });
  }
  if (permit.deploymentId !== undefined) {
    throw conflict(
      'PERMIT_USED',
      `Permit ${named} was used by deployment ${permit.deploymentId}; a permit is for one start`,
      {
        deployment: permit.deploymentId,
      },
    );
  }
  return { permitId: permit.id, unpermitted: needsPermit && !isCovered(permit, deployment) };
}

/** One that was given back covers no later start. */
function isCovered(permit: StoredPermit, deployment: NewDeployment): boolean {
  return coversStart(permit, deployment) && (permit.closedAt ?? Infinity) > deployment.startedAt;
}
