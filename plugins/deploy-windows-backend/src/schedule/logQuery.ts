import { decisionReadPermission, type LogQueryAsked } from 'backstage-plugin-deploy-windows-common';
import type { Access } from '../access/Access';
import type { CallOptions } from '../api/route';
import type { KnownTarget, TargetDirectory } from '../policy/TargetDirectory';

/** The targets that a query is about and that the caller may see. */
export async function seenTargets(
  { entity, environment, owner }: LogQueryAsked,
  { access, directory }: { readonly access: Access; readonly directory: TargetDirectory },
  options: CallOptions,
): Promise<readonly KnownTarget[]> {
  const all =
    entity === undefined ? await directory.all() : await directory.ofEntity(entity.toLowerCase());
  const asked = all.filter(
    target =>
      (environment === undefined || target.environment === environment) &&
      (owner === undefined || target.facts.owner === owner.toLowerCase()),
  );
  return access.permitted(decisionReadPermission, asked, options);
}
