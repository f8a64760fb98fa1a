import { itemsOf } from '../../document';
import { environmentNames, type EffectiveInfra, type InfraView } from '../../effective';
import type { DriftPatch } from '../../observed';
import type { SeenValue } from '../compare/compareValues';
import { documentValue } from './documentValue';
import { patchTree } from './patchTree';
import { placeOf, placeWords } from './place';
import { yamlText } from './yamlText';

export interface PatchContext {
  readonly entityRef: string;
  readonly effective: EffectiveInfra;
  readonly view: InfraView;
}

/** The lines that make a declared item say what was seen; undefined where no field of the model can. */
export function fieldPatch(
  { entityRef, effective, view }: PatchContext,
  itemPath: string,
  path: string,
  value: SeenValue,
): DriftPatch | undefined {
  const written = documentValue(path, value);
  if (written === undefined) return undefined;
  const place = placeOf(view, entityRef, itemPath, path);
  const tree = patchTree(place.path, written);
  if (tree === undefined) return undefined;
  const elsewhere = otherEnvironments(effective, view, itemPath);
  return {
    entityRef: place.entityRef,
    at: `${placeWords(place)}${elsewhere.length > 0 ? `; holds in ${elsewhere.join(', ')} too` : ''}`,
    yaml: yamlText(tree),
  };
}

/** An item that names no environments is one item for all of them. */
function otherEnvironments(
  effective: EffectiveInfra,
  { environment, document }: InfraView,
  itemPath: string,
): readonly string[] {
  const list = /^(addons|backups|domains)\[/.exec(itemPath)?.[1];
  if (list === undefined) return [];
  const items = itemsOf(document[list as 'addons' | 'backups' | 'domains']);
  const item = items.find(({ id }) => itemPath === `${list}[${id}]`);
  if (item === undefined || item.environments !== undefined || item.stages !== undefined) return [];
  return environmentNames(effective).filter(name => name !== environment);
}
