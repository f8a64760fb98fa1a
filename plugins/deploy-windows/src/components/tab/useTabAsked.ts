import { useApi } from '@backstage/core-plugin-api';
import type { CallOptions, DeployWindowsApi } from 'backstage-plugin-deploy-windows-common';
import { useAsked, type Asked } from 'backstage-plugin-infra-overview-react';
import { deployWindowsApiRef } from '../../api';
import { useTab, type Tab } from './TabContext';

/** What one section shows, about the chosen environment; asked again when something changed. */
export function useTabAsked<T>(
  what: string,
  ask: (api: DeployWindowsApi, tab: Tab, options: CallOptions) => Promise<T>,
): Asked<T> {
  const api = useApi(deployWindowsApiRef);
  const tab = useTab();
  return useAsked(
    `${what} ${tab.entityRef} ${tab.environment} ${tab.zone}`,
    signal => ask(api, tab, { signal }),
    tab.revision,
  );
}
