import { aWindow, someTables } from '../testUtils/builders';
import { DAY } from '../time';
import { rangeAfter } from './occurrences';
import { sourcesOf } from './sourcesOf';
import type { WindowKind } from './window';

const wall = (text: string) => Date.parse(`${text}Z`);
const at = (text: string) => Date.parse(text);

const tables = someTables({
  zones: ['America/New_York', 'Europe/Madrid'],
  feeds: {
    days: {
      events: [
        { title: 'Inventory', from: wall('2026-11-01T00:00'), to: wall('2026-11-02T00:00') },
      ],
    },
    fold: {
      events: [
        {
          title: 'Night',
          start: at('2026-10-24T16:00Z'),
          end: at('2026-10-25T00:30Z'),
          holdsUntil: at('2026-10-25T01:30Z'),
        },
      ],
    },
    broken: { events: [{ title: 'No times', start: NaN, end: NaN }] },
  },
});

describe('events of an imported calendar', () => {
  it.each<[string, WindowKind, string, string, string, string]>([
    [
      'a whole day is a day of the window, here of 25 hours',
      'freeze',
      'America/New_York',
      'days',
      '2026-11-01T04:00Z',
      '2026-11-02T05:00Z',
    ],
    [
      'the same day elsewhere',
      'allow',
      'Europe/Madrid',
      'days',
      '2026-10-31T23:00Z',
      '2026-11-01T23:00Z',
    ],
    [
      'a freeze holds through both readings',
      'freeze',
      'Europe/Madrid',
      'fold',
      '2026-10-24T16:00Z',
      '2026-10-25T01:30Z',
    ],
    [
      'an allow ends at the first',
      'allow',
      'Europe/Madrid',
      'fold',
      '2026-10-24T16:00Z',
      '2026-10-25T00:30Z',
    ],
  ])('%s', (_, kind, timeZone, feed, start, end) => {
    const found = sourcesOf(aWindow({ kind, timeZone, schedule: { type: 'feed', feed } }), tables);
    const source = found.ok ? found.value[0] : undefined;
    expect(source && rangeAfter(source, at(start) - DAY)).toEqual({
      start: at(start),
      end: at(end),
    });
  });

  it.each([
    ['a whole day needs a zone', { feed: 'days' }, 'ZONE_MISSING'],
    ['a copy that cannot be read is not an empty one', { feed: 'broken' }, 'UNREADABLE'],
  ] as const)('%s', (_, schedule, code) => {
    const { timeZone: _zone, ...window } = aWindow({ schedule: { type: 'feed', ...schedule } });
    expect(sourcesOf(window, tables)).toMatchObject({ problem: { code } });
  });

  it('an event with a time of its own needs no zone', () => {
    const { timeZone: _zone, ...window } = aWindow({ schedule: { type: 'feed', feed: 'fold' } });
    expect(sourcesOf(window, tables).ok).toBe(true);
  });
});
