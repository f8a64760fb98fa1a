import {
  fieldPath,
  itemPath,
  parseFactPath,
  type FactSelector,
  type InfraDocument,
} from 'backstage-plugin-infra-overview-common';
import { located, type Located } from './located';

export type Spoken =
  /** One element of the document. */
  | {
      readonly kind: 'element';
      readonly element: Located<object>;
      readonly fields: readonly string[];
    }
  /** All items of a list, a section, or words that are no path. */
  | { readonly kind: 'general'; readonly fields: readonly string[] }
  /** It names an item nobody described. */
  | { readonly kind: 'gap' };

/** What an `about` path speaks of, and the fields it names after that. `environments[]` is the environment of the view. */
export function elementOf(document: InfraDocument, path: string): Spoken {
  const steps = parseFactPath(path)?.steps;
  if (steps === undefined) return { kind: 'gap' };
  let value: unknown = document;
  let at = '';
  let element: Located<object> | undefined;
  let fields: string[] = [];
  for (const [index, { field, select }] of steps.entries()) {
    value = fieldOf(value, field);
    at = fieldPath(at, field);
    fields.push(field);
    if (select === undefined) continue;
    // "All of them" at the end is no single thing, however many there are.
    if (select.kind === 'every' && index === steps.length - 1) {
      return { kind: 'general', fields: steps.map(step => step.field) };
    }
    const items = Array.isArray(value) ? located<object>(value, at) : [];
    const picked = pick(items, at, select);
    if (picked === undefined && select.kind === 'every')
      return { kind: 'general', fields: steps.map(step => step.field) };
    if (picked === undefined) return { kind: 'gap' };
    element = picked;
    value = picked.item;
    at = picked.path;
    fields = [];
  }
  return element === undefined ? { kind: 'general', fields } : { kind: 'element', element, fields };
}

function pick(
  items: readonly Located<object>[],
  at: string,
  select: FactSelector,
): Located<object> | undefined {
  switch (select.kind) {
    // "Every" names one thing only where there is only one.
    case 'every':
      return items.length === 1 ? items[0] : undefined;
    case 'item':
      return items.find(({ path }) => sameWord(path, itemPath(at, select.name)));
    case 'where':
      return items.find(({ item }) => String(fieldOf(item, select.field)) === select.value);
    default:
      throw new Error(select satisfies never);
  }
}

// Names of environments are the same in any case.
function sameWord(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}

function fieldOf(value: unknown, field: string): unknown {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, field)) return undefined;
  return (value as Readonly<Record<string, unknown>>)[field];
}
