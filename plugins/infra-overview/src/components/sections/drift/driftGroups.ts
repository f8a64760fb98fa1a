import type { DriftFinding, DriftStatus, Instant } from 'backstage-plugin-infra-overview-common';
import { differs, isLeft } from '../../../lib/describeFinding';

export interface DriftFilter {
  readonly status?: DriftStatus;
  readonly environment?: string;
  readonly source?: string;
}

export interface DriftGroups {
  /** In environments that no document names: somebody pays for something nobody described. */
  readonly undeclared: readonly DriftFinding[];
  readonly differing: readonly DriftFinding[];
  /** From a pipeline file: what it intends, not what is there. */
  readonly intended: readonly DriftFinding[];
  /** Seen where the document says nothing: what it could say. */
  readonly unstated: readonly DriftFinding[];
  readonly left: readonly DriftFinding[];
  readonly same: readonly DriftFinding[];
  /** Seen long ago, or not at all. */
  readonly unknown: readonly DriftFinding[];
}

/** Every finding in exactly one group, in the order it came. */
export function driftGroups(findings: readonly DriftFinding[], now: Instant): DriftGroups {
  const groups = {
    undeclared: [] as DriftFinding[],
    differing: [] as DriftFinding[],
    intended: [] as DriftFinding[],
    unstated: [] as DriftFinding[],
    left: [] as DriftFinding[],
    same: [] as DriftFinding[],
    unknown: [] as DriftFinding[],
  };
  for (const finding of findings) groups[groupOf(finding, now)].push(finding);
  return groups;
}

function groupOf(finding: DriftFinding, now: Instant): keyof DriftGroups {
  if (finding.status === 'same') return 'same';
  if (!differs(finding)) return 'unknown';
  if (isLeft(finding, now)) return 'left';
  if (finding.unstated === true) return 'unstated';
  if (finding.undeclaredEnvironment === true) return 'undeclared';
  return finding.intent === true ? 'intended' : 'differing';
}

export function filtered(
  findings: readonly DriftFinding[],
  { status, environment, source }: DriftFilter,
): readonly DriftFinding[] {
  return findings.filter(
    finding =>
      (status === undefined || finding.status === status) &&
      (environment === undefined || finding.environment === environment) &&
      (source === undefined || finding.source === source),
  );
}
