import type { Fact, FactItem } from './fact';
import type { Said } from './said';
import { otherFact } from './values';

/** An item of the document with the fields a rule may ask for. */
export function factItem(
  said: Said<unknown>,
  name: string,
  fields: Readonly<Record<string, Fact>>,
): FactItem {
  return { name, path: said.path, fields };
}

/** Every item of a list that is needed. Items that are all refused leave a list that is not needed. */
export function listFact<T>(
  list: Said<readonly T[]>,
  itemOf: (item: Said<T>) => FactItem | readonly FactItem[],
): Fact {
  if (list.value === undefined) return otherFact(list);
  const [refusal] = list.refused;
  if (refusal !== undefined && list.items.length === 0) return otherFact(refusal);
  return { state: 'list', items: list.items.flatMap(itemOf), origin: list.origin };
}
