export { client, readinessClient } from './client';
export { deployWindowsApiRef } from './deployWindowsApiRef';
export { readinessApiRef } from './readinessApiRef';
