import { itemPath, itemsOf } from '../../document';
import { idMeant } from '../../document/reader/words';
import { originOf } from '../../effective';
import type { DriftPatch, ObservedList } from '../../observed';
import { isCompared } from '../compare/compareValues';
import { productAndPlan, sameProduct } from '../compare/vocabulary';
import { pathOfField } from '../judge/judgeFields';
import { listPath, type FoundItem } from '../judge/judgeLists';
import { textIn, type SeenItem } from '../judge/sightings';
import { addonOf, type Twins } from '../judge/twins';
import { documentValue } from './documentValue';
import type { PatchContext } from './fieldPatch';
import { patchTree } from './patchTree';
import { placeOf, placeWords } from './place';
import { withValue } from './withValue';
import { yamlText, type YamlValue } from './yamlText';

type Fields = { readonly [field: string]: YamlValue };

/** The lines that declare what was found, for the environment it was found in. */
export function itemPatch(
  context: PatchContext,
  { list, seen, addons }: FoundItem,
): DriftPatch | undefined {
  const { view, entityRef } = context;
  const where = listPath(list, view.environment);
  const place = placeOf(view, entityRef, where, where);
  const fields = newItem(context, list, seen, addons);
  if (fields === undefined) return undefined;
  const tree = patchTree(itemPath(place.path, fields.name), fields.rest);
  return tree && { entityRef: place.entityRef, at: placeWords(place), yaml: yamlText(tree) };
}

interface NewItem {
  /** Its id, or the name of a process. */
  readonly name: string;
  readonly rest: Fields;
}

function newItem(
  context: PatchContext,
  list: ObservedList,
  seen: SeenItem,
  addons: Twins | undefined,
): NewItem | undefined {
  const fields = writableFields(list, seen);
  switch (list) {
    case 'processes':
      return /\S/.test(seen.name) ? { name: seen.name, rest: fields } : undefined;
    case 'addons':
      return scopedItem(context, list, calledBy(seen, addons), seen, fields);
    case 'domains':
      return scopedItem(context, list, seen.name, seen, { host: seen.name, ...fields });
    case 'backups': {
      const of = addonOf(seen, addons)?.id;
      if (typeof of !== 'string') return undefined;
      const method = textIn(seen, 'method');
      return scopedItem(context, list, method === undefined ? of : `${of}-${method}`, seen, {
        ...fields,
        of,
      });
    }
    case 'jobs':
      return scopedItem(context, list, seen.name, seen, fields);
    // Where logs flow is named by the source in its own words.
    case 'observability.logs':
    case 'credentialLocations':
      return undefined;
    default:
      throw new Error(list satisfies never);
  }
}

/** By its product, unless there are two of it: the source's own name tells them apart. */
function calledBy(seen: SeenItem, addons: Twins | undefined): string {
  const product = textIn(seen, 'product');
  if (product === undefined) return seen.name;
  const alike = (addons?.onlySeen ?? []).filter(other => {
    const another = textIn(other, 'product');
    return another !== undefined && sameProduct(product, another);
  });
  return alike.length > 1 ? seen.name : product;
}

function scopedItem(
  context: PatchContext,
  list: Exclude<ObservedList, 'processes' | 'observability.logs' | 'credentialLocations'>,
  wanted: string,
  seen: SeenItem,
  fields: Fields,
): NewItem | undefined {
  const { effective, view } = context;
  const taken = new Set(itemsOf(effective.document[list]).map(({ id }) => id));
  const plain = list === 'addons' ? productAndPlan(wanted).product.replace(/^heroku-/, '') : wanted;
  const name = [plain, seen.name, `${plain}-${view.environment}`]
    .map(idMeant)
    .find(id => id !== undefined && !taken.has(id));
  if (name === undefined) return undefined;
  const isKnown = originOf(view, itemPath('environments', view.environment)) !== undefined;
  return { name, rest: { ...fields, ...(isKnown && { environments: [view.environment] }) } };
}

function writableFields(list: ObservedList, seen: SeenItem): Fields {
  let fields: Fields = {};
  const root = list === 'processes' ? 'environments[x].processes[x]' : `${list}[x]`;
  for (const [field, all] of seen.fields) {
    const value = all.find(each => each.value !== undefined)?.value;
    if (value === undefined || !isCompared(field) || field === 'name' || field === 'of') continue;
    const written = documentValue(pathOfField(root, field), value);
    if (written !== undefined) fields = withValue(fields, field.split('.'), written);
  }
  return fields;
}
