import type { PermissionsService } from '@backstage/backend-plugin-api';
import { NotAllowedError } from '@backstage/errors';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { infraOverviewReadPermission } from 'backstage-plugin-infra-overview-common';
import type { CallOptions } from './documents/DocumentSource';

export async function requireRead(
  permissions: PermissionsService,
  { credentials }: CallOptions,
): Promise<void> {
  const [decision] = await permissions.authorize([{ permission: infraOverviewReadPermission }], {
    credentials,
  });
  if (decision?.result !== AuthorizeResult.ALLOW)
    throw new NotAllowedError('You may not see infrastructure overviews');
}
