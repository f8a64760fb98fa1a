export { deployWindowsPlugin as default } from './plugin';
