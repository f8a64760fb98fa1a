import { factWords } from '../words/factWords';
import { valueWords } from '../words/valueWords';
import type { Rule } from './rule';
import { ruleWords } from './ruleWords';

describe('ruleWords', () => {
  it.each<readonly [Rule, readonly string[]]>([
    [{ declared: 'platform' }, [`${factWords('platform')} is written down`]],
    [{ is: { logDebug: false } }, [`${factWords('logDebug')}: no`]],
    [
      { oneOf: { 'artifact.builtIn': ['ci', 'staging'] } },
      [`${factWords('artifact.builtIn')} is ${valueWords(['ci', 'staging'], {}, 'or')}`],
    ],
    [{ contains: { tagKeys: ['Project'] } }, [`${factWords('tagKeys')} include Project`]],
    [{ ageAtMost: { launchDate: 'P90D' } }, [`${factWords('launchDate')} is at most 90 days ago`]],
    [
      { people: { in: 'alerts[].targets', atLeast: 1, reach: ['page', 'sms'] } },
      [
        `${factWords('alerts[].targets')} reach at least 1 person by ${valueWords(['page', 'sms'], {}, 'or')}`,
      ],
    ],
    [{ not: { is: { platform: 'aws' } } }, [`not: ${factWords('platform')} is AWS`]],
    [
      {
        every: {
          in: 'stores',
          where: { is: { volatile: true } },
          whenEmpty: 'not-applicable',
          satisfy: {
            some: {
              in: 'backups',
              whenEmpty: 'fail',
              satisfy: { all: [{ declared: 'retention' }, { any: [{ declared: 'frequency' }] }] },
            },
          },
        },
      },
      [
        `each of the ${factWords('stores')} where ${factWords('volatile')}: yes (where there is none it does not apply):`,
        `  at least one of the ${factWords('backups')} (where there is none it is not met):`,
        '    all of this:',
        '      retention is written down',
        `      ${factWords('frequency')} is written down`,
      ],
    ],
  ])('%j', (rule, lines) => {
    expect(ruleWords(rule)).toEqual(lines);
  });
});
