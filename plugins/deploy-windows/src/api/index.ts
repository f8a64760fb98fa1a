export { client } from './client';
export { deployWindowsApiRef } from './deployWindowsApiRef';
