import type { Outcome } from '../effective/outcome';
import { finding, openOutcome } from './finding';
import { isOpen, lookUpAll, type Place } from './lookUp';
import { fail, pass, unknown } from './outcomes';
import type { Rule } from './rule';

type CountRule = Extract<Rule, { readonly countDistinct: unknown }>['countDistinct'];

/** So many different values. One that is not stated might be another one, so it counts for neither side. */
export function countDistinct(place: Place, { in: path, of, atLeast }: CountRule): Outcome {
  const lists = lookUpAll(place, path);
  const values = new Set<string>();
  const open: Outcome[] = [];
  for (const located of lookUpAll(place, `${path}[].${of}`)) {
    if (isOpen(located.fact)) open.push(openOutcome(located));
    else if (located.fact.state === 'stated') values.add(String(located.fact.value));
  }
  const seen = { found: [...values].sort(), wanted: atLeast };
  if (values.size >= atLeast) return pass(lists.map(list => finding('MET', list, seen)));
  if (open.length > 0) return unknown(open.flatMap(({ findings }) => findings));
  return fail(lists.map(list => finding('TOO_FEW', list, seen)));
}
