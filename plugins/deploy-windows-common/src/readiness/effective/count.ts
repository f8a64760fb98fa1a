import { BASES, type Basis } from '../pack/pack';
import type { Counts, Fraction, Judged } from './verdict';

/** Every row is in one of the numbers. A waived check is applicable and not met: a waiver raises nothing. */
export function countChecks(checks: readonly Judged[]): Counts {
  const count = (status: Judged['effective']['status']) =>
    checks.filter(({ effective }) => effective.status === status).length;
  const must = ofLevel(checks, 'must');
  return {
    must: fractionOf(must),
    mustByBasis: byBasis(must),
    recommended: fractionOf(ofLevel(checks, 'recommended')),
    waived: count('waived'),
    unknown: count('unknown'),
    expired: count('expired'),
    error: count('error'),
    notApplicable: count('not-applicable'),
  };
}

/** Those that apply. */
export function ofLevel(
  checks: readonly Judged[],
  level: 'must' | 'recommended',
): readonly Judged[] {
  return checks.filter(
    ({ effective }) => effective.level.value === level && effective.status !== 'not-applicable',
  );
}

function fractionOf(checks: readonly Judged[]): Fraction {
  const met = checks.filter(({ effective }) => effective.status === 'pass').length;
  return { met, applicable: checks.length };
}

function byBasis(checks: readonly Judged[]): Readonly<Record<Basis, Fraction>> {
  const fractions: Partial<Record<Basis, Fraction>> = {};
  for (const basis of BASES) {
    fractions[basis] = fractionOf(
      checks.filter(({ layers }) => layers.asked.definition.basis === basis),
    );
  }
  return fractions as Record<Basis, Fraction>;
}
