import type { Finding, Outcome } from '../effective/outcome';
import { notApplicable, together } from './outcomes';

type Status = Outcome['status'];

/** A fail decides; then what could not be asked, then what is not known. What does not apply has no say. */
const ALL: readonly Status[] = ['fail', 'error', 'unknown', 'pass', 'not-applicable'];
/** A pass decides. */
const ANY: readonly Status[] = ['pass', 'error', 'unknown', 'fail', 'not-applicable'];

export function all(outcomes: readonly Outcome[]): Outcome {
  return first(ALL, outcomes);
}

export function any(outcomes: readonly Outcome[]): Outcome {
  return first(ANY, outcomes);
}

export function not(outcome: Outcome): Outcome {
  if (outcome.status === 'pass') {
    return { status: 'fail', findings: outcome.findings.map(as('FORBIDDEN_VALUE')) };
  }
  if (outcome.status === 'fail') {
    return { status: 'pass', findings: outcome.findings.map(as('MET')) };
  }
  return outcome;
}

export type Quantifier = 'every' | 'some';

/** The status that decides among items, by rank: lower decides. */
export function decides(quantifier: Quantifier, status: Status): number {
  return (quantifier === 'every' ? ALL : ANY).indexOf(status);
}

function first(order: readonly Status[], outcomes: readonly Outcome[]): Outcome {
  const status = order.find(wanted => outcomes.some(outcome => outcome.status === wanted));
  return status === undefined ? notApplicable([]) : together(outcomes, status);
}

function as(code: Finding['code']): (finding: Finding) => Finding {
  return finding => ({ ...finding, code });
}
