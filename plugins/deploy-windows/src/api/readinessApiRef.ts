import { createApiRef } from '@backstage/frontend-plugin-api';
import type { ReadinessApi } from 'backstage-plugin-deploy-windows-common';

export const readinessApiRef = createApiRef<ReadinessApi>().with({
  id: 'plugin.deploy-windows.readiness',
  pluginId: 'deploy-windows',
});
