/**
 * The infrastructure document: how it is read, what is in force, how old it is, what a page says about it. Pure.
 *
 * @packageDocumentation
 */
export * from './time';
export * from './document';
export * from './effective';
export * from './freshness';
export * from './observed';
export * from './overview';
export * from './drift';
export * from './wire';
export * from './permissions';
export * from './client';
