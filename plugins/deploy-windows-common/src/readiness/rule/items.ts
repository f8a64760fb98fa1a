import type { Outcome, Steps } from '../effective/outcome';
import { finding, openOutcome } from './finding';
import { decides, type Quantifier } from './kleene';
import { isOpen, lookUpAll, placesIn, type Located, type Place } from './lookUp';
import { fail, notApplicable, pass, together, unknown } from './outcomes';
import type { ItemsRule, Rule, WhenEmpty } from './rule';
import { always, combined } from './steps';

type Evaluate = (rule: Rule, place: Place) => Steps;

const MATCHES = always(pass([]));

/** All items, or one of them. Whether an item is meant may be unknown as well as whether it is as it should be. */
export function quantified(
  quantifier: Quantifier,
  rule: ItemsRule,
  place: Place,
  evaluate: Evaluate,
): Steps {
  const { where, satisfy, whenEmpty } = rule;
  const lists = lookUpAll(place, rule.in);
  const parts: Steps[] = [];
  for (const list of lists) {
    if (isOpen(list.fact)) parts.push(MATCHES, always(openOutcome(list)));
    else {
      for (const item of placesIn(place, rule.in, list)) {
        parts.push(where === undefined ? MATCHES : evaluate(where, item), evaluate(satisfy, item));
      }
    }
  }
  const empty = emptyOutcome(whenEmpty, lists);
  return combined(parts, outcomes => decide(quantifier, pairs(outcomes), empty));
}

interface Item {
  readonly match: Outcome;
  readonly held: Outcome;
}

function pairs(outcomes: readonly Outcome[]): readonly Item[] {
  const items: Item[] = [];
  for (let index = 0; index + 1 < outcomes.length; index += 2) {
    const [match, held] = [outcomes[index], outcomes[index + 1]];
    if (match !== undefined && held !== undefined) items.push({ match, held });
  }
  return items;
}

/**
 * What the items that are meant for certain decide. An item that may be meant counts where it would decide otherwise: then
 * nobody knows, so that leaving a field out never makes a better answer than writing it.
 */
function decide(quantifier: Quantifier, items: readonly Item[], empty: Outcome): Outcome {
  const certain = items.filter(({ match }) => match.status === 'pass').map(({ held }) => held);
  const [highest] = [...certain].sort(
    (a, b) => decides(quantifier, a.status) - decides(quantifier, b.status),
  );
  const result = highest === undefined ? empty : together(certain, highest.status);
  const rank = highest === undefined ? Infinity : decides(quantifier, highest.status);
  const otherwise = items.filter(
    ({ match, held }) =>
      (match.status === 'unknown' || match.status === 'error') &&
      decides(quantifier, held.status) < rank &&
      held.status !== result.status,
  );
  if (otherwise.length === 0) return result;
  return unknown(
    otherwise.flatMap(({ match, held }) =>
      held.status === 'unknown' ? [...match.findings, ...held.findings] : match.findings,
    ),
  );
}

function emptyOutcome(whenEmpty: WhenEmpty, lists: readonly Located[]): Outcome {
  const findings = lists.map(list => finding('NO_ITEM', list));
  switch (whenEmpty) {
    case 'pass':
      return pass(findings.map(seen => ({ ...seen, code: 'MET' as const })));
    case 'fail':
      return fail(findings);
    case 'not-applicable':
      return notApplicable(findings);
    default:
      throw new Error(whenEmpty satisfies never);
  }
}
