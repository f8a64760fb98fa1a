import { instantText } from '../../time/wire';
import type { Verdict } from '../effective/verdict';
import { UNDECLARED } from '../subject';
import type { SubjectAnswer } from '../wire';
import { aheadWords } from '../words/aheadWords';
import { checkAnswer } from './checkAnswer';
import type { PageContext } from './context';
import { verdictAnswer } from './verdictAnswer';

/** Everything the page of a subject shows. */
export function subjectAnswer(verdict: Verdict, context: PageContext): SubjectAnswer {
  const empty = emptiness(verdict, context);
  const { sourceUrl, packs = [], siblings = [], people = [], problems = [] } = context;
  return {
    ...verdictAnswer(verdict, context),
    checks: verdict.checks.map(judged => checkAnswer(judged, context)),
    ahead: aheadAnswer(verdict, context),
    siblings: siblings.map(sibling => ({ ...sibling })),
    packs: packs.map(({ pack, title, because }) => ({ pack, title: title ?? pack, because })),
    people: people.map(person => ({ ...person })),
    ...(empty !== undefined && { empty }),
    ...(sourceUrl !== undefined && { sourceUrl }),
    problems: problems.map(problem => ({ ...problem })),
  };
}

function aheadAnswer(verdict: Verdict, { format }: PageContext): SubjectAnswer['ahead'] {
  const titles = new Map(
    verdict.checks.map(({ layers }) => [layers.asked.definition.id, layers.asked.definition.title]),
  );
  return verdict.ahead.map(change => ({
    ...change,
    at: instantText(change.at),
    title: titles.get(change.checkId) ?? change.checkId,
    text: aheadWords(change, verdict.at, format),
  }));
}

function emptiness(
  { notAssessed }: Verdict,
  { subject, document }: PageContext,
): SubjectAnswer['empty'] | undefined {
  if (document === 'absent') return 'no-document';
  if (subject.environment === UNDECLARED) return 'no-environment';
  return notAssessed === 'no-pack' ? 'no-pack' : undefined;
}
