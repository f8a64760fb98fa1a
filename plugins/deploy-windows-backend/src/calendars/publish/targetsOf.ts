import type { CalendarScope } from 'backstage-plugin-deploy-windows-common';
import type { KnownTarget } from '../../policy/TargetDirectory';

/** The targets a scope means. All that it says must fit; a scope that says nothing means none. */
export function targetsOf(
  targets: readonly KnownTarget[],
  { entity, environment, owner, domain }: CalendarScope,
): readonly KnownTarget[] {
  if (entity === undefined && owner === undefined && domain === undefined) return [];
  return targets.filter(
    target =>
      (entity === undefined || target.entityRef === entity) &&
      (environment === undefined || target.environment === environment) &&
      (owner === undefined || target.facts.owner === owner) &&
      (domain === undefined ||
        target.chain.some(link => link.level === 'domain' && link.entityRef === domain)),
  );
}
