import type {
  DeployWindowsApi,
  DeployWindowsClientOptions,
} from 'backstage-plugin-deploy-windows-common';

type Method = keyof DeployWindowsApi;

// Written out, so that a method that is new in the API fails to compile here instead of at a press of a button.
const METHODS: Readonly<Record<Method, true>> = {
  decision: true,
  decisions: true,
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
  let client: Promise<DeployWindowsApi> | undefined;
  const load = () => {
    client ??= import('backstage-plugin-deploy-windows-common')
      .then(common => new common.DeployWindowsClient(options))
      .catch(error => {
        // A chunk that could not be fetched is asked for again on the next call.
        client = undefined;
        throw error;
      });
    return client;
  };
  const lazy =
    (name: Method) =>
    async (...call: readonly unknown[]) => {
      const loaded = await load();
      const method = loaded[name] as (...given: readonly unknown[]) => Promise<unknown>;
      return method.apply(loaded, [...call]);
    };
  const entries = (Object.keys(METHODS) as Method[]).map(name => [name, lazy(name)] as const);
  return Object.fromEntries(entries) as unknown as DeployWindowsApi;
}
