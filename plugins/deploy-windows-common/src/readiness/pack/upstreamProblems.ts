import type { CheckDefinition } from './pack';

/**
 * Checks that ask dependencies for what no check of the pack answers, or for what dependencies would ask theirs: one step is a
 * question, more would be a walk through the catalog that need not end.
 */
export function upstreamProblems(checks: readonly CheckDefinition[]): ReadonlyMap<string, string> {
  const asked = new Map(checks.map(({ id, rule }) => [id, upstreamChecks(rule)]));
  const problems = new Map<string, string>();
  for (const [id, others] of asked) {
    for (const other of others) {
      const further = asked.get(other);
      if (further === undefined) problems.set(id, `upstreams: there is no check ${other}`);
      else if (further.length > 0) problems.set(id, `upstreams: ${other} asks dependencies itself`);
    }
  }
  return problems;
}

/** Ids of the checks a rule asks of other entities. */
function upstreamChecks(rule: unknown): readonly string[] {
  if (typeof rule !== 'object' || rule === null) return [];
  if (Array.isArray(rule)) return rule.flatMap(upstreamChecks);
  return Object.entries(rule).flatMap(([key, value]) => {
    if (key !== 'upstreams') return upstreamChecks(value);
    const { checks } = value as { checks?: unknown };
    return Array.isArray(checks) ? checks.map(String) : [];
  });
}
