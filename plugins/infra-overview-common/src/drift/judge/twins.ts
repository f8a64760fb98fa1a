import type { JsonObject } from '@backstage/types';
import { isNotNeeded } from '../../document';
import { itemKey } from '../../effective';
import {
  hostName,
  processName,
  sameMethod,
  samePlan,
  sameProduct,
  sameWords,
} from '../compare/vocabulary';
import { isObject } from '../isObject';
import { textIn, type SeenItem } from './sightings';

/** What was seen and what is declared, of one list in one environment. */
export interface Twins {
  readonly pairs: readonly { readonly item: JsonObject; readonly seen: SeenItem }[];
  readonly onlyDeclared: readonly JsonObject[];
  readonly onlySeen: readonly SeenItem[];
}

type Pairs = Map<SeenItem, JsonObject>;

/** Items the project refuses have no twin. */
export function declaredItems(list: unknown): readonly JsonObject[] {
  if (!Array.isArray(list)) return [];
  return list.filter((item): item is JsonObject => isObject(item) && !isNotNeeded(item));
}

export function twinsOf(
  list: string,
  declared: readonly JsonObject[],
  seen: readonly SeenItem[],
  addons: Twins | undefined,
): Twins {
  const pairs: Pairs = new Map();
  switch (list) {
    case 'processes':
      pairBy(pairs, declared, seen, (item, { name }) => sameProcess(String(item.name), name));
      pairOfParts(pairs, declared, seen);
      break;
    case 'domains':
      pairBy(pairs, declared, seen, (item, each) => sameHost(item, each));
      break;
    case 'addons':
      pairAddons(pairs, declared, seen);
      break;
    case 'backups':
      pairBackups(pairs, declared, seen, addons);
      break;
    default:
      pairBy(pairs, declared, seen, (item, each) => isCalled(list, item, each.name));
      pairLogs(list, pairs, declared, seen, addons);
  }
  const paired = new Set(pairs.values());
  return {
    pairs: [...pairs].map(([each, item]) => ({ item, seen: each })),
    onlyDeclared: declared.filter(item => !paired.has(item)),
    onlySeen: seen.filter(each => !pairs.has(each)),
  };
}

/** One to one, in order. */
function pairBy(
  pairs: Pairs,
  declared: readonly JsonObject[],
  seen: readonly SeenItem[],
  fits: (item: JsonObject, seen: SeenItem) => boolean,
): void {
  const taken = new Set(pairs.values());
  for (const each of seen) {
    if (pairs.has(each)) continue;
    const item = declared.find(candidate => !taken.has(candidate) && fits(candidate, each));
    if (item === undefined) continue;
    taken.add(item);
    pairs.set(each, item);
  }
}

function sameProcess(declared: string, seen: string): boolean {
  return processName(declared) === processName(seen);
}

/** On the page of a System, processes of one name are called `<component>.<name>`; where one fits, it is meant. */
function pairOfParts(
  pairs: Pairs,
  declared: readonly JsonObject[],
  seen: readonly SeenItem[],
): void {
  const taken = new Set(pairs.values());
  for (const each of seen) {
    if (pairs.has(each)) continue;
    const ending = `.${processName(each.name)}`;
    const fitting = declared.filter(
      item => !taken.has(item) && processName(String(item.name)).endsWith(ending),
    );
    const [only, ...others] = fitting;
    if (only === undefined || others.length > 0) continue;
    taken.add(only);
    pairs.set(each, only);
  }
}

function sameHost({ host }: JsonObject, seen: SeenItem): boolean {
  return typeof host === 'string' && hostName(host) === hostName(textIn(seen, 'host') ?? seen.name);
}

