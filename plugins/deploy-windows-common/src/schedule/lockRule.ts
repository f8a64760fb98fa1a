import { durationMilliseconds } from 'backstage-plugin-infra-overview-common';
import { levelKey } from './level';
import type { LockRule, PolicyDefaults } from './policy';
import type { PolicyLink } from './policySource';
import { nearest, type Statement } from './statement';
import type { Target } from './target';

/** The nearest lock that is declared, else one of the target's own. */
export function lockRule(
  statements: readonly Statement[],
  chain: readonly PolicyLink[],
  target: Target,
  defaults: PolicyDefaults,
): LockRule {
  const declared = nearest(statements, says => ('lock' in says ? says.lock : undefined));
  const ttl = declared?.ttl === undefined ? undefined : durationMilliseconds(declared.ttl);
  return {
    key: lockKey(declared?.key ?? 'environment', chain, target),
    policy: declared?.policy ?? 'reject',
    ttl: ttl ?? defaults.lockTtl,
  };
}

/** `environment`: the target itself; `system`: all of a system in that environment; else a name of its own. */
function lockKey(key: string, chain: readonly PolicyLink[], target: Target): string {
  if (key === 'environment') return target.key;
  if (key !== 'system') return key;
  const system = [...chain].reverse().find(({ level }) => level === 'system');
  return levelKey(system?.entityRef ?? target.entityRef, target.environment);
}
