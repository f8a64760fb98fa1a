/**
 * Reads `spec.infra` in the catalog, emits the relations it names, and keeps secrets out.
 *
 * @packageDocumentation
 */
export { catalogModuleInfraOverview as default } from './module';
export { InfraOverviewProcessor } from './InfraOverviewProcessor';
export { secretGateOptions, type SecretGateOptions } from './secretGate/secretGateOptions';
export { withSecretGate } from './secretGate/withSecretGate';
export type { Excuse } from 'backstage-plugin-infra-overview-common/secrets';
