/**
 * Whether a service is ready, and what is missing: facts, packs of checks, and what each is worth. Not for browsers.
 *
 * @packageDocumentation
 */
export * from './readiness/index';
export type { Instant } from './time';
