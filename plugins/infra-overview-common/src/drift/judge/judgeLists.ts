import type { JsonObject } from '@backstage/types';
import { itemPath, isNotNeeded } from '../../document';
import { itemKey, type InfraView } from '../../effective';
import { OBSERVED_LISTS, type ObservedList } from '../../observed';
import { declaredAt } from '../declaredAt';
import { titleOfItem } from '../findingTitle';
import { isObject } from '../isObject';
import type { SourceLook } from '../sourceLook';
import { declaredWords } from '../valueWords';
import { couldSee } from './couldSee';
import { judgeFields } from './judgeFields';
import { describeSeen, titledAs } from './describeSeen';
import { textIn, type SeenItem, type Sightings } from './sightings';
import { declaredItems, twinsOf, type Twins } from './twins';
import type { Verdict } from './verdict';

/** An item nobody declared, with what a patch needs to declare it. */
export interface FoundItem {
  readonly list: ObservedList;
  readonly seen: SeenItem;
  /** Backups name the add-on they are of. */
  readonly addons: Twins | undefined;
}

export interface JudgedItem {
  readonly verdict: Verdict;
  /** Path of the declared item it belongs to. */
  readonly owner?: string;
  readonly found?: FoundItem;
}

export interface ListInput {
  readonly view: InfraView;
  readonly source: SourceLook;
  readonly sightings: Sightings;
  readonly only: 'whole-project' | 'declared-items';
}

// Add-ons first: backups and log streams are known by the add-on they belong to.
const ORDER: readonly ObservedList[] = [
  'addons',
  ...OBSERVED_LISTS.filter(list => list !== 'addons' && list !== 'credentialLocations'),
];

export function judgeLists(input: ListInput): readonly JudgedItem[] {
  const results: JudgedItem[] = [];
  let addons: Twins | undefined;
  for (const list of ORDER) {
    const seen = input.sightings.items.filter(item => item.list === list);
    if (seen.length === 0 && !input.sightings.complete.has(list)) continue;
    const twins = twinsOf(list, declaredItems(listValue(input.view, list)), seen, addons);
    if (list === 'addons') addons = twins;
    results.push(...judgeList(input, list, twins, addons));
  }
  return results;
}

function judgeList(
  input: ListInput,
  list: ObservedList,
  twins: Twins,
  addons: Twins | undefined,
): readonly JudgedItem[] {
  const { view, source, sightings } = input;
  const { environment } = view;
  const results: JudgedItem[] = [];
  for (const { item, seen } of twins.pairs) {
    const path = pathOfItem(list, item, environment);
    const title = titleOfItem(list, item, environment);
    const fields = judgeFields({ item, path, list, title, environment }, seen.fields);
    // That it is there is worth a line only where nothing else is known of it.
    const verdicts =
      fields.length > 0
        ? fields
        : [{ path, environment, title, status: 'same' as const, sighting: seen }];
    results.push(...verdicts.map(verdict => ({ verdict, owner: path })));
  }
  const complete = sightings.complete.get(list);
  for (const item of complete === undefined ? [] : twins.onlyDeclared) {
    const path = pathOfItem(list, item, environment);
    if (complete === undefined || !couldSee(list, item, path, { source, view, addons })) continue;
    const title = titleOfItem(list, item, environment);
    results.push({
      verdict: { path, environment, title, status: 'only-declared', sighting: complete },
    });
  }
  if (input.only === 'declared-items') return results;
  for (const seen of twins.onlySeen) {
    if (isIdle(seen)) continue;
    results.push({ verdict: foundVerdict(view, list, seen), found: { list, seen, addons } });
  }
  return results;
}

function foundVerdict(view: InfraView, list: ObservedList, seen: SeenItem): Verdict {
  const { environment } = view;
  return {
    path: itemPath(listPath(list, environment), seen.name),
    environment,
    title: titleOfItem(list, titledAs(list, seen), environment),
    status: 'only-observed',
    declared: standingWords(view, list),
    observed: describeSeen(list, seen),
    sighting: seen,
    // Every app has an address of its platform; nobody need write it down.
    unstated: list === 'domains' && textIn(seen, 'kind') === 'provider-default',
  };
}

/** A kind of process that has no instance is an entry of a file, nothing that was found. */
function isIdle({ list, fields }: SeenItem): boolean {
  return (
    list === 'processes' &&
    fields.get('instances')?.every(({ value }) => value === 0 || value === undefined) === true
  );
}

function standingWords(view: InfraView, list: ObservedList): string | undefined {
  const value = listValue(view, list);
  if (value === 'none' || (Array.isArray(value) && value.length === 0))
    return declaredWords(list, { state: 'none' });
  return isNotNeeded(value)
    ? declaredWords(list, { state: 'not-needed', reason: value.notNeeded })
    : undefined;
}

function listValue({ document }: InfraView, list: ObservedList): unknown {
  const whole = document as unknown as JsonObject;
  const holder = list === 'processes' ? environmentIn(whole) : whole;
  const declared = declaredAt(holder, list);
  switch (declared.state) {
    case 'stated':
      return declared.value;
    case 'none':
      return [];
    case 'not-needed':
      return { notNeeded: declared.reason };
    case 'not-stated':
      return undefined;
    default:
      throw new Error(declared satisfies never);
  }
}

function environmentIn({ environments }: JsonObject): JsonObject {
  const [environment] = Array.isArray(environments) ? environments : [];
  return isObject(environment) ? environment : {};
}

export function listPath(list: ObservedList, environment: string): string {
  return list === 'processes' ? `${itemPath('environments', environment)}.processes` : list;
}

function pathOfItem(list: ObservedList, item: JsonObject, environment: string): string {
  const key = itemKey(list, item) ?? '';
  return itemPath(listPath(list, environment), key);
}
