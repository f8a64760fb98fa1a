/**
 * Reads `spec.infra` in the catalog and emits the relations it names.
 *
 * @packageDocumentation
 */
export { catalogModuleInfraOverview as default } from './module';
export { InfraOverviewProcessor } from './InfraOverviewProcessor';
