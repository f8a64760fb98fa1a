import {
  always,
  aSubject,
  FAIL,
  PASS,
  READINESS_NOW as NOW,
  someLayers,
  UNKNOWN,
} from '../../testUtils/readinessBuilders';
import type { RequirementLevel } from '../pack/pack';
import type { Outcome } from './outcome';
import { perService } from './perService';
import type { Status } from './status';
import { verdictOf } from './verdictOf';

const inEnvironment = ([levelled, outcome]: readonly [RequirementLevel, Outcome]) =>
  verdictOf(aSubject(), [someLayers({ check: { levelled }, steps: always(outcome) })], NOW);

it.each<[string, readonly (readonly [RequirementLevel, Outcome])[], RequirementLevel, Status]>([
  [
    'the worst where it is required',
    [
      ['must', PASS],
      ['must', UNKNOWN],
    ],
    'must',
    'unknown',
  ],
  [
    'not where it is only advised',
    [
      ['must', PASS],
      ['recommended', FAIL],
    ],
    'must',
    'pass',
  ],
  [
    'where it is nowhere required',
    [
      ['off', FAIL],
      ['recommended', FAIL],
    ],
    'recommended',
    'fail',
  ],
  ['asked nowhere', [['off', FAIL]], 'off', 'not-applicable'],
])('each check once: %s', (_, environments, level, status) => {
  const verdicts = environments.map(inEnvironment);
  for (const order of [verdicts, [...verdicts].reverse()]) {
    expect(perService(order)).toMatchObject([{ level, status }]);
  }
});

it('of no environment nothing', () => {
  expect(perService([])).toEqual([]);
});
