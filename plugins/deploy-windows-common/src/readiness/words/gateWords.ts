import type { GateMode } from 'backstage-plugin-infra-overview-common';
import { readinessMode, type ReadinessDemand } from '../../schedule';
import type { Instant } from '../../time';
import { utcDay, type FormatInstant } from './dayWords';

/** What deploy decisions make of the verdict: the strictest mode in force, and what is to come. */
export interface Gate {
  readonly mode: GateMode;
  readonly next?: { readonly mode: GateMode; readonly at: Instant };
}

/** What is in force, and the first change to come. */
export function gateAt(demands: readonly ReadinessDemand[], now: Instant): Gate {
  const mode = readinessMode(demands, now);
  const later = demands.flatMap(({ from }) => (from !== undefined && from > now ? [from] : []));
  for (const at of later.sort((a, b) => a - b)) {
    const becomes = readinessMode(demands, at);
    if (becomes !== mode) return { mode, next: { mode: becomes, at } };
  }
  return { mode };
}

const lower = (text: string) => text.slice(0, 1).toLowerCase() + text.slice(1);

/** `Deploys are held while it is not ready.` */
export function gateWords({ mode, next }: Gate, format: FormatInstant = utcDay): string {
  const now = `${modeWords(mode)}.`;
  return next === undefined
    ? now
    : `${now} From ${format(next.at)}: ${lower(modeWords(next.mode))}.`;
}

function modeWords(mode: GateMode): string {
  switch (mode) {
    case 'off':
      return 'Deploys do not ask for readiness';
    case 'report':
      return 'Shown here; deploys are not held by it';
    case 'warn':
      return 'Deploys are warned while it is not ready';
    case 'enforce':
      return 'Deploys are held while it is not ready';
    default:
      throw new Error(mode satisfies never);
  }
}
