import type { CheckAnswer, Instant } from 'backstage-plugin-deploy-windows-common';
import { STATUS_ORDER } from './describeStatus';

const DAY = 86_400_000;
/** What stops being met within this time is shown before what stays. */
export const ENDING_SOON = 30 * DAY;

export interface MustHaves {
  readonly open: readonly CheckAnswer[];
  /** Met, but by time alone not for long. */
  readonly ending: readonly CheckAnswer[];
  readonly waived: readonly CheckAnswer[];
  readonly met: readonly CheckAnswer[];
  readonly notApplicable: readonly CheckAnswer[];
}

export interface CheckGroup {
  readonly group: string;
  readonly checks: readonly CheckAnswer[];
}

/** Must-haves by what they need next: open ones first. */
export function mustHavesOf(checks: readonly CheckAnswer[], at: Instant): MustHaves {
  const must = worstFirst(checks.filter(({ level }) => level === 'must'));
  return {
    open: must.filter(isOpen),
    ending: must.filter(check => check.status === 'pass' && endsSoon(check, at)).sort(byEnd),
    waived: must.filter(({ status }) => status === 'waived').sort(byEnd),
    met: must.filter(check => check.status === 'pass' && !endsSoon(check, at)),
    notApplicable: must.filter(({ status }) => status === 'not-applicable'),
  };
}

/** What is recommended here and applies, by the heading it stands under. */
export function recommendedGroups(checks: readonly CheckAnswer[]): readonly CheckGroup[] {
  const groups = new Map<string, CheckAnswer[]>();
  for (const check of checks) {
    if (check.level !== 'recommended' || check.status === 'not-applicable') continue;
    groups.set(check.group, [...(groups.get(check.group) ?? []), check]);
  }
  return [...groups].map(([group, members]) => ({ group, checks: worstFirst(members) }));
}

/** Of what is not a must-have: what does not apply, and what nobody asks for at this stage. */
export function setAside(checks: readonly CheckAnswer[]): readonly CheckAnswer[] {
  return checks.filter(
    ({ level, status }) =>
      level === 'off' || (level === 'recommended' && status === 'not-applicable'),
  );
}

export function isOpen({ status }: Pick<CheckAnswer, 'status'>): boolean {
  return !['pass', 'waived', 'not-applicable'].includes(status);
}

function endsSoon({ until }: CheckAnswer, at: Instant): boolean {
  return until !== undefined && Date.parse(until) - at <= ENDING_SOON;
}

function worstFirst(checks: readonly CheckAnswer[]): readonly CheckAnswer[] {
  return [...checks].sort(
    (a, b) => STATUS_ORDER.indexOf(a.status) - STATUS_ORDER.indexOf(b.status),
  );
}

function byEnd(a: CheckAnswer, b: CheckAnswer): number {
  return endOf(a) - endOf(b);
}

function endOf({ until, waiver }: CheckAnswer): number {
  return Date.parse(until ?? waiver?.expiresAt ?? '9999-01-01T00:00:00Z');
}
