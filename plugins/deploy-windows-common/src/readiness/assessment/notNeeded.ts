import type { Applicability } from '../effective/layers';
import type { Steps } from '../effective/outcome';

/** Where nothing but "not needed" stands in the way of an answer, the document says that the check does not apply. */
export function notNeeded(steps: Steps): Applicability | undefined {
  const [{ outcome }, ...later] = steps;
  if (later.length > 0 || outcome.status !== 'unknown') return undefined;
  const [first] = outcome.findings;
  if (first === undefined) return undefined;
  if (outcome.findings.some(({ code }) => code !== 'NOT_NEEDED_UNCONFIRMED')) return undefined;
  const reason = typeof first.found === 'string' ? first.found : 'no reason is given';
  return { state: 'no-declared', reason, findings: outcome.findings };
}
