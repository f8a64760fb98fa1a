import type { PathStep } from 'backstage-plugin-infra-overview-common';

/** The boxes of a crowded column that may wait until asked for: the last ones, never one with something wrong. */
export function foldedSteps(
  steps: readonly Pick<PathStep, 'id' | 'tone'>[],
  room: number,
): ReadonlySet<string> {
  // One box takes no more room than the words that it is missing.
  if (steps.length <= room + 1) return new Set();
  const calm = steps.filter(step => step.tone !== 'bad' && step.tone !== 'warning');
  const kept = Math.max(0, room - (steps.length - calm.length));
  return new Set(calm.slice(kept).map(step => step.id));
}
