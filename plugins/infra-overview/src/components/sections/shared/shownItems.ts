import {
  fieldRows,
  itemTitle,
  originOf,
  type FieldRow,
  type List,
  type Origin,
  type Origins,
} from 'backstage-plugin-infra-overview-common';
import { located, type Located } from './located';
import { sameOrigin } from './sameOrigin';

/** An item ready to be drawn: what it is called, where it comes from, and each of its fields in words. */
export interface Shown<T> extends Located<T> {
  readonly title: string;
  readonly origin: Origin | undefined;
  /** By field name; with an origin only where it is another than the item's. A field that is not there is not stated. */
  readonly fields: ReadonlyMap<string, FieldRow>;
}

export function shownItems<T extends object>(
  list: List<T> | undefined,
  at: string,
  origins: Origins,
): readonly Shown<T>[] {
  return located(list, at).map(({ item, path }) => shownItem(item, path, origins));
}

export function shownItem<T extends object>(item: T, path: string, origins: Origins): Shown<T> {
  const itemOrigin = originOf({ origins }, path);
  const fields = new Map<string, FieldRow>();
  for (const { origin, ...row } of fieldRows(item, path, origins)) {
    const says = origin !== undefined && !sameOrigin(origin, itemOrigin);
    fields.set(row.path.slice(path.length + 1), says ? { ...row, origin } : row);
  }
  return { item, path, title: itemTitle(item), origin: itemOrigin, fields };
}
