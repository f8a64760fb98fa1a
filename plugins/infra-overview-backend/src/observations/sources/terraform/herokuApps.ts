import { textOf, type TerraformResource } from './resource';
import { isTextOf } from './shapes';

/** An app and what is attached to it. Documents name apps, so an app is a subject of its own. */
export interface HerokuApp {
  readonly app: string;
  readonly resources: readonly TerraformResource[];
}

/** Apps found by name, id or uuid, as versions of the provider differ; the rest stays with the other resources. */
export function splitHerokuApps(resources: readonly TerraformResource[]): {
  readonly apps: readonly HerokuApp[];
  readonly rest: readonly TerraformResource[];
} {
  const names = appNames(resources);
  const apps = new Map<string, TerraformResource[]>();
  const rest: TerraformResource[] = [];
  for (const resource of resources) {
    const isHeroku = resource.type.startsWith('heroku_');
    const app = isHeroku ? appOf(resource, names) : undefined;
    if (app === undefined) {
      // Of an app that is in another state: only counted.
      rest.push(isHeroku ? { ...resource, isKnown: false } : resource);
      continue;
    }
    const members = apps.get(app);
    if (members) members.push(resource);
    else apps.set(app, [resource]);
  }
  return { apps: [...apps].map(([app, members]) => ({ app, resources: members })), rest };
}

/** Stage of its pipeline, the grouping of Heroku itself. */
export function pipelineStage({ resources }: HerokuApp): string | undefined {
  for (const resource of resources) {
    if (resource.type === 'heroku_pipeline_coupling') return textOf(resource, 'stage');
  }
  return undefined;
}

function appNames(resources: readonly TerraformResource[]): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (const resource of resources) {
    const name = resource.type === 'heroku_app' ? textOf(resource, 'name') : undefined;
    if (name === undefined) continue;
    for (const key of [name, textOf(resource, 'id'), textOf(resource, 'uuid')])
      if (key !== undefined) names.set(key, name);
  }
  return names;
}

function appOf(
  resource: TerraformResource,
  names: ReadonlyMap<string, string>,
): string | undefined {
  if (resource.type === 'heroku_app') return textOf(resource, 'name');
  const key = textOf(resource, 'app_id') ?? textOf(resource, 'app');
  if (key === undefined) return undefined;
  return names.get(key) ?? (isTextOf('app', key) ? key : undefined);
}
