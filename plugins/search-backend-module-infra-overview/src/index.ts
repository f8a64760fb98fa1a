/**
 * Makes the words of infrastructure documents findable in the portal's search.
 *
 * @packageDocumentation
 */
export { searchModuleInfraOverview as default } from './module';
