import { parseLocalTime, parseWallClock, localTimeText } from './localTime';

describe('localTime', () => {
  it.each([
    ['00:00', 0],
    ['09:05', 545],
    ['23:59', 1439],
    ['24:00', 1440],
    ['24:01', undefined],
    ['9:00', undefined],
    ['12:60', undefined],
    ['09:00+02:00', undefined],
    ['', undefined],
  ])('%j is minute %j', (text, minutes) => {
    expect(parseLocalTime(text)).toBe(minutes);
  });

  it.each(['00:00', '09:05', '23:59', '24:00'])('%s is written as it is read', text =>
    expect(localTimeText(parseLocalTime(text) ?? NaN)).toBe(text),
  );

  it.each([
    ['2026-12-20T00:00', Date.parse('2026-12-20T00:00Z')],
    ['2026-12-20T23:59:30', Date.parse('2026-12-20T23:59:30Z')],
    ['2026-12-20T00:00Z', undefined],
    ['2026-12-20T00:00+01:00', undefined],
    ['2026-02-30T00:00', undefined],
    ['2026-12-20T24:00', undefined],
    ['2026-12-20', undefined],
  ])('the clock reads %j', (text, reading) => expect(parseWallClock(text)).toBe(reading));
});
