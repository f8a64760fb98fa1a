export type { CallOptions, InfraOverviewApi } from './InfraOverviewApi';
export { InfraOverviewClient, type InfraOverviewClientOptions } from './InfraOverviewClient';
export { queryText } from './queryText';
