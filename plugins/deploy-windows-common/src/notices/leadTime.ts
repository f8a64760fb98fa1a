import { durationMilliseconds } from 'backstage-plugin-infra-overview-common';
import {
  addBusinessDays,
  businessDayFrom,
  clockHasPassed,
  DAY,
  localDateAt,
  wallClockAt,
  type Instant,
  type IsHoliday,
  type ZoneTable,
} from '../time';

/** How long before a start an audience is told. */
export type LeadTime =
  | { readonly elapsed: number }
  | {
      readonly businessDays: number;
      readonly table: ZoneTable;
      readonly isHoliday: IsHoliday;
    };

const BUSINESS_DAYS = /^(\d{1,3})bd$/;

/** Reads `PT24H` as milliseconds and `2bd` as business days; undefined when it is neither. */
export function parseLead(
  text: string,
): { readonly elapsed: number } | { readonly businessDays: number } | undefined {
  const businessDays = BUSINESS_DAYS.exec(text)?.[1];
  if (businessDays !== undefined) return { businessDays: Number(businessDays) };
  const elapsed = durationMilliseconds(text);
  return elapsed === undefined ? undefined : { elapsed };
}

/**
 * When the lead is over. Business days end at the time of day at which the audience was told, so many business days later;
 * told on a day off, it counts as told when the next business day begins. Undefined when no business day follows.
 */
export function leadOver(lead: LeadTime, toldAt: Instant): Instant | undefined {
  if ('elapsed' in lead) return toldAt + lead.elapsed;
  const { businessDays, table, isHoliday } = lead;
  const told = localDateAt(table, toldAt);
  const first = businessDayFrom(told, isHoliday);
  if (first === undefined) return undefined;
  const timeOfDay = first === told ? wallClockAt(table, toldAt) - told * DAY : 0;
  const last = addBusinessDays(first, businessDays, isHoliday);
  if (last === undefined) return undefined;
  // The later reading where the clocks repeat one: a lead is never cut short.
  return Math.max(toldAt, clockHasPassed(table, last * DAY + timeOfDay));
}
