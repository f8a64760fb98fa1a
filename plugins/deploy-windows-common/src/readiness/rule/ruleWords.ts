import type { JsonValue } from '@backstage/types';
import {
  counted,
  durationMilliseconds,
  inWords,
  wordLabel,
} from 'backstage-plugin-infra-overview-common';
import { factWords } from '../words/factWords';
import { valueWords } from '../words/valueWords';
import type { Quantifier } from './kleene';
import type { ItemsRule, Rule, WhenEmpty } from './rule';

/** A rule as a person reads it, a line for each part; what belongs to a part stands below it, two spaces in. */
export function ruleWords(rule: Rule): readonly string[] {
  if ('all' in rule) return block('all of this', rule.all);
  if ('any' in rule) return block('one of this', rule.any);
  if ('not' in rule) {
    const [first = '', ...more] = ruleWords(rule.not);
    return more.length === 0 ? [`not: ${first}`] : ['not this:', ...indented([first, ...more])];
  }
  if ('every' in rule) return itemsWords('every', rule.every);
  if ('some' in rule) return itemsWords('some', rule.some);
  if ('declared' in rule) return [`${nameOf(rule.declared)} is written down`];
  if ('is' in rule) {
    return each(rule.is, (fact, value) =>
      typeof value === 'boolean'
        ? `${fact}: ${valueWords(value)}`
        : `${fact} is ${valueWords(value)}`,
    );
  }
  if ('oneOf' in rule) return each(rule.oneOf, (fact, values) => `${fact} is ${either(values)}`);
  if ('notOneOf' in rule) {
    return each(rule.notOneOf, (fact, values) => `${fact} is not ${either(values)}`);
  }
  if ('contains' in rule) {
    return each(rule.contains, (fact, values) => `${fact} include ${valueWords([...values])}`);
  }
  if ('atLeast' in rule) {
    return each(rule.atLeast, (fact, limit) => `${fact} is at least ${valueWords(limit)}`);
  }
  if ('atMost' in rule) {
    return each(rule.atMost, (fact, limit) => `${fact} is at most ${valueWords(limit)}`);
  }
  if ('ageAtMost' in rule) {
    return each(rule.ageAtMost, (fact, length) => `${fact} is at most ${lengthOf(length)} ago`);
  }
  if ('aheadAtLeast' in rule) {
    return each(
      rule.aheadAtLeast,
      (fact, length) => `${fact} is at least ${lengthOf(length)} ahead`,
    );
  }
  if ('precedes' in rule) {
    const { p, q, by } = rule.precedes;
    return [`${nameOf(p)} is at least ${lengthOf(by)} before ${nameOf(q)}`];
  }
  if ('countDistinct' in rule) {
    const { in: list, of, atLeast } = rule.countDistinct;
    return [`${nameOf(list)} differ in ${nameOf(of)}: at least ${atLeast} values`];
  }
  if ('differs' in rule) {
    return [`${nameOf(rule.differs.p)} is none of the ${nameOf(rule.differs.from)}`];
  }
  if ('people' in rule) {
    const { in: list, atLeast, reach } = rule.people;
    const ways = typeof reach === 'string' ? [reach] : reach;
    const how = ways === undefined ? '' : ` by ${either(ways)}`;
    return [`${nameOf(list)} reach at least ${counted(atLeast, 'person', 'people')}${how}`];
  }
  if ('peopleWithin' in rule) {
    const { people, holders } = rule.peopleWithin;
    return [`all ${nameOf(people)} are among the ${nameOf(holders)}`];
  }
  if ('known' in rule) {
    const { p, kinds } = rule.known;
    return [`${nameOf(p)} is a known ${inWords(kinds.map(wordLabel), 'or')}`];
  }
  if ('upstreams' in rule) {
    return [`every service it depends on meets ${inWords([...rule.upstreams.checks])}`];
  }
  if ('clean' in rule) return ['nothing looks like a secret'];
  return [JSON.stringify(rule satisfies never)];
}

const EMPTY: Readonly<Record<WhenEmpty, string>> = {
  pass: 'is met',
  fail: 'is not met',
  'not-applicable': 'does not apply',
};

function itemsWords(
  quantifier: Quantifier,
  { in: list, where, satisfy, whenEmpty }: ItemsRule,
): readonly string[] {
  const meant = quantifier === 'every' ? 'each of the' : 'at least one of the';
  const empty = `where there is none it ${EMPTY[whenEmpty]}`;
  const [only = '', ...more] = where === undefined ? [] : ruleWords(where);
  const of = `${meant} ${nameOf(list)}`;
  if (more.length === 0) {
    const which = where === undefined ? '' : ` where ${only}`;
    return [`${of}${which} (${empty}):`, ...indented(ruleWords(satisfy))];
  }
  return [
    `${of} (${empty}), of those where`,
    ...indented([only, ...more]),
    'has this:',
    ...indented(ruleWords(satisfy)),
  ];
}

function block(head: string, rules: readonly Rule[]): readonly string[] {
  const [only, ...more] = rules;
  if (only !== undefined && more.length === 0) return ruleWords(only);
  return [`${head}:`, ...indented(rules.flatMap(ruleWords))];
}

function each<Value>(
  values: Readonly<Record<string, Value>>,
  words: (fact: string, value: Value) => string,
): readonly string[] {
  return Object.entries(values).map(([fact, value]) => words(nameOf(fact), value));
}

/** Items of a list of words have no name of their own. */
function nameOf(fact: string): string {
  return fact === 'value' ? 'it' : factWords(fact);
}

function lengthOf(length: string): string {
  return durationMilliseconds(length) === undefined ? nameOf(length) : valueWords(length);
}

function either(values: readonly JsonValue[]): string {
  return valueWords([...values], {}, 'or');
}

function indented(lines: readonly string[]): readonly string[] {
  return lines.map(line => `  ${line}`);
}
