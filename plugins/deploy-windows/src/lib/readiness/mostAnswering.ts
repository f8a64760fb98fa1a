import type { CheckAnswer } from 'backstage-plugin-deploy-windows-common';
import { isOpen } from './sortChecks';

export interface Declaration {
  /** First part of a path below `spec.infra`. */
  readonly at: string;
  readonly answers: number;
  readonly yaml: string;
}

/** The declarations that answer most checks: where to begin when almost nothing is written. */
export function mostAnswering(
  checks: readonly CheckAnswer[],
  count: number,
): readonly Declaration[] {
  const places = new Map<string, { answers: number; yaml: string }>();
  for (const check of checks) {
    if (!isOpen(check) || check.level === 'off' || check.fix === undefined) continue;
    const at = rootOf(check.fix.at);
    const before = places.get(at);
    places.set(at, { answers: (before?.answers ?? 0) + 1, yaml: before?.yaml ?? check.fix.yaml });
  }
  return [...places]
    .map(([at, place]) => ({ at, ...place }))
    .sort((a, b) => b.answers - a.answers || (a.at < b.at ? -1 : 1))
    .slice(0, count);
}

/** `environments[production].backups` stands under `environments`. */
function rootOf(path: string): string {
  return /^[^.[\]]+/.exec(path)?.[0] ?? path;
}
