export type { Instant } from 'backstage-plugin-infra-overview-common';

export const SECOND = 1000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;
/** 24 hours; a local day may be shorter or longer. */
export const DAY = 24 * HOUR;
