import { readCalendarQuery, writeCalendarQuery, type CalendarQuery } from './fleetQueryInUrl';

it.each<[string, CalendarQuery]>([
  ['', { view: 'month' }],
  ['start=2026-11-23&view=week', { view: 'week', start: '2026-11-23' }],
  [
    'owner=group%3Adefault%2Fcore&state=blocked',
    { view: 'month', owner: 'group:default/core', state: 'blocked' },
  ],
])('"%s" is read and written back', (text, query) => {
  expect(readCalendarQuery(new URLSearchParams(text))).toEqual(query);
  expect(writeCalendarQuery(query, new URLSearchParams()).toString()).toBe(
    new URLSearchParams(text).toString(),
  );
});

it.each(['state=gone', 'start=tomorrow', 'view=year', 'text=%20'])(
  'an old link opens: %s',
  text => {
    expect(readCalendarQuery(new URLSearchParams(text))).toEqual({ view: 'month' });
  },
);

it('keeps the parameters of others', () => {
  expect(writeCalendarQuery({ view: 'month' }, new URLSearchParams('a=1&text=x')).toString()).toBe(
    'a=1',
  );
});
