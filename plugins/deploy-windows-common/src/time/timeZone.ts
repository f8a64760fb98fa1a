/** Why a text names no zone. `UNKNOWN_ZONE` may also come from the zone data. */
export type ZoneProblem = 'OFFSET_NOT_ALLOWED' | 'ABBREVIATION_NOT_ALLOWED' | 'UNKNOWN_ZONE';

const OFFSET = /^(?:(?:UTC|GMT)?[+-]\d{1,2}(?::?\d{2})?|Etc\/GMT[+-]\d{1,2})$/i;
const AREA_AND_CITY = /^[A-Za-z][A-Za-z0-9_+-]*(?:\/[A-Za-z0-9_+-]+){1,3}$/;

/**
 * Whether a text has the form of an IANA zone. An offset has no clock changes, and an abbreviation may resolve
 * to the zone of another country, so both are refused before they reach any zone data.
 */
export function zoneFormProblem(text: string): ZoneProblem | undefined {
  if (text === 'UTC') return undefined;
  if (OFFSET.test(text)) return 'OFFSET_NOT_ALLOWED';
  if (!text.includes('/')) return 'ABBREVIATION_NOT_ALLOWED';
  if (!AREA_AND_CITY.test(text) || text.startsWith('SystemV/')) return 'UNKNOWN_ZONE';
  return undefined;
}
