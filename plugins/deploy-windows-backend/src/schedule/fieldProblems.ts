import { invalid } from '../api/coded';

/** What is wrong with one field of what was sent. */
export interface FieldProblem {
  readonly code: string;
  readonly path: string;
  readonly message: string;
}

export function fieldProblem(code: string, path: string, message: string): FieldProblem {
  return { code, path, message };
}

/** @throws InputError with the code of the first and all of them as `problems` */
export function refuseProblems(problems: readonly FieldProblem[]): void {
  const [first] = problems;
  if (first === undefined) return;
  const message = problems.map(problem => `${problem.path}: ${problem.message}`).join('; ');
  throw invalid(first.code, message, { problems: problems.map(problem => ({ ...problem })) });
}
