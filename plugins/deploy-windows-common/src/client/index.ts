export type {
  CallOptions,
  DeployWindowsApi,
  DisplayAsked,
  ExportName,
  LogQuery,
  TargetAsked,
} from './DeployWindowsApi';
export { DeployWindowsClient, type DeployWindowsClientOptions } from './DeployWindowsClient';
export type { ReadinessApi, ReadinessExport, SubjectText } from './ReadinessApi';
export { ReadinessClient } from './ReadinessClient';
