import type { HolidaySetConfig } from '../../config';
import type { HolidayYear } from './HolidayStore';

/** The days of a set, by year; or why they are not known. */
export type HolidayDays =
  | { readonly outcome: 'read'; readonly years: readonly HolidayYear[] }
  | { readonly outcome: 'failed'; readonly reason: string };

export interface HolidaySource {
  read(set: HolidaySetConfig, years: readonly number[]): Promise<HolidayDays>;
}
