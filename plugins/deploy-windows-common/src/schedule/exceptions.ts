import type { DeployPolicy } from 'backstage-plugin-infra-overview-common';
import { milliseconds } from './milliseconds';
import type { EffectivePolicy, PolicyDefaults } from './policy';
import type { Statement } from './statement';

/** Who may set rules aside: the outermost list counts, a second person wherever one level wants one, the shortest time. */
export function exceptionsOf(
  statements: readonly Statement[],
  { override, emergency }: PolicyDefaults,
): Pick<EffectivePolicy, 'override' | 'emergency'> {
  const policies = statements
    .map(({ says }) => says)
    .filter((says): says is DeployPolicy => 'override' in says || 'emergency' in says);
  const by = policies.find(policy => policy.override?.by)?.override?.by ?? override.by;
  const onCall = [...policies].reverse().find(policy => policy.emergency?.by)?.emergency?.by;
  const longest = policies.map(policy => milliseconds(policy.override?.maxDuration) ?? Infinity);
  const within = policies.map(policy => milliseconds(policy.emergency?.noticeWithin) ?? Infinity);
  return {
    override: {
      ...(by !== undefined && { by }),
      twoPerson: override.twoPerson || policies.some(policy => policy.override?.twoPerson === true),
      maxDuration: Math.min(override.maxDuration, ...longest),
    },
    emergency: {
      ...(onCall !== undefined && { by: onCall }),
      maxDuration: emergency.maxDuration,
      noticeWithin: Math.min(emergency.noticeWithin, ...within),
    },
  };
}
