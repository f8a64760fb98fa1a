import type {
  ObservedFields,
  ObservedItem,
  ObservedList,
  ObservedValue,
} from 'backstage-plugin-infra-overview-common';
import type { ResourceSet } from './resourceSet';

/** What a family of resource types says of its subject. */
export interface Mapped {
  /** Of the environment. */
  readonly fields?: ObservedFields;
  readonly items?: readonly ObservedItem[];
}
export type Mapper = (resources: ResourceSet) => Mapped;

/** Fields as they come, those without a value left out. */
export function fieldsOf(
  fields: Readonly<Record<string, ObservedValue | undefined>>,
): ObservedFields {
  const kept: Record<string, ObservedValue> = {};
  for (const [field, value] of Object.entries(fields)) if (value !== undefined) kept[field] = value;
  return kept;
}

export function itemOf(
  list: ObservedList,
  name: string,
  fields: Readonly<Record<string, ObservedValue | undefined>>,
): ObservedItem {
  const kept = fieldsOf(fields);
  return { list, name, fields: kept, sees: comparedFields(kept) };
}

/** What a state does not set, it does not deny: only what is there was seen. */
export function comparedFields(fields: ObservedFields): readonly string[] {
  return Object.keys(fields).filter(field => !field.startsWith('observed.'));
}

/** Automatic snapshots of every day, kept for some days; 0 days mean there are none. */
export function snapshotOf(
  of: string,
  days: number | undefined,
  more: Readonly<Record<string, ObservedValue | undefined>> = {},
): readonly ObservedItem[] {
  if (days === undefined) return [];
  if (days === 0) return [itemOf('backups', of, { of, method: 'none' })];
  return [
    itemOf('backups', of, {
      of,
      method: 'snapshot',
      frequency: 'P1D',
      retention: `P${days}D`,
      ...more,
    }),
  ];
}
