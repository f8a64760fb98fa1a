import { modulePathText, type ModulePath } from './modulePath';
import type { TerraformResource } from './resource';

/** The resources of one environment; without a name, those of which nobody says where they belong. */
export interface EnvironmentGroup {
  readonly environment?: string;
  readonly resources: readonly TerraformResource[];
}

// Names of modules and keys of for_each that mean an environment, as whole words.
const STAGE_WORD =
  /^(?:prod|production|prd|live|pre-?prod|pre-?production|staging|stage|stg|test|testing|qa|uat|dev|devel|development|sandbox|demo|review)$/;
const AROUND = /^(?:env|environment)[-_]|[-_](?:env|environment)$/g;

/**
 * By tag Environment, else by configuration, else by the name of a module around it, else by the tags of what is in the same
 * module, or in the nearest one around it where all tags agree.
 */
export function byEnvironment(
  resources: readonly TerraformResource[],
  configured: string | undefined,
): readonly EnvironmentGroup[] {
  const told = resources.map(
    ({ tags, module }) => tags.Environment ?? configured ?? moduleEnvironment(module),
  );
  const around = environmentsOfModules(resources, told);
  const groups = new Map<string, { environment?: string; resources: TerraformResource[] }>();
  for (const [index, resource] of resources.entries()) {
    const environment = told[index] ?? nearest(resource.module, around);
    const key = environment?.toLowerCase() ?? '';
    const group = groups.get(key);
    if (group) group.resources.push(resource);
    else
      groups.set(key, { ...(environment !== undefined && { environment }), resources: [resource] });
  }
  return [...groups.values()];
}

/** The outermost module whose name, or key, is the word for an environment. */
export function moduleEnvironment(module: ModulePath): string | undefined {
  for (const { name, key } of module) {
    for (const text of [name, key]) {
      if (typeof text !== 'string') continue;
      const word = text.toLowerCase().replace(AROUND, '');
      if (STAGE_WORD.test(word.replaceAll('_', '-'))) return word;
    }
  }
  return undefined;
}

/** Lower-case environments told inside each module, its inner modules included; '' is the root. */
function environmentsOfModules(
  resources: readonly TerraformResource[],
  told: readonly (string | undefined)[],
): ReadonlyMap<string, ReadonlyMap<string, string>> {
  const inside = new Map<string, Map<string, string>>();
  for (const [index, { module }] of resources.entries()) {
    const environment = told[index];
    if (environment === undefined) continue;
    for (let depth = 0; depth <= module.length; depth += 1) {
      const path = modulePathText(module.slice(0, depth));
      const names = inside.get(path) ?? new Map<string, string>();
      if (names.size === 0) inside.set(path, names);
      const key = environment.toLowerCase();
      if (!names.has(key)) names.set(key, environment);
    }
  }
  return inside;
}

function nearest(
  module: ModulePath,
  inside: ReadonlyMap<string, ReadonlyMap<string, string>>,
): string | undefined {
  for (let depth = module.length; depth >= 0; depth -= 1) {
    const names = inside.get(modulePathText(module.slice(0, depth)));
    if (names === undefined) continue;
    return names.size === 1 ? [...names.values()][0] : undefined;
  }
  return undefined;
}
