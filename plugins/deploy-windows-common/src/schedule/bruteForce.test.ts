import { bruteElapsed, bruteOccurrence, readMinutes } from '../testUtils/bruteForce';
import { clockChanges } from '../testUtils/clockChanges';
import { randomFrom } from '../testUtils/random';
import { buildZoneTables, DAY, localDateText, localTimeText, MINUTE } from '../time';
import { rangeAfter } from './occurrences';
import { sourcesOf } from './sourcesOf';
import type { Tables } from './tables';
import type { DeployWindow, WindowKind } from './window';

const WINDOWS_A_CHANGE = 5_000;
const REACH = 17 * DAY;

/** Each window opens on one day, lasts from a quarter of an hour to two weeks, and lies about the change of the clocks. */
describe.each(clockChanges)('windows in %s around %s, %s', (zone, day, _what) => {
  const seed = 20261124 + clockChanges.findIndex(row => row[0] === zone && row[1] === day);
  it(`are those of the minute-by-minute oracle (${WINDOWS_A_CHANGE} windows, seed ${seed})`, () => {
    const middle = Date.parse(`${day}T00:00Z`);
    const range = { start: middle - REACH, end: middle + REACH };
    const clock = readMinutes(zone, range.start, range.end);
    const tables: Tables = {
      range,
      zones: buildZoneTables([zone], range),
      holidays: {},
      feeds: {},
    };
    const random = randomFrom(seed);
    const mismatches: string[] = [];
    for (let count = 0; count < WINDOWS_A_CHANGE; count += 1) {
      const kind = random.pick<WindowKind>(['allow', 'freeze', 'notice']);
      // Half of them within two hours of midnight or of each other, where changes bite.
      const length = random.chance(50) ? random.between(15, 300) : random.between(15, 13 * 1440);
      const opens = middle / MINUTE - 60 + random.between(-3 * 1440, 1440);
      const nearEnd = random.chance(30) ? length : 0;
      const from = Math.max(opens - nearEnd, middle / MINUTE - 14 * 1440);
      const to = from + length;
      const isElapsed = random.chance(15);
      const date = Math.floor(from / 1440);
      const window: DeployWindow = {
        key: 'w',
        kind,
        title: 'w',
        level: 'l',
        origin: 'catalog',
        timeZone: zone,
        schedule: {
          type: 'dates',
          dates: [localDateText(date)],
          from: localTimeText(from - date * 1440),
          ...(isElapsed ? { elapsed: `PT${length}M` } : toParts(to, date)),
        },
      };
      const expected = isElapsed
        ? bruteElapsed(clock, from, length)
        : bruteOccurrence(clock, from, to, kind === 'freeze');
      const sources = sourcesOf(window, tables);
      const source = sources.ok ? sources.value[0] : undefined;
      const found = source && rangeAfter(source, range.start);
      const actual = found ? `${found.start / MINUTE} ${found.end / MINUTE}` : 'none';
      const isEmpty = expected !== undefined && expected.end === expected.start;
      const wanted = isEmpty ? 'none' : `${expected?.start} ${expected?.end}`;
      if (actual !== wanted) mismatches.push(`${JSON.stringify(window)}: ${actual}, not ${wanted}`);
    }
    expect(mismatches.slice(0, 3)).toEqual([]);
  });
});

function toParts(to: number, date: number) {
  // Midnight may be written as the end of one day or the start of the next.
  const offset = Math.floor(to / 1440) - date;
  const minutes = to % 1440;
  if (minutes === 0 && offset > 0) return { to: '24:00', toDayOffset: offset - 1 };
  return { to: localTimeText(minutes), toDayOffset: offset };
}
