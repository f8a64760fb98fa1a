import type {
  DeployWindowsApi,
  DeployWindowsClientOptions,
} from 'backstage-plugin-deploy-windows-common';
import { lazyClient } from './lazyClient';

const METHODS: Readonly<Record<keyof DeployWindowsApi, true>> = {
  decision: true,
  decisions: true,
  decisionLog: true,
  explain: true,
  next: true,
  plan: true,
  timeline: true,
  fleet: true,
  status: true,
  windows: true,
  previewWindow: true,
  previewIncidentFreeze: true,
  createWindow: true,
  changeWindow: true,
  withdrawWindow: true,
  createIncidentFreeze: true,
  exemptions: true,
  grantExemption: true,
  revokeExemption: true,
  overrides: true,
  requestOverride: true,
  approveOverride: true,
  revokeOverride: true,
  reviewOverride: true,
  takePermit: true,
  permit: true,
  renewPermit: true,
  releasePermit: true,
  locks: true,
  holdLock: true,
  releaseLock: true,
  breakLock: true,
  deployments: true,
  recordDeployment: true,
  finishDeployment: true,
  notices: true,
  previewNotice: true,
  sendNotice: true,
  recordNotice: true,
  confirmNotice: true,
  withdrawNotice: true,
  feeds: true,
  refreshFeed: true,
  holidays: true,
  calendarTokens: true,
  createCalendarToken: true,
  revokeCalendarToken: true,
  csv: true,
  importCalendar: true,
};

/** The client, loaded on the first call: its schemas stay out of the first chunk of the app. */
export function lazyDeployWindowsClient(options: DeployWindowsClientOptions): DeployWindowsApi {
  return lazyClient<DeployWindowsApi>(METHODS, async () => {
    const common = await import('backstage-plugin-deploy-windows-common');
    return new common.DeployWindowsClient(options);
  });
}
