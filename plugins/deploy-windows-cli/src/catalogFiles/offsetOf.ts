import {
  parseFactPath,
  type FactSelector,
  type FactStep,
} from 'backstage-plugin-infra-overview-common';
import { isAlias, isMap, isScalar, isSeq, type Document, type YAMLMap } from 'yaml';

/** Where a path below `spec.infra` stands in a document; of what is not there, the nearest thing around it. */
export function offsetOf(document: Document, path: string): number | undefined {
  const below: readonly FactStep[] = parseFactPath(path)?.steps ?? [];
  let found: number | undefined;
  let node: unknown = document.contents;
  for (const { field, select } of [{ field: 'spec' }, { field: 'infra' }, ...below] as FactStep[]) {
    const pair = isMap(node) ? pairOf(node, field) : undefined;
    if (pair === undefined) return found;
    found = startOf(pair.key) ?? found;
    node = isAlias(pair.value) ? pair.value.resolve(document) : pair.value;
    if (select === undefined) continue;
    const item = itemOf(node, select);
    if (item === undefined) return found;
    found = startOf(item) ?? found;
    node = isAlias(item) ? item.resolve(document) : item;
  }
  return found;
}

function pairOf(map: YAMLMap, field: string) {
  return map.items.find(({ key }) => isScalar(key) && String(key.value) === field);
}

/** Items without a name are named by their place, from 1. */
function itemOf(list: unknown, select: FactSelector): unknown {
  if (!isSeq(list) || select.kind === 'every') return undefined;
  if (select.kind === 'where') {
    return list.items.find(item => isMap(item) && textIn(item, select.field) === select.value);
  }
  const named = list.items.find(
    item => isMap(item) && ['id', 'name', 'host'].some(key => textIn(item, key) === select.name),
  );
  return named ?? list.items[Number(select.name) - 1];
}

function textIn(map: YAMLMap, field: string): string | undefined {
  const value = pairOf(map, field)?.value;
  return isScalar(value) ? String(value.value) : undefined;
}

function startOf(node: unknown): number | undefined {
  if (typeof node !== 'object' || node === null || !('range' in node)) return undefined;
  const { range } = node as { readonly range?: readonly number[] | null };
  return range?.[0];
}