/** By name, then by product and plan, then by product, in order. */
function pairAddons(
  pairs: Pairs,
  declared: readonly JsonObject[],
  seen: readonly SeenItem[],
): void {
  const fits = (item: JsonObject, each: SeenItem) => {
    const product = textIn(each, 'product');
    return (
      typeof item.product === 'string' &&
      product !== undefined &&
      sameProduct(item.product, product)
    );
  };
  pairBy(pairs, declared, seen, (item, each) => isCalled('addons', item, each.name));
  pairBy(pairs, declared, seen, (item, each) => {
    const plan = textIn(each, 'plan');
    const stated = item.plan ?? item.product;
    return (
      fits(item, each) && typeof stated === 'string' && plan !== undefined && samePlan(stated, plan)
    );
  });
  pairBy(pairs, declared, seen, fits);
}

/** By what they are of and how they are made; then, where one of each is left, by what they are of. */
function pairBackups(
  pairs: Pairs,
  declared: readonly JsonObject[],
  seen: readonly SeenItem[],
  addons: Twins | undefined,
): void {
  const ofSame = (item: JsonObject, each: SeenItem) => {
    const addon = addonOf(each, addons);
    return addon !== undefined && item.of === addon.id;
  };
  pairBy(pairs, declared, seen, (item, each) => {
    const method = textIn(each, 'method');
    return (
      ofSame(item, each) &&
      typeof item.method === 'string' &&
      method !== undefined &&
      sameMethod(item.method, method)
    );
  });
  const taken = new Set(pairs.values());
  for (const each of seen) {
    if (pairs.has(each)) continue;
    const left = declared.filter(item => !taken.has(item) && ofSame(item, each));
    const rivals = seen.filter(
      other => !pairs.has(other) && addonOf(other, addons) === addonOf(each, addons),
    );
    const [only] = left;
    if (only === undefined || left.length > 1 || rivals.length > 1) continue;
    taken.add(only);
    pairs.set(each, only);
  }
}

/** The declared add-on a backup that was seen is of: by the source's name, by id, by product, else the only one. */
export function addonOf(seen: SeenItem, addons: Twins | undefined): JsonObject | undefined {
  const of = textIn(seen, 'of');
  const pairs = addons?.pairs ?? [];
  if (of === undefined) {
    const databases = pairs.filter(({ item }) => item.category === 'database');
    return databases.length === 1 ? databases[0]?.item : undefined;
  }
  const byName = pairs.find(pair => sameWords(pair.seen.name, of));
  if (byName !== undefined) return byName.item;
  const declared = [...pairs.map(({ item }) => item), ...(addons?.onlyDeclared ?? [])];
  return (
    declared.find(({ id }) => id === of) ??
    declared.find(({ product }) => typeof product === 'string' && sameProduct(product, of))
  );
}

function isCalled(list: string, item: JsonObject, name: string): boolean {
  const key = itemKey(list, item);
  return key !== undefined && sameWords(key, name);
}

/** A log stream is known by where it flows. */
function pairLogs(
  list: string,
  pairs: Pairs,
  declared: readonly JsonObject[],
  seen: readonly SeenItem[],
  addons: Twins | undefined,
): void {
  if (list !== 'observability.logs') return;
  pairBy(pairs, declared, seen, ({ to }, each) =>
    drainsOf(each).some(drain => {
      const id = drainId(drain, addons);
      return id !== undefined && Array.isArray(to) && to.includes(id);
    }),
  );
}

/** Names of the add-ons a log stream was seen to flow to. */
export function drainsOf(seen: SeenItem): readonly string[] {
  const value = seen.fields.get('to')?.find(field => field.value !== undefined)?.value;
  if (typeof value === 'string') return [value];
  return Array.isArray(value) ? value : [];
}

/** The id in the document of an add-on that a source has its own name for. */
export function drainId(name: string, addons: Twins | undefined): string | undefined {
  const pair = addons?.pairs.find(each => sameWords(each.seen.name, name));
  const declared = [
    ...(addons?.pairs.map(({ item }) => item) ?? []),
    ...(addons?.onlyDeclared ?? []),
  ];
  const item =
    pair?.item ??
    declared.find(({ id }) => id === name) ??
    declared.find(({ product }) => typeof product === 'string' && sameProduct(product, name));
  return typeof item?.id === 'string' ? item.id : undefined;
}
