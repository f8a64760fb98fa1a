import { governs, type DeployWindow } from 'backstage-plugin-deploy-windows-common/evaluator';
import type { KnownTarget } from '../policy/TargetDirectory';
import { targetOf, type KnownLevel } from './Levels';

/** The targets below a level that a window of it concerns. */
export function governedTargets(
  window: Pick<DeployWindow, 'environments' | 'stages' | 'scope'>,
  level: KnownLevel,
): readonly KnownTarget[] {
  return level.targets.filter(target => governs(window, targetOf(target)).governs);
}

/** Whose services they are, each once. */
export function ownersOf(targets: readonly KnownTarget[]): readonly string[] {
  return [...new Set(targets.flatMap(({ facts }) => facts.owner ?? []))].sort();
}
