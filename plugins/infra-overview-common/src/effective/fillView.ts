import type { JsonObject, JsonValue } from '@backstage/types';
import { itemPath, type Stage } from '../document';
import { builtInAddonFields, builtInOrigin } from './builtIn';
import { fill, type ItemFacts } from './fill';
import type { FillingKind, Fillings } from './fillings';
import type { Place } from './holdsIn';
import { itemKey } from './itemKey';
import { changeAt } from './listAt';
import type { Origin } from './origin';
import { isObject } from './shape';
import { stageOf } from './stage';

/** Where what was filled in is noted, by path. */
export type OriginNotes = Record<string, Origin>;

/** An environment with its left-out fields filled. Its platform may come from one default and decide whether another applies. */
export function fillEnvironment(
  environment: JsonObject,
  fillingsFor: (place: Place) => Fillings,
  notes: OriginNotes,
): JsonObject {
  const path = itemPath('environments', String(environment.name));
  const spot = { pattern: 'environments[]', path };
  const fillFrom = (fillings: Fillings) =>
    fill(environment, spot, fillings.environments, environmentFacts);

  // What a platform provides comes after all defaults, one of which may name the platform.
  const byDefaults = fillFrom(fillingsFor({ ...placeOf(environment), platform: undefined }));
  const place = placeOf(byDefaults.item);
  const fillings = fillingsFor(place);
  const { item, origins } = fillFrom(fillings);
  for (const [filledPath, origin] of origins) notes[filledPath] = origin;
  return changeAt(item, 'processes', processes =>
    fillItems(processes, 'environments[].processes', `${path}.processes`, {
      kind: 'processes',
      fillings,
      notes,
      factsOf: process => itemFacts(process, place),
    }),
  );
}

export function placeOf(environment: JsonObject): Place {
  const named = environment as unknown as { readonly name: string; readonly stage?: Stage };
  const hosting = isObject(environment.hosting) ? environment.hosting : {};
  return {
    environment: named.name,
    stage: stageOf(named).stage,
    platform: word(hosting.platform),
  };
}

export function environmentFacts(environment: JsonObject): ItemFacts {
  const hosting = isObject(environment.hosting) ? environment.hosting : {};
  const { stage, platform } = placeOf(environment);
  return { stage, platform, product: word(hosting.product) };
}

const LISTS: readonly (readonly [list: string, kind: FillingKind])[] = [
  // Add-ons first: whether a default for backups applies may depend on the add-on they are of.
  ['addons', 'addons'],
  ['backups', 'backups'],
  ['domains', 'domains'],
  ['observability.logs', 'logs'],
  ['observability.monitors', 'monitors'],
];

/** Every other list that defaults speak of. */
export function fillLists(
  document: JsonObject,
  place: Place,
  fillings: Fillings,
  notes: OriginNotes,
): JsonObject {
  let result = document;
  for (const [list, kind] of LISTS) {
    if (fillings[kind].length === 0) continue;
    const addons = addonsById(result);
    const factsOf = (item: JsonObject) => itemFacts(item, place, addons);
    result = changeAt(result, list, items =>
      fillItems(items, list, list, { kind, fillings, notes, factsOf }),
    );
  }
  return result;
}

/** What an add-on's category says where nobody else does. */
export function fillBuiltIn(document: JsonObject, notes: OriginNotes): JsonObject {
  const addons = addonsById(document);
  return changeAt(document, 'addons[]', addon => {
    if (!isObject(addon)) return addon;
    const fields = builtInAddonFields(addon, id => addons.get(id));
    const names = Object.keys(fields);
    if (names.length === 0) return addon;
    const path = itemPath('addons', String(addon.id));
    for (const name of names) notes[`${path}.${name}`] = builtInOrigin(name);
    return { ...addon, ...fields };
  });
}

/** What fills the items of one list. */
export interface Filler {
  readonly kind: FillingKind;
  readonly fillings: Fillings;
  readonly notes: OriginNotes;
  readonly factsOf: (item: JsonObject) => ItemFacts;
}

/** The items of a list, each with its left-out fields filled. */
export function fillItems(
  items: JsonValue,
  listPattern: string,
  listPath: string,
  filler: Filler,
): JsonValue {
  const entries = filler.fillings[filler.kind];
  if (!Array.isArray(items) || entries.length === 0) return items;
  return items.map(item => {
    if (!isObject(item)) return item;
    const path = itemPath(listPath, itemKey(listPattern, item) ?? '');
    const filled = fill(item, { pattern: `${listPattern}[]`, path }, entries, filler.factsOf);
    for (const [filledPath, origin] of filled.origins) filler.notes[filledPath] = origin;
    return filled.item;
  });
}

/** A backup or a monitor is also known by the add-on it is of. */
export function itemFacts(
  item: JsonObject,
  { stage, platform }: Place,
  addons?: ReadonlyMap<string, JsonObject>,
): ItemFacts {
  const addon = addons?.get(String(item.of ?? item.addon ?? ''));
  return {
    stage,
    platform,
    role: word(item.role),
    kind: word(item.kind),
    category: word(item.category ?? addon?.category),
    product: word(item.product ?? addon?.product),
  };
}

function addonsById(document: JsonObject): ReadonlyMap<string, JsonObject> {
  const addons = Array.isArray(document.addons) ? document.addons.filter(isObject) : [];
  return new Map(addons.map(addon => [String(addon.id), addon]));
}

function word(value: JsonValue | undefined): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
