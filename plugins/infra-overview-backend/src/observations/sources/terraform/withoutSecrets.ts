import type { AllowedTag } from './allowList';
import { addressOf, type TerraformResource } from './resource';
import type { ShapedValue } from './shapes';

/** Lines, from 1, on which something looks like a secret. */
export type FindSecrets = (text: string) => readonly { readonly line: number }[];

/**
 * The gate, once for all values of a state: each different text is a line of its own, so that the detector runs once and not a
 * hundred thousand times. What looks like a secret is dropped and named by place; a resource whose name does is dropped whole.
 */
export function withoutSecrets(
  resources: readonly TerraformResource[],
  findSecrets: FindSecrets,
): { readonly resources: readonly TerraformResource[]; readonly dropped: readonly string[] } {
  const secret = secretTexts(resources, findSecrets);
  if (secret.size === 0) return { resources, dropped: [] };
  const kept: TerraformResource[] = [];
  let nameless = 0;
  for (const resource of resources) {
    if (namesOf(resource).some(name => secret.has(name))) nameless += 1;
    else kept.push(withoutSecretValues(resource, secret));
  }
  return {
    resources: kept,
    dropped: nameless > 0 ? [`${nameless} resources whose names look like a secret`] : [],
  };
}

function secretTexts(
  resources: readonly TerraformResource[],
  findSecrets: FindSecrets,
): ReadonlySet<string> {
  // A line of the text asked about → the value it stands for.
  const lines = new Map<string, string>();
  for (const resource of resources) {
    for (const name of namesOf(resource)) lines.set(name, name);
    for (const tag of Object.values(resource.tags)) lines.set(tag, tag);
    for (const value of Object.values(resource.values).flat())
      if (typeof value === 'string') for (const line of linesOf(value)) lines.set(line, value);
  }
  const values = [...lines.values()];
  const found = new Set<string>();
  for (const { line } of findSecrets([...lines.keys()].join('\n'))) {
    const value = values[line - 1];
    if (value !== undefined) found.add(value);
  }
  return found;
}

/** The name in an ARN is asked about by itself too: as a part of a reference nobody minds how random it looks. */
function linesOf(value: string): readonly string[] {
  const name = /^arn:(?:[^:]*:){4}(?:[a-z]+[:/])?(.+)$/.exec(value)?.[1];
  return name === undefined ? [value] : [value, name];
}

function namesOf({ type, name, module, key }: TerraformResource): readonly string[] {
  const names = [type, name];
  for (const step of module) {
    names.push(step.name);
    if (typeof step.key === 'string') names.push(step.key);
  }
  if (typeof key === 'string') names.push(key);
  return names;
}

function withoutSecretValues(
  resource: TerraformResource,
  secret: ReadonlySet<string>,
): TerraformResource {
  const unread: string[] = [];
  const isSecret = (value: ShapedValue) => typeof value === 'string' && secret.has(value);
  const values: Record<string, ShapedValue | readonly ShapedValue[]> = {};
  for (const [path, value] of Object.entries(resource.values)) {
    const items: readonly ShapedValue[] = Array.isArray(value) ? value : [value as ShapedValue];
    if (!items.some(isSecret)) values[path] = value;
    else {
      unread.push(path);
      if (Array.isArray(value)) values[path] = items.filter(item => !isSecret(item));
    }
  }
  const tags: Partial<Record<AllowedTag, string>> = {};
  for (const [tag, value] of Object.entries(resource.tags)) {
    if (isSecret(value)) unread.push(`tags.${tag}`);
    else tags[tag as AllowedTag] = value;
  }
  if (unread.length === 0) return resource;
  return { ...resource, values, tags, unread: [...resource.unread, ...unread] };
}

/** Where values were not taken over, by address and attribute. */
export function droppedOf(resources: readonly TerraformResource[]): readonly string[] {
  return resources.flatMap(resource =>
    resource.unread.map(attribute => `${addressOf(resource)}: ${attribute}`),
  );
}
