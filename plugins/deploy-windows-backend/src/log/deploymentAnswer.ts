import { instantText, type DeploymentAnswer } from 'backstage-plugin-deploy-windows-common';
import { overrunSince, type Instant } from 'backstage-plugin-deploy-windows-common/evaluator';
import type { StoredDeployment } from './DeploymentStore';
import { lengthText } from './lengthOf';
import type { StoredPermit } from './PermitStore';

export function deploymentAnswer(
  deployment: StoredDeployment,
  permit: StoredPermit | undefined,
  now: Instant,
): DeploymentAnswer {
  const { target, version, permitId, startedAt, finishedAt, note, causedErrors } = deployment;
  const hash = target.lastIndexOf('#');
  const overrun = permit && overrunSince(permit, deployment, now);
  return {
    id: deployment.id,
    target,
    entityRef: target.slice(0, hash),
    environment: target.slice(hash + 1),
    changeType: deployment.changeType,
    ...(version !== undefined && { version }),
    source: deployment.source,
    externalId: deployment.externalId,
    by: deployment.by,
    ...(permitId !== undefined && { permitId }),
    unpermitted: deployment.unpermitted,
    startedAt: instantText(startedAt),
    ...(finishedAt !== undefined && {
      finishedAt: instantText(finishedAt),
      took: lengthText(finishedAt - startedAt),
    }),
    result: deployment.result,
    ...(overrun !== undefined && { overrunSince: instantText(overrun) }),
    ...(note !== undefined && { note }),
    ...(causedErrors !== undefined && { causedErrors }),
  };
}
