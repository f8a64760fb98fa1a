import type { Finding, Outcome } from '../effective/outcome';

type Findings = readonly Finding[];

export const pass = (findings: Findings): Outcome => ({ status: 'pass', findings });
export const fail = (findings: Findings): Outcome => ({ status: 'fail', findings });
export const unknown = (findings: Findings): Outcome => ({ status: 'unknown', findings });
export const notApplicable = (findings: Findings): Outcome => ({
  status: 'not-applicable',
  findings,
});
export const failure = (message: string): Outcome => ({ status: 'error', message, findings: [] });

/** Those of one status, put into one with all that was found. */
export function together(outcomes: readonly Outcome[], status: Outcome['status']): Outcome {
  const same = outcomes.filter(outcome => outcome.status === status);
  const findings = distinct(same.flatMap(outcome => outcome.findings));
  const [first] = same;
  if (first?.status === 'error') return { ...first, findings };
  return { status, findings } as Outcome;
}

/** Two parts of a rule often look at the same value. */
function distinct(findings: Findings): Findings {
  const byKey = new Map<string, Finding>();
  for (const finding of findings) {
    const { code, fact, wanted } = finding;
    const key = JSON.stringify([code, fact, wanted]);
    if (!byKey.has(key)) byKey.set(key, finding);
  }
  return [...byKey.values()];
}
