/** Zones to choose from, as this browser knows them; the server judges what is chosen. */
export function knownZones(): readonly string[] {
  return ['UTC', ...Intl.supportedValuesOf('timeZone').filter(zone => zone.includes('/'))];
}
