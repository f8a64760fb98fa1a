import type { CheckAnswer, SubjectAnswer } from 'backstage-plugin-deploy-windows-common';
import { isOpen } from '../words/subjectLines';

/** What a change does to a check. `other` is neither: not known became not met, or it is asked no more. */
export type Turn = 'worse' | 'expired' | 'better' | 'other';

export interface CheckChange {
  readonly turn: Turn;
  readonly before?: CheckAnswer;
  readonly after?: CheckAnswer;
  /** The later one, where there is one. */
  readonly shown: CheckAnswer;
}

export interface SubjectChange {
  readonly before?: SubjectAnswer;
  readonly after?: SubjectAnswer;
  readonly shown: SubjectAnswer;
  /** Must-haves first. */
  readonly changes: readonly CheckChange[];
  /** What became of the verdict: it fell from ready, or rose to it. */
  readonly verdict: 'fell' | 'rose' | 'stays';
}

/** What differs between two sets of judged subjects; those that are the same are left out. */
export function diffOf(
  before: readonly SubjectAnswer[],
  after: readonly SubjectAnswer[],
): readonly SubjectChange[] {
  const was = new Map(before.map(answer => [answer.subject, answer]));
  const is = new Map(after.map(answer => [answer.subject, answer]));
  const found: SubjectChange[] = [];
  for (const subject of new Set([...is.keys(), ...was.keys()])) {
    const change = subjectChange(was.get(subject), is.get(subject));
    if (change !== undefined) found.push(change);
  }
  return found;
}

function subjectChange(
  before: SubjectAnswer | undefined,
  after: SubjectAnswer | undefined,
): SubjectChange | undefined {
  const shown = after ?? before;
  if (shown === undefined) return undefined;
  if (before === undefined || after === undefined) {
    return {
      shown,
      changes: [],
      verdict: 'stays',
      ...(before && { before }),
      ...(after && { after }),
    };
  }
  const changes = checkChanges(before.checks, after.checks);
  if (changes.length === 0 && before.verdict === after.verdict) return undefined;
  return { before, after, shown, changes, verdict: verdictTurn(before, after) };
}

/** That nothing could be said, and now it is not ready, is no fall: more is known. */
function verdictTurn(before: SubjectAnswer, after: SubjectAnswer): SubjectChange['verdict'] {
  const [was, is] = [isReady(before), isReady(after)];
  if (was === is) return 'stays';
  return was ? 'fell' : 'rose';
}

function isReady({ verdict }: SubjectAnswer): boolean {
  return verdict === 'ready' || verdict === 'ready-with-waivers';
}

function checkChanges(
  before: readonly CheckAnswer[],
  after: readonly CheckAnswer[],
): readonly CheckChange[] {
  const was = new Map(before.map(check => [check.id, check]));
  const is = new Map(after.map(check => [check.id, check]));
  const changes = [...new Set([...is.keys(), ...was.keys()])].flatMap(
    id => checkChange(was.get(id), is.get(id)) ?? [],
  );
  return [...changes.filter(isMust), ...changes.filter(change => !isMust(change))];
}

export function isMust({ shown }: Pick<CheckChange, 'shown'>): boolean {
  return shown.level === 'must';
}

function checkChange(
  before: CheckAnswer | undefined,
  after: CheckAnswer | undefined,
): CheckChange | undefined {
  const shown = after ?? before;
  if (shown === undefined || (before?.status === after?.status && before?.level === after?.level))
    return undefined;
  const turn = turnOf(before, after);
  if (turn === undefined) return undefined;
  return { turn, shown, ...(before && { before }), ...(after && { after }) };
}

function turnOf(before: CheckAnswer | undefined, after: CheckAnswer | undefined): Turn | undefined {
  const [wasOpen, nowOpen] = [isHeld(before), isHeld(after)];
  if (after?.status === 'expired' && before?.status !== 'expired') return 'expired';
  if (after !== undefined && nowOpen && (!wasOpen || isStricter(before, after))) return 'worse';
  if (before !== undefined && wasOpen && !nowOpen) return 'better';
  return before?.status === after?.status ? undefined : 'other';
}

/** Open, and asked of it at all. */
function isHeld(check: CheckAnswer | undefined): boolean {
  return check !== undefined && check.level !== 'off' && isOpen(check);
}

function isStricter(before: CheckAnswer | undefined, after: CheckAnswer): boolean {
  return after.level === 'must' && before?.level !== 'must';
}
