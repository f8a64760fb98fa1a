import {
  effectivePolicy,
  type DeployWindow,
  type PolicyDefaults,
} from 'backstage-plugin-deploy-windows-common/evaluator';
import type { KnownTarget } from '../policy/TargetDirectory';

/** Every window there is, declared or stored, once; with one of the targets below its level. */
export function allWindows(
  targets: readonly KnownTarget[],
  stored: readonly DeployWindow[],
  defaultsOf: (stage: string) => PolicyDefaults,
): readonly { readonly window: DeployWindow; readonly target?: KnownTarget }[] {
  const found = new Map<string, { window: DeployWindow; target?: KnownTarget }>();
  for (const target of targets) {
    const { key, entityRef, environment, stage, facts, chain } = target;
    const { windows } = effectivePolicy({
      target: { key, entityRef, environment, stage, entity: facts.entity },
      chain,
      stored: [],
      defaults: defaultsOf(stage),
    });
    for (const window of windows)
      if (!found.has(window.key)) found.set(window.key, { window, target });
  }
  for (const window of stored) found.set(window.key, { window });
  return [...found.values()];
}

/** The entity that keeps a window. */
export function entityOfLevel(level: string): string {
  return level.split('#')[0] ?? level;
}
