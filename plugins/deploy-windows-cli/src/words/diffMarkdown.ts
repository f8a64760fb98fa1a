import type { Instant } from 'backstage-plugin-deploy-windows-common/evaluator';
import { escapeMarkdown } from 'backstage-plugin-infra-overview-common';
import { verdictLabel } from 'backstage-plugin-deploy-windows-common/readiness';
import { isMust, type CheckChange, type SubjectChange, type Turn } from '../readiness/diffOf';
import { fromTo, TURNS } from './diffLines';
import { code, markdownNote } from './markdown';

const HEADINGS: Readonly<Record<Turn, string>> = {
  worse: 'Worse',
  expired: 'Confirmation out of date',
  better: 'Better',
  other: 'Changed',
};

/** The comment of a pull request. */
export function diffMarkdown(changes: readonly SubjectChange[], now: Instant): readonly string[] {
  return [
    '## Readiness',
    '',
    ...(changes.length === 0 ? ['This change makes nothing better or worse.'] : []),
    ...changes.flatMap(ofSubject),
    ...markdownNote(now, 'from the files before and after alone'),
  ];
}

function ofSubject({ before, after, shown, changes }: SubjectChange): readonly string[] {
  const head = `### ${escapeMarkdown(shown.title)}, ${escapeMarkdown(shown.environment)}`;
  if (before === undefined) return [`${head} (new)`, '', escapeMarkdown(shown.sentence), ''];
  if (after === undefined) return [`${head} (gone)`, ''];
  const turned =
    before.verdict === after.verdict
      ? ''
      : `**${verdictLabel(before.verdict)} → ${verdictLabel(after.verdict)}.** `;
  return [
    head,
    '',
    `${turned}${escapeMarkdown(after.sentence)}`,
    '',
    ...TURNS.flatMap(turn => table(turn, changes)),
  ];
}

function table(turn: Turn, all: readonly CheckChange[]): readonly string[] {
  const changes = all.filter(change => change.turn === turn);
  if (changes.length === 0) return [];
  return [
    `| ${HEADINGS[turn]} | | Why |`,
    '|---|---|---|',
    ...changes.map(change => {
      const { shown, after } = change;
      const level = isMust(change) ? '' : ', recommended';
      return `| ${escapeMarkdown(shown.title)} (${code(shown.id)}${level}) | ${fromTo(change)} | ${escapeMarkdown(after?.because ?? '')}${add(change)} |`;
    }),
    '',
  ];
}

function add({ turn, shown: { fix } }: CheckChange): string {
  if ((turn !== 'worse' && turn !== 'expired') || fix === undefined) return '';
  return ` Write at ${code(fix.at)}: ${code(fix.yaml)}`;
}
