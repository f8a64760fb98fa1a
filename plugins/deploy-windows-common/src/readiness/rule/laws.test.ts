import fc from 'fast-check';
import { aContext } from '../__testUtils__/ruleCases';
import { placesOf, someFacts, someRule, turned, unstated } from '../__testUtils__/randomFacts';
import { outcomeAt } from '../effective/outcomeAt';
import type { Outcome } from '../effective/outcome';
import type { Facts } from '../facts/fact';
import { shippedPacks } from '../pack/shipped';
import { evaluateRule } from './evaluateRule';
import type { Rule } from './rule';

const NOWS = ['2026-03-01', '2026-11-24', '2027-06-01'].map(day => Date.parse(day));
const SHIPPED: readonly Rule[] = shippedPacks().flatMap(({ pack }) =>
  (pack?.checks ?? []).flatMap(({ rule, applies }) => [rule, applies?.facts].flatMap(r => r ?? [])),
);

function statuses(rule: Rule, facts: Facts): readonly Outcome['status'][] {
  const steps = evaluateRule(rule, aContext(facts.fields));
  return NOWS.map(now => outcomeAt(steps, now).outcome.status);
}

const aShippedRule = fc.constantFrom(...SHIPPED);
const anyRule = fc.oneof(aShippedRule, someRule);

/** The facts without one thing that was stated and that the rule may look at, for each such thing. */
function lessFacts(rule: Rule, facts: Facts): readonly Facts[] {
  const words = JSON.stringify(rule);
  return placesOf(facts)
    .filter(([fact]) => words.includes(`"${String(fact)}`))
    .map(place => unstated(facts, place));
}

describe('whatever the facts are', () => {
  it('has rules to ask', () => {
    expect(SHIPPED.length).toBeGreaterThan(90);
  });

  it('leaving something out makes nothing better: the answer stays, or is not known', () => {
    fc.assert(
      fc.property(someRule, someFacts, (rule, facts) => {
        const before = statuses(rule, facts);
        for (const less of lessFacts(rule, facts)) {
          const better = statuses(rule, less).filter(
            (status, index) => !['unknown', 'error', before[index]].includes(status),
          );
          expect(better).toEqual([]);
        }
      }),
      { numRuns: 120 },
    );
  });

  it('leaving something out never makes a shipped check pass', () => {
    fc.assert(
      fc.property(aShippedRule, someFacts, (rule, facts) => {
        const before = statuses(rule, facts);
        for (const less of lessFacts(rule, facts)) {
          const better = statuses(rule, less).filter(
            (status, index) => status === 'pass' && before[index] !== 'pass',
          );
          expect(better).toEqual([]);
        }
      }),
      { numRuns: 250 },
    );
  });

  it('the order of anything says nothing', () => {
    fc.assert(
      fc.property(anyRule, someFacts, (rule, facts) => {
        expect(statuses(rule, turned(facts))).toEqual(statuses(rule, facts));
      }),
      { numRuns: 120 },
    );
  });

  it('a rule that was read never goes wrong, but for secrets nobody looked for', () => {
    fc.assert(
      fc.property(anyRule, someFacts, (rule, facts) => {
        if ('clean' in rule) return;
        expect(statuses(rule, facts)).not.toContain('error');
      }),
      { numRuns: 120 },
    );
  });

  it('steps begin early and end never', () => {
    fc.assert(
      fc.property(anyRule, someFacts, (rule, facts) => {
        const steps = evaluateRule(rule, aContext(facts.fields));
        const ends = steps.flatMap(step => ('until' in step ? [step.until] : []));
        expect(ends).toHaveLength(steps.length - 1);
        expect(ends).toEqual([...new Set(ends)].sort((a, b) => a - b));
      }),
      { numRuns: 120 },
    );
  });
});
