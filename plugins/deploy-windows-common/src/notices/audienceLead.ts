import {
  holidaysOf,
  noHolidays,
  resolved,
  unresolved,
  zoneOf,
  type Audience,
  type Resolved,
  type Tables,
} from '../schedule';
import { localDateAt } from '../time';
import { parseLead, type LeadTime } from './leadTime';

/** The lead of an audience, ready to be counted; or why it cannot be. */
export function audienceLead(audience: Audience, tables: Tables): Resolved<LeadTime> {
  const lead = parseLead(audience.lead);
  if (lead === undefined) {
    return unresolved('OUT_OF_RANGE', `"${audience.lead}" is not a lead time`);
  }
  if ('elapsed' in lead) return resolved(lead);
  const zone = zoneOf(tables, audience.timeZone);
  if (!zone.ok) return zone;
  const table = zone.value;
  if (audience.holidays === undefined) {
    return resolved({ ...lead, table, isHoliday: noHolidays });
  }
  const [first, last] = [
    localDateAt(table, tables.range.start) - 1,
    localDateAt(table, tables.range.end) + 1,
  ];
  const isHoliday = holidaysOf(tables.holidays, { set: audience.holidays }, first, last);
  if (isHoliday === undefined) {
    return unresolved('HOLIDAYS_MISSING', `no holidays of ${audience.holidays} are known`);
  }
  return resolved({ ...lead, table, isHoliday });
}
