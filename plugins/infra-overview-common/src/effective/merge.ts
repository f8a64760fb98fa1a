import type { JsonObject, JsonValue } from '@backstage/types';
import { itemPath } from '../document';
import { distinctKey } from './distinctKey';
import { hasScope } from './holdsIn';
import { identity } from './itemKey';
import { mergeKindOf, type MergeKind } from './mergeTable';
import { hasFields, hasItems, isObject } from './shape';
import {
  documentSpeaker,
  fieldPath,
  fieldStatements,
  itemStatements,
  leading,
  type ItemStatement,
  type Source,
  type Speaker,
  type Statement,
} from './statement';
import { strictness } from './strictness';
import { takeWhole, writeOrigin, type OriginRecord } from './writeOrigins';

export interface Merged {
  readonly document: JsonObject;
  readonly origins: OriginRecord;
  readonly offers: readonly JsonObject[];
}

interface Work {
  readonly start: Source;
  readonly origins: OriginRecord;
  readonly offers: JsonObject[];
}

/** What one path of the result is made of. */
interface Spot {
  readonly pattern: string;
  readonly path: string;
  /** Nearest first, at least one. */
  readonly statements: readonly [Statement, ...Statement[]];
  /** Whom the entry of the containing path names. */
  readonly covering: Speaker | undefined;
}

/** Merges documents, nearest first, as the table of `mergeTable.ts` says, and notes where each value comes from. */
export function merge(sources: readonly [Source, ...Source[]]): Merged {
  const work: Work = { start: sources[0], origins: {}, offers: [] };
  const statements = sources.map(source => ({
    value: source.document,
    speaker: documentSpeaker(source),
    path: '',
  }));
  const document = mergeFields(work, '', '', statements, undefined);
  return { document, origins: work.origins, offers: work.offers };
}

function mergeValue(work: Work, spot: Spot): JsonValue | undefined {
  const { pattern, path, statements, covering } = spot;
  const kind: MergeKind =
    mergeKindOf(pattern) ?? (hasFields(statements[0].value) ? 'fields' : 'nearest');
  switch (kind) {
    case 'own':
    case 'nearest':
      return takeWhole(work.origins, pattern, path, statements[0], covering);
    case 'strictest':
      return takeWhole(work.origins, pattern, path, strictest(pattern, statements), covering);
    case 'fields':
      return mergeObjects(work, spot);
    case 'byId':
    case 'offered':
    case 'answers':
      return mergeById(work, kind, spot);
    case 'collect':
      return collect(work, spot);
    default:
      throw new Error(kind satisfies never);
  }
}

function mergeObjects(work: Work, { pattern, path, statements, covering }: Spot): JsonValue {
  const [nearest] = statements;
  const objects = leading(statements, hasFields);
  if (objects.length < 2) return takeWhole(work.origins, pattern, path, nearest, covering);
  writeOrigin(work.origins, path, nearest, covering);
  return mergeFields(work, pattern, path, objects, nearest.speaker);
}

function mergeFields(
  work: Work,
  pattern: string,
  path: string,
  objects: readonly Statement[],
  covering: Speaker | undefined,
): JsonObject {
  const result: JsonObject = {};
  for (const field of new Set(objects.flatMap(({ value }) => Object.keys(value as JsonObject)))) {
    const child = fieldPath(pattern, field);
    const [nearest, ...others] = fieldStatements(heardAbout(objects, pattern, field), field);
    if (nearest === undefined) continue;
    const statements = [nearest, ...others] as const;
    const spot = { pattern: child, path: fieldPath(path, field), statements, covering };
    const value = mergeValue(work, spot);
    if (value !== undefined) result[field] = value;
  }
  return result;
}

/** Which of the objects count for a field. */
function heardAbout(
  objects: readonly Statement[],
  pattern: string,
  field: string,
): readonly Statement[] {
  if (mergeKindOf(fieldPath(pattern, field)) === 'own') return objects.slice(0, 1);
  // Where an item holds is one statement in two fields: an inner `environments` replaces outer `stages`.
  const isScope = pattern.endsWith('[]') && (field === 'environments' || field === 'stages');
  return isScope ? objects.filter(({ value }) => hasScope(value)).slice(0, 1) : objects;
}

function mergeById(work: Work, kind: MergeKind, spot: Spot): JsonValue | undefined {
  const { pattern, path, statements, covering } = spot;
  const lists = leading(statements, hasItems);
  if (lists.length === 0) return takeWhole(work.origins, pattern, path, statements[0], covering);

  const items: JsonValue[] = [];
  for (const said of itemsByKey(pattern, lists)) {
    if (kind === 'offered' && isOffer(said)) {
      work.offers.push(
        mergeItem(work, pattern, itemPath('offers', said[0].key), said) as JsonObject,
      );
      // The standard's own page shows all of it.
      if (work.start.level !== 'domain') continue;
    }
    const heard = kind === 'answers' ? ([said[0]] as const) : said;
    items.push(mergeItem(work, pattern, itemPath(path, said[0].key), heard));
  }
  // A standard's offers alone say nothing about the project, least of all "none".
  if (items.length === 0) return undefined;
  writeOrigin(work.origins, path, statements[0], covering);
  return items;
}

function mergeItem(
  work: Work,
  listPattern: string,
  path: string,
  statements: readonly [Statement, ...Statement[]],
): JsonValue {
  return mergeObjects(work, { pattern: `${listPattern}[]`, path, statements, covering: undefined });
}

type SameItem = [ItemStatement, ...ItemStatement[]];

function itemsByKey(pattern: string, lists: readonly Statement[]): Iterable<SameItem> {
  const groups = new Map<string, SameItem>();
  for (const list of lists) {
    for (const item of itemStatements(pattern, list)) {
      const known = groups.get(identity(pattern, item.key));
      if (known) known.push(item);
      else groups.set(identity(pattern, item.key), [item]);
    }
  }
  return groups.values();
}

/** Add-ons of a Domain are offers until a project writes one or the standard says that every project has it. */
function isOffer(said: SameItem): boolean {
  if (said.some(({ speaker }) => speaker.source.level !== 'domain')) return false;
  for (const { value } of said) {
    if (isObject(value) && value.selection !== undefined) return value.selection !== 'always';
  }
  return true;
}

function collect(work: Work, { pattern, path, statements, covering }: Spot): JsonValue {
  // An inner `[]` says that this level adds none. It takes nothing away from the levels above.
  const lists = statements.filter(({ value }) => hasItems(value));
  const nearest = lists[0] ?? statements[0];
  if (lists.length < 2) return takeWhole(work.origins, pattern, path, nearest, covering);

  writeOrigin(work.origins, path, nearest, covering);
  const taken = new Set<string>();
  const items: JsonValue[] = [];
  for (const list of lists) {
    for (const item of itemStatements(pattern, list)) {
      const key = distinctKey(taken, item.key, list.speaker.source.entityRef);
      taken.add(key);
      takeWhole(work.origins, `${pattern}[]`, itemPath(path, key), item, undefined);
      items.push(key === item.key ? item.value : { ...(item.value as JsonObject), id: key });
    }
  }
  return items;
}

function strictest(
  pattern: string,
  [nearest, ...outer]: readonly [Statement, ...Statement[]],
): Statement {
  const field = pattern.slice(pattern.lastIndexOf('.') + 1);
  let held = nearest;
  for (const next of outer) {
    if (strictness(field, next.value) > strictness(field, held.value)) held = next;
  }
  return held;
}
