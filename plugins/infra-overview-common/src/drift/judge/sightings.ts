import type {
  BoundSubject,
  ObservedItem,
  ObservedList,
  ObservedPart,
  ObservedSubject,
} from '../../observed';
import type { Instant } from '../../time';
import type { SeenValue } from '../compare/compareValues';
import { processName, hostName } from '../compare/vocabulary';

/** Where and when something was seen. */
export interface Sighting {
  readonly subject: string;
  readonly at: Instant;
  readonly deepLink?: string;
}

export interface SeenField extends Sighting {
  /** Undefined: the source would have seen it, and it was not there. */
  readonly value: SeenValue | undefined;
}

export interface SeenItem extends Sighting {
  readonly list: ObservedList;
  readonly name: string;
  /** By name; several subjects may have looked at one thing. */
  readonly fields: ReadonlyMap<string, readonly SeenField[]>;
}

/** Everything one source saw of one environment. */
export interface Sightings {
  readonly subjects: readonly ObservedSubject[];
  readonly fields: ReadonlyMap<string, readonly SeenField[]>;
  readonly items: readonly SeenItem[];
  /** Lists of which all was seen, with the look that says so. */
  readonly complete: ReadonlyMap<ObservedList, Sighting>;
}

export function sightingsOf(bound: readonly BoundSubject[]): Sightings {
  const fields = new Map<string, SeenField[]>();
  const items = new Map<string, { item: SeenItem; fields: Map<string, SeenField[]> }>();
  const complete = new Map<ObservedList, Sighting>();
  const incomplete = new Set<ObservedList>();
  for (const { subject } of bound) {
    const whole = new Set(subject.parts.flatMap(part => part.complete));
    for (const part of subject.parts) {
      const sighting = sightingOf(subject, part, part.deepLink);
      addFields(fields, part, sighting);
      for (const list of part.complete) if (!complete.has(list)) complete.set(list, sighting);
      for (const item of part.items) {
        if (item.suggestion === true || item.list === 'credentialLocations') continue;
        if (!whole.has(item.list)) incomplete.add(item.list);
        const seen = sightingOf(subject, part, item.deepLink ?? part.deepLink);
        const key = JSON.stringify([item.list, identityOf(item)]);
        const inner = items.get(key)?.fields ?? new Map<string, SeenField[]>();
        addFields(inner, item, seen);
        if (!items.has(key))
          items.set(key, {
            item: { list: item.list, name: nameOf(item), fields: inner, ...seen },
            fields: inner,
          });
      }
    }
  }
  // One of several apps whose list is only partly known could hold what the others lack.
  for (const list of incomplete) complete.delete(list);
  return {
    subjects: bound.map(({ subject }) => subject),
    fields,
    items: [...items.values()].map(({ item }) => item),
    complete,
  };
}

function sightingOf(
  { subject }: ObservedSubject,
  { at }: ObservedPart,
  deepLink: string | undefined,
): Sighting {
  return { subject, at, ...(deepLink !== undefined && { deepLink }) };
}

function addFields(
  known: Map<string, SeenField[]>,
  { fields, sees }: Pick<ObservedItem, 'fields' | 'sees'>,
  sighting: Sighting,
): void {
  const add = (name: string, value: SeenValue | undefined) => {
    const all = known.get(name);
    if (all === undefined) known.set(name, [{ ...sighting, value }]);
    else all.push({ ...sighting, value });
  };
  const range = rangeOf(fields);
  if (range !== undefined) add('instances', range);
  for (const [name, value] of Object.entries(fields)) {
    if (name === 'instances.min' || name === 'instances.max') continue;
    add(name, value);
  }
  for (const name of sees) if (!Object.hasOwn(fields, name)) add(name, undefined);
}

/** What a group may scale between counts only where nobody counted. */
function rangeOf(fields: ObservedItem['fields']): SeenValue | undefined {
  if (Object.hasOwn(fields, 'instances')) return undefined;
  const [min, max] = [fields['instances.min'], fields['instances.max']];
  if (typeof min !== 'number' && typeof max !== 'number') return undefined;
  return {
    ...(typeof min === 'number' && { min }),
    ...(typeof max === 'number' && { max }),
  };
}

/** A process and a host are one thing wherever they are seen under their name. */
function identityOf({ list, name, fields }: ObservedItem): string {
  if (list === 'processes') return processName(name);
  if (list === 'domains') return hostName(typeof fields.host === 'string' ? fields.host : name);
  return name;
}

function nameOf(item: ObservedItem): string {
  return item.list === 'processes' ? item.name.trim().replace(/\.\d+$/, '') : item.name;
}

/** The field that was seen: what agrees with the document if any does, else what was seen last. */
export function chosen(
  seen: readonly SeenField[],
  agrees: (value: SeenValue) => boolean,
): SeenField | undefined {
  const present = seen.filter(field => field.value !== undefined);
  const agreeing = present.find(({ value }) => value !== undefined && agrees(value));
  if (agreeing !== undefined) return agreeing;
  const all = present.length > 0 ? present : seen;
  return all.reduce<SeenField | undefined>(
    (newest, field) => (newest === undefined || field.at > newest.at ? field : newest),
    undefined,
  );
}

/** One value among the fields of an item, as text. */
export function textIn(item: SeenItem, name: string): string | undefined {
  const value = item.fields.get(name)?.find(field => field.value !== undefined)?.value;
  return typeof value === 'string' ? value : undefined;
}
