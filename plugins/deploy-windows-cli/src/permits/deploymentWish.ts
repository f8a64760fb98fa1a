import type { DeploymentWishText } from 'backstage-plugin-deploy-windows-common';
import { changeTypeOf, targetOf } from '../arguments/asked';
import type { Values } from '../arguments/options';
import { ciRun } from '../ciRun';
import { wrongUse } from '../failure';
import type { World } from '../world';
import type { PermitFile } from './permitFile';

const LONGEST = 200;

/** What is recorded: of the permit, else of the flags; under the name of the run, so that the same run is recorded once. */
export function deploymentWish(
  values: Values,
  file: PermitFile | undefined,
  world: World,
): DeploymentWishText {
  const { version = file?.permit.artifact, note } = values;
  const startedAt = values['started-at'];
  return {
    ...whatOf(values, file),
    ...identityOf(values, file, world),
    ...(version !== undefined && { version }),
    ...(file !== undefined && { permit: file.permit.id }),
    ...(startedAt !== undefined && { startedAt }),
    ...(note !== undefined && { note }),
    ...(values['caused-errors'] && { causedErrors: true }),
  };
}

function whatOf(values: Values, file: PermitFile | undefined) {
  if (file === undefined) return { ...targetOf(values), ...changeTypeOf(values) };
  const { entityRef, environment, changeType } = file.permit;
  for (const name of ['entity', 'environment', 'change-type'] as const) {
    if (values[name] !== undefined)
      throw wrongUse(`--${name} goes without --permit: the permit says it.`);
  }
  return { entity: entityRef, environment, changeType };
}

function identityOf(
  values: Values,
  file: PermitFile | undefined,
  { env }: World,
): Pick<DeploymentWishText, 'source' | 'externalId'> {
  const run = ciRun(env);
  const source = values.source ?? run?.source;
  const externalId = values['external-id'] ?? file?.permit.id ?? runOf(values, run?.run);
  return {
    ...(source !== undefined && { source }),
    ...(externalId !== undefined && { externalId }),
  };
}

/** One run may deploy several targets. */
function runOf({ entity, environment }: Values, run: string | undefined): string | undefined {
  return run === undefined ? undefined : `${run} ${entity}#${environment}`.slice(0, LONGEST);
}
