import { aDecision, anOpenDecision } from '../__testUtils__/aDecision';
import {
  isNothingDeclared,
  overridableRules,
  readDecisions,
  serverNow,
  validFor,
} from './decisions';

const unknown = {
  entity: 'system:default/noipm',
  error: { code: 'UNKNOWN_TARGET', message: 'none' },
};

it('puts production first', () => {
  const { decisions } = readDecisions({
    results: [
      { entity: 'system:default/noipm', environment: 'staging', decision: anOpenDecision() },
      { entity: 'system:default/noipm', environment: 'production', decision: aDecision() },
    ],
  });
  expect(decisions.map(({ environment }) => environment)).toEqual(['production', 'staging']);
});

it.each([
  ['an unknown target', [unknown], true],
  ['no answer at all', [], true],
  ['another failure', [{ ...unknown, error: { code: 'CATALOG', message: 'away' } }], false],
  ['a decision', [{ entity: 'system:default/noipm', decision: aDecision() }], false],
])('%s: is nothing declared?', (_, results, expected) => {
  expect(isNothingDeclared(readDecisions({ results }))).toBe(expected);
});

it('trusts an answer for as long as the server said, by its own clock', () => {
  expect(validFor(aDecision())).toBe(15 * 60_000);
  expect(validFor(aDecision({ validUntil: '2026-11-24T16:00:00Z' }))).toBe(0);
});

it('counts on from the time of the server, even if this clock is a day off', () => {
  const answeredAt = Date.parse('2026-11-25T17:00:00Z');
  expect(serverNow(aDecision(), answeredAt, answeredAt + 60_000)).toBe(
    Date.parse('2026-11-24T17:01:00Z'),
  );
});

it('offers for an override only what an override can set aside', () => {
  const locked = {
    code: 'LOCK_HELD',
    text: 'held',
    clearedBy: ['release', 'break-lock'],
    rule: 'lock:x',
  };
  const decision = aDecision({ reasons: [...aDecision().reasons, locked] });
  expect(overridableRules(decision).map(({ rule }) => rule)).toEqual([
    'notice:system:default/noipm/ipm',
  ]);
});
