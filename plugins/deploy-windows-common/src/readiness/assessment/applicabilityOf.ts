import { evaluateFilterPredicate } from '@backstage/filter-predicates';
import type { JsonObject, JsonValue } from '@backstage/types';
import type { Applicability } from '../effective/layers';
import type { Finding, Outcome, Steps } from '../effective/outcome';
import type { CheckDefinition } from '../pack/pack';
import { evaluateRule } from '../rule/evaluateRule';
import type { RuleContext } from '../rule/ruleContext';
import { combined } from '../rule/steps';
import { UNDECLARED, type SubjectView } from '../subject';

export interface Applied {
  readonly applicability: Applicability;
  readonly steps: Steps;
}

const APPLIES: Applicability = { state: 'applies' };

/** Whether the check is asked at all, and what its rule says where it is. What cannot be decided is said, never skipped. */
export function applied(
  { applies }: CheckDefinition,
  view: SubjectView,
  context: RuleContext,
  steps: Steps,
): Applied {
  const { subject, facts } = applies ?? {};
  if (subject !== undefined && !evaluateFilterPredicate(subject, view as unknown as JsonObject)) {
    const findings = unlike(subject as JsonValue, view);
    return { applicability: { state: 'no-by-rule', findings }, steps };
  }
  if (facts === undefined) return { applicability: APPLIES, steps };
  const asked = evaluateRule(facts, context);
  const [only, ...later] = asked;
  if (later.length === 0) return { applicability: stateOf(only.outcome), steps };
  // What applies for a time only is part of the result, which may change with time.
  return {
    applicability: APPLIES,
    steps: combined([asked, steps], ([whether, result]) => {
      if (whether === undefined || result === undefined) throw new Error('Two steps make one');
      if (whether.status === 'pass') return result;
      if (isNo(whether)) return { status: 'not-applicable', findings: whether.findings };
      return { status: 'unknown', findings: undecided(whether.findings) };
    }),
  };
}

function stateOf(outcome: Outcome): Applicability {
  if (outcome.status === 'pass') return APPLIES;
  if (isNo(outcome)) return { state: 'no-by-rule', findings: outcome.findings };
  return { state: 'undetermined', findings: undecided(outcome.findings) };
}

function isNo({ status }: Outcome): boolean {
  return status === 'fail' || status === 'not-applicable';
}

function undecided(findings: readonly Finding[]): readonly Finding[] {
  if (findings.length === 0) return [{ code: 'APPLICABILITY_UNKNOWN', fact: '' }];
  return findings.map(finding => ({ ...finding, code: 'APPLICABILITY_UNKNOWN' }));
}

/** What of the subject is other than the predicate asks for, in its simplest form. */
function unlike(predicate: JsonValue, view: SubjectView): readonly Finding[] {
  if (typeof predicate !== 'object' || predicate === null || Array.isArray(predicate)) return [];
  return Object.entries(predicate).flatMap(([key, wanted]): readonly Finding[] => {
    if (key === '$all' && Array.isArray(wanted)) {
      return wanted
        .filter(part => !evaluateFilterPredicate(part as never, view as unknown as JsonObject))
        .flatMap(part => unlike(part, view));
    }
    if (key === '$not') return forbidden(wanted, view);
    if (key.startsWith('$') || wanted === undefined) return [];
    const found = foundIn(view, key);
    if (typeof wanted !== 'object') return [{ code: 'NOT_EQUAL', fact: key, found, wanted }];
    const list = (wanted as JsonObject).$in;
    return [{ code: 'NOT_ONE_OF', fact: key, found, wanted: list ?? wanted }];
  });
}

function forbidden(predicate: JsonValue | undefined, view: SubjectView): readonly Finding[] {
  if (typeof predicate !== 'object' || predicate === null) return [];
  return Object.keys(predicate)
    .filter(key => !key.startsWith('$'))
    .map(key => ({ code: 'FORBIDDEN_VALUE' as const, fact: key, found: foundIn(view, key) }));
}

function foundIn(view: SubjectView, key: string): JsonValue {
  const value: string | readonly string[] | undefined = view[key as keyof SubjectView];
  if (value === undefined) return UNDECLARED;
  return typeof value === 'string' ? value : [...value];
}
