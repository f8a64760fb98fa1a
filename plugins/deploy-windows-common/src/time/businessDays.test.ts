import { addBusinessDays, businessDayFrom } from './businessDays';
import { localDateText, parseLocalDate } from './localDate';

const day = (text: string) => parseLocalDate(text) ?? NaN;
const text = (date: number | undefined) => (date === undefined ? undefined : localDateText(date));
// Thanksgiving and the day after.
const isHoliday = (date: number) => [day('2026-11-26'), day('2026-11-27')].includes(date);

describe('business days', () => {
  it.each([
    ['2026-11-25', '2026-11-25'],
    ['2026-11-26', '2026-11-30'],
    ['2026-11-28', '2026-11-30'],
  ])('the first from %s on is %s', (from, expected) =>
    expect(text(businessDayFrom(day(from), isHoliday))).toBe(expected),
  );

  it.each([
    ['2026-11-24', 1, '2026-11-25'],
    ['2026-11-25', 1, '2026-11-30'],
    ['2026-11-25', 2, '2026-12-01'],
    ['2026-11-25', 0, '2026-11-25'],
  ])('%s and %i more is %s', (from, count, expected) =>
    expect(text(addBusinessDays(day(from), count, isHoliday))).toBe(expected),
  );

  it('does not search forever in a year of holidays', () => {
    expect(businessDayFrom(day('2026-11-25'), () => true)).toBeUndefined();
    expect(addBusinessDays(day('2026-11-25'), 3, () => true)).toBeUndefined();
  });
});
