import {
  calendarDay,
  daysInMonth,
  localDate,
  localDateText,
  parseLocalDate,
  weekdayOf,
  weekOf,
} from './localDate';

describe('localDate', () => {
  it.each([
    ['1970-01-01', 0, 'Thursday', 3],
    ['2026-11-24', 20781, 'Tuesday', 1],
    ['2024-02-29', 19782, 'Thursday', 3],
    ['1969-12-31', -1, 'Wednesday', 2],
    ['2000-01-03', 10959, 'Monday', 0],
  ])('%s is day %i, a %s', (text, day, _name, weekday) => {
    expect(parseLocalDate(text)).toBe(day);
    expect(localDateText(day)).toBe(text);
    expect(weekdayOf(day)).toBe(weekday);
    const { year, month, day: dayOfMonth } = calendarDay(day);
    expect(localDate(year, month, dayOfMonth)).toBe(day);
  });

  it.each([
    '2026-02-29',
    '2026-13-01',
    '2026-00-10',
    '26-01-01',
    '2026-1-1',
    '',
    '0026-01-01',
    'today',
  ])('there is no day %j', text => expect(parseLocalDate(text)).toBeUndefined());

  it.each([
    [2026, 2, 28],
    [2024, 2, 29],
    [2100, 2, 28],
    [2000, 2, 29],
    [2026, 12, 31],
    [2026, 4, 30],
  ])('%i-%i has %i days', (year, month, days) => expect(daysInMonth(year, month)).toBe(days));

  it('a week goes from Monday to Sunday', () => {
    const monday = parseLocalDate('2026-11-23') ?? 0;
    expect(new Set([0, 3, 6].map(days => weekOf(monday + days))).size).toBe(1);
    expect(weekOf(monday + 7)).toBe(weekOf(monday) + 1);
    expect(weekOf(monday - 1)).toBe(weekOf(monday) - 1);
  });
});
