export { client } from './client';
export { infraOverviewApiRef } from './infraOverviewApiRef';
