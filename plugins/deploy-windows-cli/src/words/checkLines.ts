import type { CheckAnswer, SubjectAnswer } from 'backstage-plugin-deploy-windows-common';
import { levelLabel } from 'backstage-plugin-deploy-windows-common/readiness';
import { fixLines } from './fixLines';

/** One check: what it is worth and why, its rule, each value with where it comes from, and what to do. */
export function checkLines(check: CheckAnswer, subject: SubjectAnswer): readonly string[] {
  const { title, id, pack, statusWords, because, why, place, becomes, confirmation, waiver } =
    check;
  return [
    `${title} (${id}, ${pack})`,
    `${subject.title}, ${subject.environment} (${subject.entityRef}): ${statusWords}. ${because}`,
    `Why it is asked: ${why}${place === undefined ? '' : ` (${place})`}`,
    `${levelLabel(check.level)}, by ${check.levelBecause}.${becomes === undefined ? '' : ` It ${becomes.words}.`}`,
    ...section('The rule:', check.ruleWords),
    ...section('What was found:', check.findings.map(findingLine)),
    ...(confirmation === undefined
      ? []
      : [
          `Confirmed as ${confirmation.answer} by ${confirmation.attestedBy} at ${confirmation.attestedAt}: ${confirmation.state}.`,
        ]),
    ...(waiver === undefined
      ? []
      : [
          `Waived by ${waiver.approvedBy ?? waiver.requestedBy} until ${waiver.expiresAt}: ${waiver.reason}`,
        ]),
    ...section('What helps:', check.status === 'pass' ? [] : helps(check)),
  ];
}

function section(heading: string, lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : [heading, ...lines.map(line => `  ${line}`)];
}

function findingLine({ text, path, origin }: CheckAnswer['findings'][number]): string {
  if (origin === undefined) return path === undefined ? `${text}.` : `${text} (${path}).`;
  const where = [origin.entityRef, origin.path].filter(Boolean).join(' ');
  return `${text} (${where}, ${origin.words}).`;
}

function helps(check: CheckAnswer): readonly string[] {
  const { attest, approvers } = check;
  return [
    ...fixLines(check),
    ...(attest === undefined
      ? []
      : [`Confirmed by ${attest.byWords}, it counts for ${attest.validFor}.`]),
    `A waiver is approved by ${approvers}.`,
  ];
}
