import type { Deployment } from '../allowList';
import { fieldsOf, instantOf, NOTHING, type PartBody } from './part';

export function deploymentPart(deployments: readonly Deployment[], appId: string): PartBody {
  const last = deployments.find(({ app }) => app.id === appId);
  if (!last) return NOTHING;
  return {
    ...NOTHING,
    fields: fieldsOf({
      'observed.lastDeploy': instantOf(last.created_at),
      'observed.lastDeployStatus': last.status,
    }),
  };
}
