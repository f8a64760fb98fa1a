import { itemPath } from '../../document';
import type { DriftPatch } from '../../observed';
import { chosen, type SeenField, type Sightings } from '../judge/sightings';
import { isCompared } from '../compare/compareValues';
import { pathOfField } from '../judge/judgeFields';
import { documentValue } from './documentValue';
import { patchTree } from './patchTree';
import { withValue } from './withValue';
import { yamlText, type YamlValue } from './yamlText';

type Fields = { readonly [field: string]: YamlValue };

/** The lines that declare an environment with what was seen of it, its processes among that. */
export function environmentPatch(
  entityRef: string,
  environment: string,
  sightings: Sightings,
  app: { readonly name: string; readonly platform: string } | undefined,
): DriftPatch | undefined {
  const root = itemPath('environments', environment);
  let fields: Fields = fieldsOf(root, sightings.fields);
  // By its name the source finds it again.
  if (app !== undefined) {
    fields = withValue(fields, ['hosting', 'platform'], app.platform);
    fields = withValue(fields, ['hosting', 'app'], app.name);
  }
  const processes = sightings.items
    .filter(({ list, name }) => list === 'processes' && /\S/.test(name))
    .map(({ name, fields: seen }) => ({
      name,
      ...fieldsOf(`${root}.processes[x]`, seen, ['name']),
    }));
  if (processes.length > 0) fields = { ...fields, processes };
  if (!/\S/.test(environment)) return undefined;
  const tree = patchTree(root, fields);
  return tree && { entityRef, at: `environments, ${environment}`, yaml: yamlText(tree) };
}

function fieldsOf(
  root: string,
  seen: ReadonlyMap<string, readonly SeenField[]>,
  leftOut: readonly string[] = [],
): Fields {
  let fields: Fields = {};
  for (const [field, all] of seen) {
    const value = chosen(all, () => false)?.value;
    if (value === undefined || !isCompared(field) || leftOut.includes(field)) continue;
    const written = documentValue(pathOfField(root, field), value);
    if (written !== undefined) fields = withValue(fields, field.split('.'), written);
  }
  return fields;
}
