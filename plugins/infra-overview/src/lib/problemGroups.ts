import type { NotUnderstood, Overview, Problem } from 'backstage-plugin-infra-overview-common';

export interface ProblemGroup {
  readonly entityRef: string;
  readonly problems: readonly Problem[];
  readonly notUnderstood: readonly NotUnderstood[];
}

export interface ProblemGroups {
  readonly count: number;
  readonly worst: Problem['severity'];
  /** One group a document, the entity's own first. */
  readonly groups: readonly ProblemGroup[];
}

const ORDER: readonly Problem['severity'][] = ['refused', 'error', 'warning', 'hint'];

/** Problems by the document they are in, worst first. A field that is a problem already is not listed a second time as not understood. */
export function problemGroups(overview: Overview): ProblemGroups {
  const own = overview.entity.ref;
  const all = [...overview.problems, ...(overview.refusal ? [overview.refusal] : [])];
  const distinct = all.filter(
    (problem, index) => all.findIndex(other => same(problem, other, own)) === index,
  );
  const problems = distinct.sort((a, b) => ORDER.indexOf(a.severity) - ORDER.indexOf(b.severity));
  const named = new Set(problems.map(problem => `${problem.entityRef ?? own} ${problem.path}`));
  const notUnderstood = overview.notUnderstood.filter(
    field => !named.has(`${field.entityRef ?? own} ${field.path}`),
  );
  const refs = [
    ...new Set([own, ...[...problems, ...notUnderstood].map(found => found.entityRef ?? own)]),
  ];
  const groups = refs.map(entityRef => ({
    entityRef,
    problems: problems.filter(problem => (problem.entityRef ?? own) === entityRef),
    notUnderstood: notUnderstood.filter(field => (field.entityRef ?? own) === entityRef),
  }));
  return {
    count: problems.length + notUnderstood.length,
    worst: problems[0]?.severity ?? 'warning',
    groups: groups.filter(group => group.problems.length + group.notUnderstood.length > 0),
  };
}

function same(a: Problem, b: Problem, own: string): boolean {
  return (
    a.code === b.code &&
    a.path === b.path &&
    a.message === b.message &&
    (a.entityRef ?? own) === (b.entityRef ?? own)
  );
}
