import type { CheckAnswer } from 'backstage-plugin-deploy-windows-common';
import { statusLabel } from 'backstage-plugin-deploy-windows-common/readiness';
import { isMust, type CheckChange, type SubjectChange, type Turn } from '../readiness/diffOf';
import { fixLines } from './fixLines';

export const TURNS: readonly Turn[] = ['worse', 'expired', 'better', 'other'];

const TURN_WORDS: Readonly<Record<Turn, string>> = {
  worse: 'worse',
  expired: 'out of date',
  better: 'better',
  other: 'changed',
};

const VERDICT_TURNS: Readonly<Record<SubjectChange['verdict'], string>> = {
  fell: 'Worse. ',
  rose: 'Better. ',
  stays: '',
};

/** What a change does, in sentences. */
export function diffLines(changes: readonly SubjectChange[]): readonly string[] {
  if (changes.length === 0) return ['Nothing about readiness changes.'];
  return changes.flatMap((change, index) => [...(index === 0 ? [] : ['']), ...ofSubject(change)]);
}

function ofSubject({ before, after, shown, changes, verdict }: SubjectChange): readonly string[] {
  const head = `${shown.title}, ${shown.environment} (${shown.entityRef})`;
  if (before === undefined) return [`${head} is new.`, shown.sentence];
  if (after === undefined) return [`${head} is gone.`];
  return [
    head,
    ...(before.verdict === after.verdict
      ? [after.sentence]
      : [`${VERDICT_TURNS[verdict]}Before: ${before.sentence}`, `After: ${after.sentence}`]),
    ...TURNS.flatMap(turn => changes.filter(each => each.turn === turn).flatMap(checkLines)),
  ];
}

function checkLines(change: CheckChange): readonly string[] {
  const { turn, shown } = change;
  const level = isMust(change) ? '' : ' (recommended)';
  return [
    `  ${TURN_WORDS[turn]}${level}: ${shown.title} (${shown.id}): ${fromTo(change)}.${why(change)}`,
    ...(turn === 'worse' || turn === 'expired' ? fixLines(shown).map(line => `    ${line}`) : []),
  ];
}

export function fromTo({ before, after }: CheckChange): string {
  return `${labelOf(before)} → ${labelOf(after)}`;
}

function labelOf(check: CheckAnswer | undefined): string {
  if (check === undefined) return 'not asked';
  return check.status === 'waived' ? 'Waived' : statusLabel(check.status);
}

function why({ after }: CheckChange): string {
  return after === undefined ? '' : ` ${after.because}`;
}
