import { STATUSES, type Status } from '../effective/status';
import type { Judged, Verdict } from '../effective/verdict';
import type { CompareAnswer } from '../wire';
import { becauseWords } from '../words/becauseWords';
import type { SubjectContext } from './context';
import { verdictAnswer } from './verdictAnswer';

export interface Side {
  readonly verdict: Verdict;
  readonly context: SubjectContext;
}

/** Two environments: the rows that differ, the worst of either leading. */
export function compareAnswer(a: Side, b: Side): CompareAnswer {
  const left = byCheck(a.verdict);
  const right = byCheck(b.verdict);
  const rows: CompareAnswer['rows'] = [];
  for (const checkId of new Set([...left.keys(), ...right.keys()])) {
    const [here, there] = [left.get(checkId), right.get(checkId)];
    if (here?.effective.status === there?.effective.status) continue;
    rows.push({
      checkId,
      title: (here ?? there)?.layers.asked.definition.title ?? checkId,
      ...(here && { a: here.effective.status, aBecause: becauseWords(here.effective, a.context) }),
      ...(there && {
        b: there.effective.status,
        bBecause: becauseWords(there.effective, b.context),
      }),
    });
  }
  return {
    a: verdictAnswer(a.verdict, a.context),
    b: verdictAnswer(b.verdict, b.context),
    rows: rows.sort((x, y) => worst(x) - worst(y) || (x.checkId < y.checkId ? -1 : 1)),
  };
}

function byCheck({ checks }: Verdict): ReadonlyMap<string, Judged> {
  return new Map(checks.map(judged => [judged.layers.asked.definition.id, judged]));
}

function worst({ a, b }: { readonly a?: Status; readonly b?: Status }): number {
  const rank = (status: Status | undefined) =>
    status === undefined ? STATUSES.length : STATUSES.indexOf(status);
  return Math.min(rank(a), rank(b));
}
