/**
 * The evaluator: when windows are open, whether a deploy may start, and when else. Not for browsers.
 *
 * @packageDocumentation
 */
export * from './time';
export * from './schedule';
export * from './log';
export * from './locks';
export * from './notices';
export * from './decision';
