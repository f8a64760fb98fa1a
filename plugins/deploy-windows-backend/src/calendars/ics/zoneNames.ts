import { zoneProblem } from 'backstage-plugin-deploy-windows-common/evaluator';
import { bad, lineOf, type Component } from './contentLines';
import { WINDOWS_ZONES } from './windowsZones';

/** The IANA zone that a calendar means by a TZID; undefined where it means none that is known. Nothing is guessed. */
export type ZoneNames = (tzid: string) => string | undefined;

const MOST_ZONES = 50;
const UTC = /^(?:Etc\/)?(?:UTC|GMT|Zulu|Universal)$/i;

export function zoneNames(calendar: Component): ZoneNames {
  // A calendar may say by itself which place its own name stands for.
  const located = new Map<string, string>();
  for (const part of calendar.parts) {
    const tzid = lineOf(part, 'TZID')?.value.trim();
    const place = (
      lineOf(part, 'X-LIC-LOCATION') ?? lineOf(part, 'X-MICROSOFT-LOCATION')
    )?.value.trim();
    if (part.name === 'VTIMEZONE' && tzid !== undefined && place !== undefined)
      located.set(tzid, place);
  }
  const known = new Map<string, string | undefined>();
  return tzid => {
    if (!known.has(tzid)) {
      if (known.size === MOST_ZONES) throw bad('it names more than 50 time zones');
      known.set(tzid, zoneOf(tzid) ?? zoneOf(located.get(tzid) ?? ''));
    }
    return known.get(tzid);
  };
}

function zoneOf(name: string): string | undefined {
  const tzid = name.trim();
  if (UTC.test(tzid)) return 'UTC';
  if (isZone(tzid)) return tzid;
  if (Object.hasOwn(WINDOWS_ZONES, tzid)) return WINDOWS_ZONES[tzid];
  // Some write a registry before the name: /citadel.org/20260101_1/America/Chicago.
  const words = tzid.startsWith('/') ? tzid.split('/') : [];
  return [words.slice(-3).join('/'), words.slice(-2).join('/')].find(isZone);
}

function isZone(name: string): boolean {
  return name.includes('/') && zoneProblem(name) === undefined;
}
