import type { Instant } from '../../time';
import { UNDECLARED, type Subject } from '../subject';
import { changesAhead } from './changesAhead';
import { countChecks, ofLevel } from './count';
import { effective } from './effective';
import type { Layers } from './layers';
import { nextChange } from './nextChange';
import { notAssessed, type NotAssessed } from './notAssessed';
import { STATUSES, type VerdictWord } from './status';
import type { Judged, Verdict, VerdictCause } from './verdict';

/** Whether a subject is ready: made of named must-haves in force, never of a share. */
export function verdictOf(subject: Subject, rows: readonly Layers[], now: Instant): Verdict {
  const checks = rows.map(layers => ({ layers, effective: effective(layers, now) }));
  const open = openOf(checks);
  const waived = waivedOf(checks);
  const lacking = notAssessed(checks);
  const validUntil = firstChange(rows, now);
  return {
    subject: subject.key,
    at: now,
    verdict: wordOf(lacking, open.length, waived.length),
    ...(lacking !== undefined && { notAssessed: lacking }),
    stage: subject.view.stage || UNDECLARED,
    open,
    waived,
    counts: countChecks(checks),
    ...(validUntil !== undefined && { validUntil }),
    ahead: changesAhead(rows, now),
    checks,
  };
}

function wordOf(lacking: NotAssessed | undefined, open: number, waived: number): VerdictWord {
  if (lacking !== undefined) return 'not-assessed';
  if (open > 0) return 'not-ready';
  return waived > 0 ? 'ready-with-waivers' : 'ready';
}

function openOf(checks: readonly Judged[]): readonly VerdictCause[] {
  const open = ofLevel(checks, 'must').filter(
    ({ effective: { status } }) => status !== 'pass' && status !== 'waived',
  );
  return open.map(causeOf).sort(worstFirst);
}

function waivedOf(checks: readonly Judged[]): Verdict['waived'] {
  const waived: Verdict['waived'][number][] = [];
  for (const judged of ofLevel(checks, 'must')) {
    if (judged.effective.status !== 'waived') continue;
    waived.push({ ...causeOf(judged), until: judged.effective.until });
  }
  return waived.sort((a, b) => a.until - b.until || byTitle(a, b));
}

function causeOf({ layers, effective: { status } }: Judged): VerdictCause {
  const { id, title } = layers.asked.definition;
  return { checkId: id, title, status };
}

function worstFirst(a: VerdictCause, b: VerdictCause): number {
  return STATUSES.indexOf(a.status) - STATUSES.indexOf(b.status) || byTitle(a, b);
}

function byTitle(a: VerdictCause, b: VerdictCause): number {
  if (a.title !== b.title) return a.title < b.title ? -1 : 1;
  return a.checkId < b.checkId ? -1 : 1;
}

/** Of the must-haves, those to come among them. */
function firstChange(rows: readonly Layers[], now: Instant): Instant | undefined {
  let first = Infinity;
  for (const layers of rows) {
    if (isOrBecomesMust(layers, now)) first = Math.min(first, nextChange(layers, now) ?? Infinity);
  }
  return first === Infinity ? undefined : first;
}

function isOrBecomesMust({ asked }: Layers, now: Instant): boolean {
  const { steps } = asked.requirement;
  return steps.some(({ level }, index) => {
    const next = steps[index + 1];
    return level === 'must' && (next?.from ?? Infinity) > now;
  });
}
