import { clockHasPassed, clockReaches } from './clockReaches';
import { parseWallClock } from './localTime';
import { clockChangeNear, covers, localDateAt } from './zoneOffset';
import { buildZoneTable, type ZoneTable } from './zoneTable';

const at = (text: string) => Date.parse(text);
const newYork = buildZoneTable('America/New_York', {
  start: at('2026-01-01T00:00Z'),
  end: at('2028-01-01T00:00Z'),
}) as ZoneTable;

describe('when a clock in New York reads', () => {
  it.each([
    ['an ordinary time', '2026-07-01T09:00', '2026-07-01T13:00Z', '2026-07-01T13:00Z'],
    ['a time that is skipped', '2027-03-14T02:30', '2027-03-14T07:00Z', '2027-03-14T07:00Z'],
    ['the time of the change', '2027-03-14T02:00', '2027-03-14T07:00Z', '2027-03-14T07:00Z'],
    ['just after the gap', '2027-03-14T03:00', '2027-03-14T07:00Z', '2027-03-14T07:00Z'],
    ['a time that comes twice', '2026-11-01T01:30', '2026-11-01T05:30Z', '2026-11-01T06:30Z'],
    ['the first repeated time', '2026-11-01T01:00', '2026-11-01T05:00Z', '2026-11-01T05:00Z'],
    ['the last repeated minute', '2026-11-01T01:59', '2026-11-01T05:59Z', '2026-11-01T06:59Z'],
    ['just after the repetition', '2026-11-01T02:00', '2026-11-01T07:00Z', '2026-11-01T07:00Z'],
  ])('%s', (_, reading, reaches, hasPassed) => {
    const wallClock = parseWallClock(reading) ?? NaN;
    expect(clockReaches(newYork, wallClock)).toBe(at(reaches));
    expect(clockHasPassed(newYork, wallClock)).toBe(at(hasPassed));
  });

  it('the first reading is never after the last one', () => {
    for (let hour = 0; hour < 24 * 700; hour += 1) {
      const reading = (parseWallClock('2026-01-05T00:30') ?? NaN) + hour * 3_600_000;
      expect(clockReaches(newYork, reading)).toBeLessThanOrEqual(clockHasPassed(newYork, reading));
    }
  });
});

describe('a zone table', () => {
  it.each([
    ['2026-11-01T03:59Z', '2026-10-31'],
    ['2026-11-01T04:00Z', '2026-11-01'],
    ['2026-11-02T04:59Z', '2026-11-01'],
  ])('at %s it is %s', (instant, date) => {
    expect(localDateAt(newYork, at(instant)) * 86_400_000).toBe(at(`${date}T00:00Z`));
  });

  it('knows what it covers, and which change is near', () => {
    expect(covers(newYork, { start: at('2026-02-01T00:00Z'), end: at('2027-12-31T00:00Z') })).toBe(
      true,
    );
    expect(covers(newYork, { start: at('2026-02-01T00:00Z'), end: at('2028-12-31T00:00Z') })).toBe(
      false,
    );
    const near = (start: string) => clockChangeNear(newYork, { start: at(start), end: at(start) });
    expect(near('2026-11-01T20:00Z')).toBe(at('2026-11-01T06:00Z'));
    expect(near('2026-11-03T20:00Z')).toBeUndefined();
  });
});
