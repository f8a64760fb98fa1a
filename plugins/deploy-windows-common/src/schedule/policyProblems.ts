import type { PolicyProblem } from './policy';
import { isLost, isWholeLost, type Statement } from './statement';

// Modes and defaults that cannot be read arrive as their strictest value; these have none.
const WITHOUT_STRICTEST = [
  ['limits', 'how many deploys are allowed could not be read'],
  ['lock', 'what is locked could not be read'],
] as const;

/** What a level says and nobody can read, where the strictest meaning is to hold. */
export function policyProblems(statements: readonly Statement[]): readonly PolicyProblem[] {
  return statements.flatMap(({ level, says }) => {
    if (isWholeLost(says)) {
      return [{ level, field: 'deployPolicy', message: 'the policy could not be read' }];
    }
    return WITHOUT_STRICTEST.filter(([field]) => isLost(says, field)).map(([field, message]) => ({
      level,
      field,
      message,
    }));
  });
}
