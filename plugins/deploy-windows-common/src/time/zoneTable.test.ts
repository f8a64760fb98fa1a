import { clockReader, zonesOfRuntime } from '../testUtils/bruteForce';
import { DAY, HOUR, MINUTE } from './instant';
import { wallClockAt } from './zoneOffset';
import { buildZoneTable, zoneProblem } from './zoneTable';

const range = { start: Date.parse('2024-01-01T00:00Z'), end: Date.parse('2030-01-01T00:00Z') };

describe('zoneProblem', () => {
  it.each([
    ['America/Chicago', undefined],
    ['America/Argentina/Buenos_Aires', undefined],
    ['UTC', undefined],
    ['US/Central', undefined],
    ['Etc/UTC', undefined],
    ['EST', 'ABBREVIATION_NOT_ALLOWED'],
    ['CST6CDT', 'ABBREVIATION_NOT_ALLOWED'],
    ['IST', 'ABBREVIATION_NOT_ALLOWED'],
    ['GMT', 'ABBREVIATION_NOT_ALLOWED'],
    ['', 'ABBREVIATION_NOT_ALLOWED'],
    ['+02:00', 'OFFSET_NOT_ALLOWED'],
    ['-0600', 'OFFSET_NOT_ALLOWED'],
    ['UTC+2', 'OFFSET_NOT_ALLOWED'],
    ['Etc/GMT+5', 'OFFSET_NOT_ALLOWED'],
    ['Mars/Olympus_Mons', 'UNKNOWN_ZONE'],
    ['../../etc/passwd', 'UNKNOWN_ZONE'],
    ['America/Chicago; DROP', 'UNKNOWN_ZONE'],
  ])('%j: %j', (zone, problem) => {
    expect(zoneProblem(zone)).toBe(problem);
    expect(buildZoneTable(zone, range) === undefined).toBe(problem !== undefined);
  });
});

describe('buildZoneTable', () => {
  it.each([
    ['America/New_York', '2026-11-01T06:00Z', -5],
    ['Europe/Madrid', '2027-03-28T01:00Z', 2],
    ['Australia/Lord_Howe', '2026-10-03T15:30Z', 11],
    ['America/Santiago', '2026-09-06T04:00Z', -3],
  ])('%s changes at %s', (zone, change, hoursAfter) => {
    const table = buildZoneTable(zone, range);
    const index = table?.changes.indexOf(Date.parse(change)) ?? -1;
    expect(index).toBeGreaterThanOrEqual(0);
    expect(table?.offsets[index + 1]).toBe(hoursAfter * HOUR);
  });

  it('keeps an alias and says what it stands for', () => {
    expect(buildZoneTable('US/Central', range)).toMatchObject({
      zone: 'US/Central',
      canonical: 'America/Chicago',
    });
  });

  it('has one offset more than changes, and changes in order', () => {
    const table = buildZoneTable('Africa/Cairo', range);
    expect(table?.changes).toHaveLength(12);
    expect(table?.offsets).toHaveLength(13);
    expect([...(table?.changes ?? [])].sort((a, b) => a - b)).toEqual(table?.changes);
  });

  it('agrees with Intl in every zone of the runtime, over six years', () => {
    const different: string[] = [];
    for (const zone of zonesOfRuntime()) {
      const table = buildZoneTable(zone, range);
      const read = clockReader(zone);
      // Steps that fall on every hour of the day in turn.
      for (let at = range.start; table && at < range.end; at += 3 * DAY + HOUR) {
        if (read(at) !== wallClockAt(table, at) / MINUTE) different.push(`${zone} at ${at}`);
      }
      if (!table) different.push(zone);
    }
    expect(different).toEqual([]);
  });
});
