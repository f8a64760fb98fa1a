/**
 * Builders for tests, and the oracle that shares no code with the evaluator.
 *
 * @packageDocumentation
 */
export * from './testUtils/builders';
export * from './testUtils/bruteForce';
export { clockChanges } from './testUtils/clockChanges';
export { randomFrom, type Random } from './testUtils/random';
export * from './testUtils/readinessBuilders';
