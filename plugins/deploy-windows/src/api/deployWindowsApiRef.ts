import { createApiRef } from '@backstage/frontend-plugin-api';
import type { DeployWindowsApi } from 'backstage-plugin-deploy-windows-common';

export const deployWindowsApiRef = createApiRef<DeployWindowsApi>().with({
  id: 'plugin.deploy-windows.client',
  pluginId: 'deploy-windows',
});
