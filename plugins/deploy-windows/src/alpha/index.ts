/**
 * Entry for the new frontend system: the plugin as default export.
 *
 * @packageDocumentation
 */
export { default } from './plugin';
