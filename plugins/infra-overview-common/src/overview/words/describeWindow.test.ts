import { describeSchedule, describeWindow } from './describeWindow';

const clock = { from: '09:00', to: '10:00' };

it.each`
  schedule                                                                                                                | words
  ${{ days: ['tue'], ...clock }}                                                                                          | ${'Tuesdays 09:00–10:00'}
  ${{ type: 'weekly', days: ['mon', 'tue', 'wed', 'thu', 'fri'], ...clock }}                                              | ${'Mondays to Fridays 09:00–10:00'}
  ${{ days: ['tue', 'thu'], ...clock }}                                                                                   | ${'Tuesdays and Thursdays 09:00–10:00'}
  ${{ days: ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'], ...clock }}                                                | ${'Every day 09:00–10:00'}
  ${{ days: ['fri'], from: '22:00', to: '06:00' }}                                                                        | ${'Fridays 22:00–06:00 the next day'}
  ${{ days: ['fri'], from: '22:00', elapsed: 'PT2H' }}                                                                    | ${'Fridays from 22:00 for 2 hours'}
  ${{ days: ['tue'], from: '09:00' }}                                                                                     | ${'Tuesdays from 09:00, end not stated'}
  ${{ days: ['tue'], every: 2, anchor: '2026-01-06', ...clock }}                                                          | ${'Tuesdays every 2 weeks counted from 6 Jan 2026 09:00–10:00'}
  ${{ type: 'monthly', on: { nth: 2, weekday: 'tue' }, ...clock }}                                                        | ${'The second Tuesday of every month 09:00–10:00'}
  ${{ type: 'monthly', on: { day: 'last' }, ...clock }}                                                                   | ${'The last day of every month 09:00–10:00'}
  ${{ type: 'monthly', on: { businessDay: -1 }, ...clock }}                                                               | ${'The last business day of every month 09:00–10:00'}
  ${{ type: 'yearly', month: 12, on: { day: 21 }, ...clock }}                                                             | ${'Every year on the 21st of December 09:00–10:00'}
  ${{ type: 'dates', dates: ['2026-11-27', '2026-11-30'], ...clock }}                                                     | ${'On 27 Nov 2026 and 30 Nov 2026 09:00–10:00'}
  ${{ type: 'once', start: '2026-12-20T00:00', end: '2027-01-02T00:00' }}                                                 | ${'From 20 Dec 2026 00:00 to 2 Jan 2027 00:00'}
  ${{ type: 'rrule', rule: 'FREQ=MONTHLY;BYDAY=2TU', firstDate: '2026-01-13', ...clock }}                                 | ${'By the rule FREQ=MONTHLY;BYDAY=2TU, counted from 13 Jan 2026, 09:00–10:00'}
  ${{ days: ['tue'], ...clock, validUntil: '2026-12-31', except: ['2026-12-29'] }}                                        | ${'Tuesdays 09:00–10:00, until 31 Dec 2026, not on 29 Dec 2026'}
  ${{ days: ['tue'], ...clock, moved: [{ date: '2026-12-01', toDate: '2026-12-02', from: '14:00', reason: 'holiday' }] }} | ${'Tuesdays 09:00–10:00, 1 Dec 2026 moved to 2 Dec 2026 14:00 (holiday)'}
`('$words', ({ schedule, words }) => {
  expect(describeSchedule({ id: 'x', schedule, timeZone: 'America/Chicago' })).toBe(
    `${words}, America/Chicago`,
  );
});

it.each`
  window                                                          | zone                 | words
  ${{ schedule: { days: ['tue'], ...clock } }}                    | ${'America/Chicago'} | ${'Tuesdays 09:00–10:00, America/Chicago'}
  ${{ schedule: { days: ['tue'], ...clock } }}                    | ${undefined}         | ${'Tuesdays 09:00–10:00, time zone not stated'}
  ${{ schedule: { type: 'always' } }}                             | ${undefined}         | ${'Always'}
  ${{ schedule: { type: 'feed', feed: 'ops', match: 'Freeze' } }} | ${undefined}         | ${'Entries matching “Freeze” of the calendar ops'}
  ${{}}                                                           | ${undefined}         | ${'schedule not stated'}
`(
  'the zone of the policy counts where the window names none: $words',
  ({ window, zone, words }) => {
    expect(describeSchedule({ id: 'x', ...window }, zone)).toBe(words);
  },
);

it('says everything about a window in one line', () => {
  const freeze = {
    id: 'year-end',
    kind: 'freeze',
    schedule: { type: 'once', start: '2026-12-20T00:00', end: '2027-01-02T00:00' },
    timeZone: 'Europe/Brussels',
    hard: true,
    overridableBy: ['group:default/release'],
    holidays: { set: 'be', on: 'skip', before: 1 },
    changeTypes: ['deploy', 'config'],
    reason: 'nobody is there',
  };
  expect(describeWindow(freeze)).toBe(
    'Deploys are frozen: From 20 Dec 2026 00:00 to 2 Jan 2027 00:00, Europe/Brussels; for deploy and config only; not on holidays of be and 1 day before; ' +
      'cannot be overridden except by the people named; may be overridden by release; reason: nobody is there',
  );
});
