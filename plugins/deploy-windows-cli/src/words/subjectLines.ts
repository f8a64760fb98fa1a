import type { CheckAnswer, SubjectAnswer } from 'backstage-plugin-deploy-windows-common';
import { STATUSES } from 'backstage-plugin-deploy-windows-common/readiness';
import { counted } from 'backstage-plugin-infra-overview-common';
import { fixLines } from './fixLines';

/** A subject in sentences: what it is worth, then each open check with the lines to add. */
export function subjectLines(
  answer: SubjectAnswer,
  place: string,
  levels: readonly CheckAnswer['level'][],
): readonly string[] {
  const { title, environment, entityRef, sentence, counts, checks, ahead, gate } = answer;
  const open = checks
    .filter(check => levels.includes(check.level) && isOpen(check))
    .sort((a, b) => STATUSES.indexOf(a.status) - STATUSES.indexOf(b.status));
  return [
    `${title}, ${environment} (${entityRef}, ${place})`,
    sentence,
    ...(gate.mode === 'off' && gate.next === undefined ? [] : [gate.words]),
    ...open.flatMap(openLines),
    ...ahead.map(change => `  soon: ${change.title} (${change.checkId}): ${change.text}.`),
    ...answer.problems.map(({ source, text }) => `  problem: ${source}: ${text}.`),
    `  ${fraction(counts.must)} must-haves met, ${fraction(counts.recommended)} recommended; ${besides(counts)}.`,
  ];
}

export function isOpen({ status }: Pick<CheckAnswer, 'status'>): boolean {
  return status !== 'pass' && status !== 'waived' && status !== 'not-applicable';
}

function openLines(check: CheckAnswer): readonly string[] {
  const { statusWords, title, id, because, becomes } = check;
  return [
    `  ${statusWords}: ${title} (${id}). ${because}${becomes === undefined ? '' : ` It ${becomes.words}.`}`,
    ...fixLines(check).map(line => `    ${line}`),
  ];
}

function fraction({ met, applicable }: { readonly met: number; readonly applicable: number }) {
  return applicable === 0 ? 'no' : `${met} of ${applicable}`;
}

function besides(counts: SubjectAnswer['counts']): string {
  const { unknown, expired, error, waived, notApplicable } = counts;
  return [
    `${unknown} not known`,
    ...(expired > 0 ? [`${counted(expired, 'confirmation')} out of date`] : []),
    ...(error > 0 ? [`${error} could not be checked`] : []),
    ...(waived > 0 ? [`${waived} waived`] : []),
    `${notApplicable} do not apply`,
  ].join(', ');
}
