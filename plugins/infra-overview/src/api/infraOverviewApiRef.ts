import { createApiRef } from '@backstage/frontend-plugin-api';
import type { InfraOverviewApi } from 'backstage-plugin-infra-overview-common';

export const infraOverviewApiRef = createApiRef<InfraOverviewApi>().with({
  id: 'plugin.infra-overview.client',
  pluginId: 'infra-overview',
});
