import type { HolidayTables, TimeRange } from 'backstage-plugin-deploy-windows-common/evaluator';

export interface HolidayDay {
  /** `2026-12-25`. */
  readonly date: string;
  readonly title?: string;
}

/** The days of one set in one year. */
export interface HolidayYear {
  readonly set: string;
  readonly year: number;
  readonly days: readonly HolidayDay[];
  /** Where the days come from; other days under the same version are a change all the same. */
  readonly sourceVersion: string;
}

export interface HolidayStore {
  /** Sets by id, as far as they reach without a hole. */
  tables(range: TimeRange): Promise<HolidayTables>;
  years(): Promise<readonly HolidayYear[]>;
  /** These years of these sets are all there is from now on; what is the same is left alone. */
  replace(years: readonly HolidayYear[]): Promise<'changed' | 'same'>;
}
