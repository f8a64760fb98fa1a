export type {
  CallOptions,
  DeployWindowsApi,
  DisplayAsked,
  ExportName,
  LogQuery,
  TargetAsked,
} from './DeployWindowsApi';
export { DeployWindowsClient, type DeployWindowsClientOptions } from './DeployWindowsClient';
