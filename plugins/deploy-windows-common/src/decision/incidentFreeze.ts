import type { DeployWindow, LevelKey, PrincipalRef } from '../schedule';
import { DAY, HOUR, type Instant } from '../time';

export interface IncidentFreezeWish {
  readonly level: LevelKey;
  readonly title: string;
  readonly reason: string;
  readonly owner: PrincipalRef;
  /** Milliseconds; four hours where nothing is said. It lifts itself. */
  readonly duration?: number;
  /** Who may let something through. */
  readonly overridableBy: readonly PrincipalRef[];
  readonly environments?: readonly string[];
  readonly stages?: readonly string[];
  readonly scope?: unknown;
}

export type IncidentFreezeProblem = 'REASON_TOO_SHORT' | 'END_NOT_AFTER_START' | 'TOO_LONG';

export type IncidentFreeze =
  | { readonly outcome: 'made'; readonly window: DeployWindow }
  | { readonly outcome: 'refused'; readonly problems: readonly IncidentFreezeProblem[] };

const USUAL = 4 * HOUR;
const LONGEST = 7 * DAY;

/** Holds everything it governs from now on, whatever kind of window else is open. It always has an end. */
export function incidentFreeze(
  wish: IncidentFreezeWish,
  { id, now }: { readonly id: string; readonly now: Instant },
): IncidentFreeze {
  const { duration = USUAL, environments, stages, scope } = wish;
  const problems: IncidentFreezeProblem[] = [];
  if (wish.reason.trim().length < 10) problems.push('REASON_TOO_SHORT');
  if (!(duration > 0)) problems.push('END_NOT_AFTER_START');
  if (duration > LONGEST) problems.push('TOO_LONG');
  if (problems.length > 0) return { outcome: 'refused', problems };
  const end = now + duration;
  return {
    outcome: 'made',
    window: {
      key: `db:${id}`,
      kind: 'freeze',
      title: wish.title,
      reason: wish.reason,
      owner: wish.owner,
      level: wish.level,
      origin: 'database',
      schedule: { type: 'exact', start: now, end },
      hard: true,
      overridableBy: wish.overridableBy,
      expiresAt: end,
      ...(environments && { environments }),
      ...(stages && { stages }),
      ...(scope !== undefined && { scope }),
    },
  };
}
