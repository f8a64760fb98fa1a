/**
 * Builders for tests of whoever reads infrastructure documents, and organisations made up from a seed.
 *
 * @packageDocumentation
 */
export { aChainLink, anEnvironment, anInfraDocument } from './testUtils/builders';
export { syntheticDomain } from './testUtils/syntheticDomain';
export { syntheticOrganisation, syntheticProject } from './testUtils/syntheticProject';
