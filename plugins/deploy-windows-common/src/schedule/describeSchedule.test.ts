import { describeSchedule } from './describeSchedule';
import { parseSchedule } from './parseSchedule';
import type { WindowSchedule } from './window';

const clock = { from: '09:00', to: '10:00' } as const;

const sentences: readonly (readonly [WindowSchedule, string])[] = [
  [{ type: 'weekly', days: ['tue'], ...clock }, 'Every Tuesday 09:00–10:00 (America/Chicago)'],
  [
    { type: 'weekly', days: ['mon', 'tue', 'wed', 'thu', 'fri'], ...clock },
    'Every weekday 09:00–10:00 (America/Chicago)',
  ],
  [
    {
      type: 'weekly',
      days: ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'],
      from: '00:00',
      to: '24:00',
    },
    'Every day 00:00–24:00 (America/Chicago)',
  ],
  [
    { type: 'weekly', days: ['mon', 'thu', 'sun'], from: '22:00', to: '06:00' },
    'Every Monday, Thursday and Sunday 22:00–06:00 (America/Chicago)',
  ],
  [
    {
      type: 'weekly',
      days: ['fri'],
      every: 2,
      anchor: '2026-11-27',
      from: '22:00',
      to: '06:00',
      toDayOffset: 3,
    },
    'Every 2 weeks, counted from 2026-11-27, on Friday 22:00–06:00 +3d (America/Chicago)',
  ],
  [
    { type: 'monthly', on: { nth: 2, weekday: 'tue' }, from: '20:00', elapsed: 'PT2H' },
    'Every month on the second Tuesday 20:00 for PT2H (America/Chicago)',
  ],
  [
    { type: 'monthly', on: { nth: 'last', weekday: 'fri' }, ...clock },
    'Every month on the last Friday 09:00–10:00 (America/Chicago)',
  ],
  [
    { type: 'monthly', on: { day: 'last' }, ...clock },
    'Every month on the last day 09:00–10:00 (America/Chicago)',
  ],
  [
    { type: 'monthly', on: { day: 15 }, ...clock },
    'Every month on day 15 09:00–10:00 (America/Chicago)',
  ],
  [
    { type: 'monthly', on: { businessDay: 1 }, ...clock },
    'Every month on business day 1 09:00–10:00 (America/Chicago)',
  ],
  [
    { type: 'monthly', on: { businessDay: -1 }, ...clock },
    'Every month on the last business day 09:00–10:00 (America/Chicago)',
  ],
  [
    { type: 'monthly', on: { businessDay: -3 }, ...clock },
    'Every month on business day 3 from the end 09:00–10:00 (America/Chicago)',
  ],
  [
    { type: 'yearly', month: 12, on: { day: 24 }, from: '12:00', to: '08:00', toDayOffset: 3 },
    'Every year in December on day 24 12:00–08:00 +3d (America/Chicago)',
  ],
  [
    { type: 'yearly', month: 11, on: { nth: 4, weekday: 'thu' }, ...clock },
    'Every year in November on the fourth Thursday 09:00–10:00 (America/Chicago)',
  ],
  [
    { type: 'dates', dates: ['2026-12-01', '2026-12-08'], ...clock },
    'On 2026-12-01, 2026-12-08 09:00–10:00 (America/Chicago)',
  ],
  [
    { type: 'rrule', rule: 'FREQ=MONTHLY;BYDAY=2TU', firstDate: '2026-01-13', ...clock },
    'By rule FREQ=MONTHLY;BYDAY=2TU from 2026-01-13 09:00–10:00 (America/Chicago)',
  ],
  [
    { type: 'once', start: '2026-12-21T00:00', end: '2027-01-04T08:00' },
    'From 2026-12-21 00:00 to 2027-01-04 08:00 (America/Chicago)',
  ],
  [
    {
      type: 'weekly',
      days: ['tue'],
      ...clock,
      validFrom: '2026-12-01',
      validUntil: '2027-03-31',
      except: ['2026-12-22', '2026-12-29'],
    },
    'Every Tuesday 09:00–10:00, from 2026-12-01, until 2027-03-31, except 2026-12-22, 2026-12-29 (America/Chicago)',
  ],
  [
    {
      type: 'weekly',
      days: ['tue'],
      ...clock,
      moved: [{ date: '2026-12-22', toDate: '2026-12-21', from: '08:00', to: '09:00', reason: '' }],
    },
    'Every Tuesday 09:00–10:00, 2026-12-22 moved to 2026-12-21 from 08:00 to 09:00 (America/Chicago)',
  ],
];

describe('a schedule and its sentence', () => {
  it.each(sentences)('%j', (schedule, sentence) => {
    expect(describeSchedule({ schedule, timeZone: 'America/Chicago' })).toBe(sentence);
    expect(parseSchedule(sentence)).toEqual({ schedule, timeZone: 'America/Chicago' });
  });

  it.each([
    [{ type: 'always' }, 'Always'],
    [{ type: 'feed', feed: 'holidays' }, 'Events of calendar holidays'],
    [
      { type: 'feed', feed: 'holidays', match: 'no deploys' },
      'Events of calendar holidays with “no deploys”',
    ],
  ] as const)('%j has no clock', (schedule, sentence) => {
    expect(describeSchedule({ schedule })).toBe(sentence);
    expect(parseSchedule(sentence)).toEqual({ schedule });
  });

  it.each([
    [{}, 'No schedule'],
    [
      { schedule: { days: ['tue'], ...clock } } as const,
      'Every Tuesday 09:00–10:00 (no time zone)',
    ],
    [
      { schedule: { type: 'exact', start: 0, end: 3_600_000 } } as const,
      'From 1970-01-01 00:00 to 1970-01-01 01:00 (UTC)',
    ],
    [
      { schedule: { type: 'weekly', days: ['tue'], from: '09:00' }, timeZone: 'UTC' } as const,
      'Every Tuesday 09:00 without an end (UTC)',
    ],
  ])('%j', (window, sentence) => expect(describeSchedule(window)).toBe(sentence));

  it.each([
    'Tuesdays at 9',
    'Deploys are on Tuesdays at 9:00',
    'Every Tuesday 09:00–10:00',
    'Every Tuesdayish 09:00–10:00 (UTC)',
    'Every year in Smarch on day 3 09:00–10:00 (UTC)',
    'Every month on the umpteenth Friday 09:00–10:00 (UTC)',
    'Every Tuesday 09:00–10:00, whenever Ann is there (UTC)',
    '',
    'x'.repeat(30_000),
  ])('%j is no such sentence', text => expect(parseSchedule(text)).toBeUndefined());
});
