/**
 * The command `infra`, as a function of its arguments and the world it runs in.
 *
 * @packageDocumentation
 */
export { main } from './main';
export { nodeWorld } from './nodeWorld';
export type { Files, World } from './world';
export { EXIT, type ExitCode } from './exitCode';
