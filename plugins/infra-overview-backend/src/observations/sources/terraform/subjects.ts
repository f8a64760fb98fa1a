import type { StateInput } from './config';
import { byEnvironment, moduleEnvironment } from './environments';
import { pipelineStage, splitHerokuApps } from './herokuApps';
import type { TerraformResource } from './resource';

export interface StateSubject {
  readonly subject: string;
  readonly environment?: string;
  readonly resources: readonly TerraformResource[];
}

/** Apps that documents name, and the rest of the state by environment. */
export function subjectsOf(
  { id, environment: configured }: StateInput,
  resources: readonly TerraformResource[],
): readonly StateSubject[] {
  const { apps, rest } = splitHerokuApps(resources);
  const groups = byEnvironment(rest, configured);
  // A state without anything in it was looked at all the same.
  const empty = groups.length + apps.length === 0;
  return [
    ...(empty ? [{ environment: configured, resources: [] }] : groups).map(
      ({ environment, resources: mine }) => ({
        subject: environment === undefined ? id : `${id}#${environment.toLowerCase()}`,
        ...(environment !== undefined && { environment }),
        resources: mine,
      }),
    ),
    ...apps.map(app => {
      const environment =
        pipelineStage(app) ?? configured ?? moduleEnvironment(app.resources[0]?.module ?? []);
      return {
        subject: app.app,
        ...(environment !== undefined && { environment }),
        resources: app.resources,
      };
    }),
  ];
}
