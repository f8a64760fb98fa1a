import { dateEnd, dateStart, instantText, parseInstant } from './instant';

describe('dateStart', () => {
  it.each([
    ['1970-01-01', 0],
    ['2019-07-19', Date.UTC(2019, 6, 19)],
    ['2024-02-29', Date.UTC(2024, 1, 29)],
    ['2023-02-29', undefined],
    ['2019-02-30', undefined],
    ['2019-13-01', undefined],
    ['2019-00-10', undefined],
    ['0019-07-19', undefined],
    ['2019-7-19', undefined],
    ['2019-07-19T00:00', undefined],
    ['', undefined],
  ])('%s starts at %s', (text, expected) => {
    expect(dateStart(text)).toBe(expected);
  });

  it('ends where the next day starts', () => {
    expect(dateEnd('2019-12-31')).toBe(dateStart('2020-01-01'));
  });
});

describe('parseInstant', () => {
  it.each([
    ['2026-11-26T10:00Z', '2026-11-26T10:00:00.000Z'],
    ['2026-11-26T10:00:30.5Z', '2026-11-26T10:00:30.500Z'],
    ['2026-11-26T10:00+02:00', '2026-11-26T08:00:00.000Z'],
    ['2026-01-01T00:30:00-05:30', '2026-01-01T06:00:00.000Z'],
    ['2026-11-26T10:00', undefined],
    ['2026-11-26T24:00Z', undefined],
    ['2026-02-30T10:00Z', undefined],
    ['2026-11-26T10:00+25:00', undefined],
    ['tomorrow', undefined],
  ])('reads %s as %s', (text, expected) => {
    const instant = parseInstant(text);
    expect(instant === undefined ? undefined : instantText(instant)).toBe(expected);
  });

  it.each([Number.NaN, Infinity, 1e20])('%s has no text', instant => {
    expect(() => instantText(instant)).toThrow(RangeError);
  });
});
