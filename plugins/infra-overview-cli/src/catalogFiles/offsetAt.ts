import type { FactSelector, FactStep } from 'backstage-plugin-infra-overview-common';
import { isAlias, isMap, isScalar, isSeq, type Document } from 'yaml';

/** What a node is called below the one around it; says which of them lead to the place that is looked for. */
export interface Place {
  /** The places inside, or `here` when this is it; undefined when it does not lead there. */
  inside(
    step: { readonly key: string } | { readonly index: number; readonly item: unknown },
  ): Place | 'here' | undefined;
}

/** Where a place stands in a document; of what is not there, the nearest thing around it. */
export function offsetAt(document: Document, place: Place): number | undefined {
  let found: number | undefined;
  const walk = (written: unknown, at: Place): boolean => {
    const node = isAlias(written) ? written.resolve(document) : written;
    for (const [step, start, inner] of stepsIn(node)) {
      const next = at.inside(step);
      if (next === undefined) continue;
      found = start ?? found;
      if (next === 'here' || walk(inner, next)) return true;
    }
    return false;
  };
  walk(document.contents, place);
  return found;
}

type Step = Parameters<Place['inside']>[0];

function* stepsIn(node: unknown): Generator<readonly [Step, number | undefined, unknown]> {
  if (isMap(node)) {
    for (const { key, value } of node.items)
      yield [
        { key: isScalar(key) ? String(key.value) : String(key) },
        startOf(key) ?? startOf(value),
        value,
      ];
  }
  if (isSeq(node)) {
    for (const [index, item] of node.items.entries()) yield [{ index, item }, startOf(item), item];
  }
}

/** A path as a search for secrets writes it: `spec.infra.addons[1].note`. A key may hold dots itself. */
export function valuePlace(path: string, here = ''): Place {
  return {
    inside(step) {
      const dot = here === '' ? '' : '.';
      const next = 'key' in step ? `${here}${dot}${step.key}` : `${here}[${step.index}]`;
      if (next === path) return 'here';
      const isOnTheWay = path.startsWith(`${next}.`) || path.startsWith(`${next}[`);
      return isOnTheWay ? valuePlace(path, next) : undefined;
    },
  };
}

/** A fact path, below `spec.infra`. */
export function factPlace(steps: readonly FactStep[]): Place {
  return fieldPlace([{ field: 'spec' }, { field: 'infra' }, ...steps] as readonly FactStep[]);
}

function fieldPlace([step, ...rest]: readonly FactStep[]): Place {
  return {
    inside(found) {
      if (step === undefined || !('key' in found) || found.key !== step.field) return undefined;
      if (step.select !== undefined) return itemPlace(step.select, rest);
      return rest.length === 0 ? 'here' : fieldPlace(rest);
    },
  };
}

function itemPlace(select: FactSelector, rest: readonly FactStep[]): Place {
  return {
    inside(found) {
      if (!('index' in found) || !isSelected(select, found.index, found.item)) return undefined;
      return rest.length === 0 ? 'here' : fieldPlace(rest);
    },
  };
}

/** Items without a name are named by their place, from 1. */
function isSelected(select: FactSelector, index: number, item: unknown): boolean {
  if (select.kind === 'every') return false;
  if (select.kind === 'where') return textIn(item, select.field) === select.value;
  const names = ['id', 'name', 'host'].flatMap(field => textIn(item, field) ?? []);
  return names.length === 0 ? String(index + 1) === select.name : names.includes(select.name);
}

function textIn(item: unknown, field: string): string | undefined {
  if (!isMap(item)) return undefined;
  const value = item.items.find(({ key }) => isScalar(key) && String(key.value) === field)?.value;
  return isScalar(value) ? String(value.value) : undefined;
}

function startOf(node: unknown): number | undefined {
  if (typeof node !== 'object' || node === null || !('range' in node)) return undefined;
  return (node as { readonly range?: readonly number[] | null }).range?.[0];
}
