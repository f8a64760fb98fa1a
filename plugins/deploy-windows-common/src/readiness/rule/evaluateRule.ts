import type { Outcome, Steps } from '../effective/outcome';
import { ageAtMost, aheadAtLeast, precedes } from './dates';
import { countDistinct } from './countDistinct';
import { quantified } from './items';
import { all, any, not } from './kleene';
import { lookUp, lookUpAll, placeOf, type Located, type Place } from './lookUp';
import { failure } from './outcomes';
import { known, people, peopleWithin } from './peopleRules';
import type { Rule } from './rule';
import type { RuleContext } from './ruleContext';
import { always, changed, combined } from './steps';
import { upstreams } from './upstreams';
import { clean, compares, contains, declared, differs, isNoneOf, isOneOf } from './values';
import { whileFresh } from './whileFresh';

/**
 * What a rule says of the facts, now and at any later time. Three-valued: what is not known never passes. It does not throw; what
 * goes wrong inside is the outcome of this rule alone.
 */
export function evaluateRule(rule: Rule, context: RuleContext): Steps {
  try {
    return evaluate(rule, placeOf(context));
  } catch (error) {
    return always(failure(error instanceof Error ? error.message : 'The rule could not be asked'));
  }
}

function evaluate(rule: Rule, place: Place): Steps {
  if ('all' in rule)
    return combined(
      rule.all.map(part => evaluate(part, place)),
      all,
    );
  if ('any' in rule)
    return combined(
      rule.any.map(part => evaluate(part, place)),
      any,
    );
  if ('not' in rule) return changed(evaluate(rule.not, place), not);
  if ('every' in rule) return quantified('every', rule.every, place, evaluate);
  if ('some' in rule) return quantified('some', rule.some, place, evaluate);
  if ('upstreams' in rule) return always(upstreams(place, rule.upstreams.checks));
  if ('countDistinct' in rule) {
    const { in: list } = rule.countDistinct;
    const steps = always(countDistinct(place, rule.countDistinct));
    return whileFresh(place, lookUpAll(place, list), steps);
  }
  if ('declared' in rule) return leaf(place, rule.declared, declared);
  if ('is' in rule) {
    return each(place, rule.is, (located, value) => always(isOneOf(located, [value])));
  }
  if ('oneOf' in rule) {
    return each(place, rule.oneOf, (located, values) => always(isOneOf(located, values)));
  }
  if ('notOneOf' in rule) {
    return each(place, rule.notOneOf, (located, values) => always(isNoneOf(located, values)));
  }
  if ('contains' in rule) {
    return each(place, rule.contains, (located, values) => always(contains(located, values)));
  }
  if ('atLeast' in rule) {
    return each(place, rule.atLeast, (located, limit) =>
      always(compares(located, 'atLeast', limit)),
    );
  }
  if ('atMost' in rule) {
    return each(place, rule.atMost, (located, limit) => always(compares(located, 'atMost', limit)));
  }
  if ('ageAtMost' in rule) {
    return each(place, rule.ageAtMost, (located, length) => ageAtMost(place, located, length));
  }
  if ('aheadAtLeast' in rule) {
    return each(place, rule.aheadAtLeast, (located, length) =>
      aheadAtLeast(place, located, length),
    );
  }
  if ('precedes' in rule) {
    const [p, q] = [lookUp(place, rule.precedes.p), lookUp(place, rule.precedes.q)];
    return whileFresh(place, [p, q], precedes(p, q, rule.precedes.by));
  }
  if ('differs' in rule) {
    const [p, from] = [lookUp(place, rule.differs.p), lookUp(place, rule.differs.from)];
    return whileFresh(place, [p, from], always(differs(p, from)));
  }
  if ('people' in rule) {
    const lists = lookUpAll(place, rule.people.in);
    return whileFresh(place, lists, always(people(place.org, lists, rule.people)));
  }
  if ('peopleWithin' in rule) {
    const those = lookUpAll(place, rule.peopleWithin.people);
    const holders = lookUpAll(place, rule.peopleWithin.holders);
    const steps = always(peopleWithin(place.org, those, holders));
    return whileFresh(place, [...those, ...holders], steps);
  }
  if ('known' in rule) {
    const lists = lookUpAll(place, rule.known.p);
    return whileFresh(place, lists, always(known(place.org, lists, rule.known)));
  }
  if ('clean' in rule) return always(clean(lookUp(place, rule.clean)));
  throw new Error(`There is no operator in ${JSON.stringify(rule satisfies never)}`);
}

function leaf(place: Place, name: string, answer: (located: Located) => Outcome): Steps {
  const located = lookUp(place, name);
  return whileFresh(place, [located], always(answer(located)));
}

/** An operator with several facts wants all of them. */
function each<Value>(
  place: Place,
  values: Readonly<Record<string, Value>>,
  answer: (located: Located, value: Value) => Steps,
): Steps {
  const parts = Object.entries(values).map(([name, value]) => {
    const located = lookUp(place, name);
    return whileFresh(place, [located], answer(located, value));
  });
  return combined(parts, all);
}
