import { instantText } from '../../time/wire';
import { DAY } from '../../time';
import type { Counts, Verdict } from '../effective/verdict';
import { UNDECLARED } from '../subject';
import type { CountsAnswer, SubjectRow, VerdictAnswer } from '../wire';
import { ageWords } from '../words/dayWords';
import { gateWords } from '../words/gateWords';
import { verdictParts, verdictSentence } from '../words/verdictParts';
import type { SubjectContext } from './context';

/** The verdict alone: what a card, a gate and a pipeline need. */
export function verdictAnswer(verdict: Verdict, context: SubjectContext): VerdictAnswer {
  const { gateMode, ...row } = subjectRow(verdict, context);
  const { next } = context.gate;
  return {
    ...row,
    parts: verdictParts(verdict, context).map(part => ({ ...part })),
    gate: {
      mode: context.gate.mode,
      ...(next !== undefined && { next: { mode: next.mode, at: instantText(next.at) } }),
      words: gateWords(context.gate, context.format),
    },
  };
}

/** The same for a list of many. */
export function subjectRow(verdict: Verdict, context: SubjectContext): SubjectRow {
  const { subject, owner, system, domain, factsReadAt } = context;
  const { validUntil } = verdict;
  return {
    subject: verdict.subject,
    entityRef: subject.entityRef,
    environment: subject.environment ?? UNDECLARED,
    stage: verdict.stage,
    title: subject.title,
    ...(owner !== undefined && { owner }),
    ...(system !== undefined && { system }),
    ...(domain !== undefined && { domain }),
    verdict: verdict.verdict,
    sentence: verdictSentence(verdictParts(verdict, context)),
    open: verdict.open.map(cause => ({ ...cause })),
    waived: verdict.waived.map(cause => ({ ...cause, until: instantText(cause.until) })),
    counts: countsAnswer(verdict.counts),
    at: instantText(verdict.at),
    ...(validUntil !== undefined && { validUntil: instantText(validUntil) }),
    factsReadAt: instantText(factsReadAt),
    factsAge: factsAge(context),
    gateMode: context.gate.mode,
  };
}

export function countsAnswer(counts: Counts): CountsAnswer {
  return { ...counts, mustByBasis: { ...counts.mustByBasis } };
}

/** Facts at their age still count when the gate says so; here it is said how old they are. */
function factsAge({ now, factsReadAt, maxFactsAge = DAY }: SubjectContext): string {
  const age = ageWords(now, factsReadAt);
  const isOld = now - factsReadAt > maxFactsAge;
  return isOld ? `Facts are old: read ${age}, they may have changed since.` : `facts read ${age}`;
}
