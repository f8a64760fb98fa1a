import type { JsonObject, JsonValue } from '@backstage/types';
import { isNotNeeded, itemPath } from '../../document';
import { environmentNames, itemKey, originOf, type EffectiveInfra } from '../../effective';
import { isObject } from '../isObject';

/** Something an owner can say "still true" of. */
export interface Candidate {
  readonly path: string;
  readonly list: string;
  /** Absent for a section that says "none" or "not needed". */
  readonly item?: JsonObject;
  readonly value: JsonValue;
}

/** What runs and what people do, in the order of a page. Wishes, risks and questions have dates of their own. */
const LISTS = [
  'addons',
  'backups',
  'domains',
  'credentialLocations',
  'observability.logs',
  'observability.monitors',
  'observability.alerts',
  'procedures',
  'policies',
  'jobs',
  'runtimes',
  'accounts',
] as const;
const BLOCKS = [
  'requestPath',
  'access',
  'network',
  'support',
  'security',
  'capacity',
  'compliance',
  'cost',
] as const;

/** Of the project's own words only: what a standard says is not the owner's to confirm. */
export function candidatesOf(effective: EffectiveInfra): readonly Candidate[] {
  const document = effective.document as unknown as JsonObject;
  const all = [
    ...hostingOf(effective),
    ...LISTS.flatMap(list => itemsIn(document, list)),
    ...BLOCKS.flatMap(block => blockIn(document, block)),
  ];
  return all.filter(({ path }) => {
    const level = originOf(effective, path)?.level;
    return level === 'system' || level === 'component';
  });
}

function hostingOf({ document }: EffectiveInfra): readonly Candidate[] {
  const environments = document.environments;
  const declared = Array.isArray(environments) ? environments : [];
  return environmentNames({ document }).flatMap(name => {
    const hosting: JsonValue | undefined = declared.find(each => each.name === name)?.hosting;
    const path = `${itemPath('environments', name)}.hosting`;
    return isObject(hosting)
      ? { path, list: 'environments', item: { name, hosting }, value: hosting }
      : [];
  });
}

function itemsIn(document: JsonObject, list: string): readonly Candidate[] {
  const value = valueAt(document, list);
  if (value === undefined) return [];
  if (!Array.isArray(value) || value.length === 0) return [{ path: list, list, value }];
  return value.flatMap(item => {
    const key = isObject(item) ? itemKey(list, item) : undefined;
    if (!isObject(item) || key === undefined || isNotNeeded(item)) return [];
    return { path: itemPath(list, key), list, item, value: item };
  });
}

function blockIn(document: JsonObject, block: string): readonly Candidate[] {
  const value = valueAt(document, block);
  if (value === undefined) return [];
  return isObject(value) && !isNotNeeded(value)
    ? [{ path: block, list: block, item: value, value }]
    : [{ path: block, list: block, value }];
}

function valueAt(document: JsonObject, path: string): JsonValue | undefined {
  let value: JsonValue | undefined = document;
  for (const field of path.split('.')) value = isObject(value) ? value[field] : undefined;
  return value;
}
