import type { DeploymentAnswer } from 'backstage-plugin-deploy-windows-common';

export function deploymentLines(deployment: DeploymentAnswer): readonly string[] {
  const { id, target, version, result, took, unpermitted, overrunSince } = deployment;
  const what = version === undefined ? target : `${version} to ${target}`;
  const length = took === undefined ? '' : ` after ${took}`;
  return [
    result === 'running'
      ? `Recorded: ${what} is running (${id}).`
      : `Recorded: ${what} ${result}${length} (${id}).`,
    ...(unpermitted ? ['Warning: no permit covers its start; it went around the gate.'] : []),
    ...(overrunSince === undefined
      ? []
      : [`Warning: it runs past its permit since ${overrunSince}.`]),
  ];
}
