import {
  decisionReadPermission,
  entityRefSchema,
  environmentSchema,
} from 'backstage-plugin-deploy-windows-common';
import { z } from 'zod';
import type { Access } from '../access/Access';
import type { CallOptions } from '../api/route';
import type { KnownTarget, TargetDirectory } from '../policy/TargetDirectory';

/** Which part of a log is asked for. */
export const logQuerySchema = z.object({
  entity: entityRefSchema.exactOptional(),
  environment: environmentSchema.exactOptional(),
  owner: entityRefSchema.exactOptional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
  cursor: z.string().max(100).exactOptional(),
});
export type LogQueryAsked = z.output<typeof logQuerySchema>;

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
