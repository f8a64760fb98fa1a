import { localDateText, parseLocalDate } from '../time';
import { rruleDates } from './rruleDates';

const day = (text: string) => parseLocalDate(text) ?? NaN;

function dates(rule: string, first: string, from = first, last = '2027-12-31') {
  const found = rruleDates(rule, day(first), day(from), day(last));
  return found.ok ? found.value.map(localDateText) : found.problem.code;
}

// Rules and dates of the examples in RFC 5545, section 3.8.5.3, as dates.
describe('the examples of RFC 5545', () => {
  it.each([
    [
      'daily for 10 occurrences',
      'FREQ=DAILY;COUNT=10',
      '1997-09-02',
      '1997-09-02',
      '1997-09-11',
      10,
    ],
    [
      'daily until 24 December',
      'FREQ=DAILY;UNTIL=19971224T000000Z',
      '1997-09-02',
      '1997-09-02',
      '1997-12-24',
      114,
    ],
    ['every other day', 'FREQ=DAILY;INTERVAL=2', '1997-09-02', '1997-09-02', '1997-12-31', 61],
    [
      'every 10 days, 5 occurrences',
      'FREQ=DAILY;INTERVAL=10;COUNT=5',
      '1997-09-02',
      '1997-09-02',
      '1997-10-12',
      5,
    ],
    [
      'weekly on Tuesday and Thursday for 5 weeks',
      'FREQ=WEEKLY;COUNT=10;WKST=SU;BYDAY=TU,TH',
      '1997-09-02',
      '1997-09-02',
      '1997-10-02',
      10,
    ],
    [
      'monthly on the first Friday',
      'FREQ=MONTHLY;COUNT=10;BYDAY=1FR',
      '1997-09-05',
      '1997-09-05',
      '1998-06-05',
      10,
    ],
    [
      'monthly on the second-to-last Monday',
      'FREQ=MONTHLY;COUNT=6;BYDAY=-2MO',
      '1997-09-22',
      '1997-09-22',
      '1998-02-16',
      6,
    ],
    [
      'monthly on the third-to-last day',
      'FREQ=MONTHLY;BYMONTHDAY=-3;COUNT=6',
      '1997-09-28',
      '1997-09-28',
      '1998-02-26',
      6,
    ],
    [
      'yearly in June and July',
      'FREQ=YEARLY;COUNT=10;BYMONTH=6,7',
      '1997-06-10',
      '1997-06-10',
      '2001-07-10',
      10,
    ],
    [
      'every 20th Monday of the year',
      'FREQ=YEARLY;BYDAY=20MO;COUNT=3',
      '1997-05-19',
      '1997-05-19',
      '1999-05-17',
      3,
    ],
    [
      'Monday of week 20',
      'FREQ=YEARLY;BYWEEKNO=20;BYDAY=MO;COUNT=3',
      '1997-05-12',
      '1997-05-12',
      '1999-05-17',
      3,
    ],
    [
      'every Friday the 13th',
      'FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13;COUNT=5',
      '1997-09-02',
      '1998-02-13',
      '2000-10-13',
      5,
    ],
    [
      'the third instance of Tuesday, Wednesday or Thursday',
      'FREQ=MONTHLY;COUNT=3;BYDAY=TU,WE,TH;BYSETPOS=3',
      '1997-09-04',
      '1997-09-04',
      '1997-11-06',
      3,
    ],
    [
      'invalid dates are ignored',
      'FREQ=MONTHLY;BYMONTHDAY=15,30;COUNT=5',
      '2007-01-15',
      '2007-01-15',
      '2007-03-30',
      5,
    ],
  ])('%s', (_, rule, first, expectedFirst, expectedLast, count) => {
    // Rules with an end of their own are asked for longer than they last.
    const last = /COUNT|UNTIL/.test(rule) ? `${Number(first.slice(0, 4)) + 5}-12-31` : '1997-12-31';
    const found = dates(rule, first, first, last);
    expect(found).toHaveLength(count);
    expect([found[0], found.at(-1)]).toEqual([expectedFirst, expectedLast]);
  });
});

describe('rules are kept in bounds', () => {
  it.each([
    ['only the asked stretch', 'FREQ=WEEKLY;BYDAY=TU', ['2026-11-24', '2026-12-01']],
    ['never before the first date', 'FREQ=DAILY;COUNT=2', []],
  ])('%s', (_, rule, expected) => {
    expect(dates(rule, '1990-01-02', '2026-11-20', '2026-12-05')).toEqual(expected);
  });

  it.each([
    ['hourly', 'FREQ=HOURLY', 'BAD_RULE'],
    ['every second', 'FREQ=SECONDLY;INTERVAL=1', 'BAD_RULE'],
    ['an hour of the day', 'FREQ=DAILY;BYHOUR=9', 'BAD_RULE'],
    ['no frequency', 'BYDAY=TU', 'BAD_RULE'],
    ['words', 'every Tuesday', 'BAD_RULE'],
    ['cron', '0 9 * * 2', 'BAD_RULE'],
    ['another line', 'FREQ=DAILY\nDTSTART:20260101', 'BAD_RULE'],
    ['an unknown weekday', 'FREQ=WEEKLY;BYDAY=XX', 'BAD_RULE'],
    ['an endless count', 'FREQ=DAILY;COUNT=99999', 'TOO_MANY'],
    ['a very long rule', `FREQ=DAILY;BYMONTHDAY=${'1,'.repeat(400)}1`, 'BAD_RULE'],
  ])('%s is refused', (_, rule, code) => expect(dates(rule, '2026-01-01')).toBe(code));

  it.each([
    ['a day that never comes', 'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30'],
    ['an impossible position', 'FREQ=MONTHLY;BYDAY=MO;BYSETPOS=9'],
    ['every thousand years', 'FREQ=YEARLY;INTERVAL=1000'],
  ])('%s comes to an end', (_, rule) => {
    const found = dates(rule, '2026-01-01', '2026-11-01', '2027-12-31');
    expect(typeof found === 'string' ? found : found.length).toBe(
      typeof found === 'string' ? 'BAD_RULE' : 0,
    );
  });

  it('refuses more days than a calendar is good for', () => {
    expect(dates('FREQ=DAILY', '2000-01-01', '2000-01-01', '2027-12-31')).toBe('TOO_MANY');
  });
});
