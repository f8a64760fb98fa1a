import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { instantText } from 'backstage-plugin-deploy-windows-common';
import nodeIcal from 'node-ical';
import { LARGEST_CALENDAR } from './readCalendar';
import { importCalendar } from './importCalendar';
import { WINDOWS_ZONES } from './windowsZones';

const range = { start: Date.parse('2026-10-01T00:00Z'), end: Date.parse('2028-01-01T00:00Z') };

const calendar = (...lines: string[]) =>
  ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//tests//EN', ...lines, 'END:VCALENDAR', ''].join(
    '\r\n',
  );
const event = (...lines: string[]) => [
  'BEGIN:VEVENT',
  'UID:one@example.org',
  'SUMMARY:Freeze',
  ...lines,
  'END:VEVENT',
];
const wallText = (clock: number) => instantText(clock).replace('Z', '');

async function ranges(text: string, timeZone?: string): Promise<readonly string[]> {
  const events = await importCalendar(text, {
    range,
    now: Date.now,
    ...(timeZone !== undefined && { timeZone }),
  });
  return events.map(one => {
    if (!('start' in one)) return `${wallText(one.from)} ${wallText(one.to)}`;
    const holds = one.holdsUntil === undefined ? '' : ` holds ${instantText(one.holdsUntil)}`;
    return `${instantText(one.start)} ${instantText(one.end)}${holds}`;
  });
}

const newYork = 'TZID=America/New_York';

describe('when the events of a calendar are', () => {
  it.each<[string, string[], string[]]>([
    [
      'a time in UTC',
      ['DTSTART:20261201T090000Z', 'DTEND:20261201T100000Z'],
      ['2026-12-01T09:00:00Z 2026-12-01T10:00:00Z'],
    ],
    [
      'a start that the clocks skip is at the change, not dropped and not an hour late',
      [`DTSTART;${newYork}:20270314T023000`, `DTEND;${newYork}:20270314T040000`],
      ['2027-03-14T07:00:00Z 2027-03-14T08:00:00Z'],
    ],
    [
      'every day at a time that the clocks skip once',
      [
        `DTSTART;${newYork}:20270313T023000`,
        `DTEND;${newYork}:20270313T033000`,
        'RRULE:FREQ=DAILY;COUNT=3',
      ],
      [
        '2027-03-13T07:30:00Z 2027-03-13T08:30:00Z',
        '2027-03-14T07:00:00Z 2027-03-14T07:30:00Z',
        '2027-03-15T06:30:00Z 2027-03-15T07:30:00Z',
      ],
    ],
    [
      'an end that the clocks repeat: an allow ends at the first reading, a freeze holds through both',
      [`DTSTART;${newYork}:20261101T000000`, `DTEND;${newYork}:20261101T013000`],
      ['2026-11-01T04:00:00Z 2026-11-01T05:30:00Z holds 2026-11-01T06:30:00Z'],
    ],
    [
      'an exact length stays exact across the change',
      [`DTSTART;${newYork}:20261031T220000`, 'DURATION:PT8H'],
      ['2026-11-01T02:00:00Z 2026-11-01T10:00:00Z'],
    ],
    [
      'a length of days is nominal: 25 hours here',
      [`DTSTART;${newYork}:20261101T000000`, 'DURATION:P1D'],
      ['2026-11-01T04:00:00Z 2026-11-02T05:00:00Z'],
    ],
    [
      'EXDATE as a date-time takes one away',
      [
        `DTSTART;${newYork}:20261201T090000`,
        `DTEND;${newYork}:20261201T100000`,
        'RRULE:FREQ=WEEKLY;COUNT=3',
        `EXDATE;${newYork}:20261208T090000`,
      ],
      ['2026-12-01T14:00:00Z 2026-12-01T15:00:00Z', '2026-12-15T14:00:00Z 2026-12-15T15:00:00Z'],
    ],
    [
      'EXDATE as a date, and one in UTC',
      [
        `DTSTART;${newYork}:20261201T090000`,
        `DTEND;${newYork}:20261201T100000`,
        'RRULE:FREQ=WEEKLY;COUNT=3',
        'EXDATE;VALUE=DATE:20261208',
        'EXDATE:20261215T140000Z',
      ],
      ['2026-12-01T14:00:00Z 2026-12-01T15:00:00Z'],
    ],
    [
      'EXDATE of a time that the clocks skip',
      [
        `DTSTART;${newYork}:20270313T023000`,
        `DTEND;${newYork}:20270313T040000`,
        'RRULE:FREQ=DAILY;COUNT=2',
        `EXDATE;${newYork}:20270314T023000`,
      ],
      ['2027-03-13T07:30:00Z 2027-03-13T09:00:00Z'],
    ],
    [
      'RDATE adds one',
      [
        `DTSTART;${newYork}:20261201T090000`,
        `DTEND;${newYork}:20261201T100000`,
        `RDATE;${newYork}:20261203T120000`,
      ],
      ['2026-12-01T14:00:00Z 2026-12-01T15:00:00Z', '2026-12-03T17:00:00Z 2026-12-03T18:00:00Z'],
    ],
    [
      'UNTIL in UTC is a time in the zone of the event: the last one still begins',
      [
        `DTSTART;${newYork}:20261201T220000`,
        'DURATION:PT1H',
        'RRULE:FREQ=DAILY;UNTIL=20261203T030000Z',
      ],
      ['2026-12-02T03:00:00Z 2026-12-02T04:00:00Z', '2026-12-03T03:00:00Z 2026-12-03T04:00:00Z'],
    ],
    [
      'a minute earlier it does not',
      [
        `DTSTART;${newYork}:20261201T220000`,
        'DURATION:PT1H',
        'RRULE:FREQ=DAILY;UNTIL=20261203T025900Z',
      ],
      ['2026-12-02T03:00:00Z 2026-12-02T04:00:00Z'],
    ],
    [
      'the name of a zone as Outlook writes it',
      [
        'DTSTART;TZID=Central Standard Time:20261201T090000',
        'DTEND;TZID=Central Standard Time:20261201T100000',
      ],
      ['2026-12-01T15:00:00Z 2026-12-01T16:00:00Z'],
    ],
    [
      'a name in quotes with a registry before it',
      ['DTSTART;TZID="/example.org/20260101/Europe/Chisinau":20261201T090000', 'DURATION:PT1H'],
      ['2026-12-01T07:00:00Z 2026-12-01T08:00:00Z'],
    ],
    [
      'a start and an end in two zones',
      ['DTSTART;TZID=Europe/Madrid:20261201T120000', `DTEND;${newYork}:20261201T120000`],
      ['2026-12-01T11:00:00Z 2026-12-01T17:00:00Z'],
    ],
    [
      'a whole day has no zone of its own',
      ['DTSTART;VALUE=DATE:20261224', 'DTEND;VALUE=DATE:20261227'],
      ['2026-12-24T00:00:00 2026-12-27T00:00:00'],
    ],
    [
      'a day without an end is one day',
      ['DTSTART;VALUE=DATE:20261224'],
      ['2026-12-24T00:00:00 2026-12-25T00:00:00'],
    ],
    [
      'whole days recur, without one that was taken away',
      ['DTSTART;VALUE=DATE:20261224', 'RRULE:FREQ=DAILY;COUNT=3', 'EXDATE:20261225T000000Z'],
      ['2026-12-24T00:00:00 2026-12-25T00:00:00', '2026-12-26T00:00:00 2026-12-27T00:00:00'],
    ],
    [
      'a time without a zone stays without',
      ['DTSTART:20261201T090000', 'DTEND:20261201T100000'],
      ['2026-12-01T09:00:00 2026-12-01T10:00:00'],
    ],
    [
      'what is over long ago is left out',
      ['DTSTART:20200101T090000Z', 'DTEND:20200101T100000Z'],
      [],
    ],
    ['an event of no length is none', ['DTSTART:20261201T090000Z'], []],
  ])('%s', async (_, lines, expected) => {
    expect(await ranges(calendar(...event(...lines)))).toEqual(expected);
  });

  it('days are days of the zone that the configuration names', async () => {
    const text = calendar(...event('DTSTART;VALUE=DATE:20261101'));
    expect(await ranges(text, 'America/New_York')).toEqual([
      '2026-11-01T04:00:00Z 2026-11-02T05:00:00Z',
    ]);
  });

  it('one moved, one cancelled, the newest version of each counts', async () => {
    const weekly = event(
      `DTSTART;${newYork}:20261201T090000`,
      `DTEND;${newYork}:20261201T100000`,
      'RRULE:FREQ=WEEKLY;COUNT=4',
    );
    const moved = (hour: string, sequence: number) =>
      event(
        `RECURRENCE-ID;${newYork}:20261208T090000`,
        `DTSTART;${newYork}:20261209T${hour}0000`,
        'DURATION:PT1H',
        `SEQUENCE:${sequence}`,
      );
    const cancelled = event(
      'RECURRENCE-ID:20261215T140000Z',
      `DTSTART;${newYork}:20261215T090000`,
      'STATUS:CANCELLED',
    );
    expect(
      await ranges(calendar(...weekly, ...moved('13', 2), ...moved('11', 1), ...cancelled)),
    ).toEqual([
      '2026-12-01T14:00:00Z 2026-12-01T15:00:00Z',
      '2026-12-09T18:00:00Z 2026-12-09T19:00:00Z',
      '2026-12-22T14:00:00Z 2026-12-22T15:00:00Z',
    ]);
  });

  it('a cancelled series is gone with all its occurrences', async () => {
    const series = event(
      'DTSTART:20261201T090000Z',
      'DURATION:PT1H',
      'RRULE:FREQ=DAILY',
      'STATUS:CANCELLED',
    );
    const moved = event(
      'RECURRENCE-ID:20261202T090000Z',
      'DTSTART:20261202T120000Z',
      'DURATION:PT1H',
    );
    expect(await ranges(calendar(...series, ...moved))).toEqual([]);
  });

  it('folded lines, escaped texts, parts that say nothing about time', async () => {
    const text = calendar(
      'BEGIN:VTIMEZONE',
      'TZID:Our own',
      'X-LIC-LOCATION:Europe/Chisinau',
      'BEGIN:STANDARD',
      'DTSTART:19701025T040000',
      'END:STANDARD',
      'END:VTIMEZONE',
      'BEGIN:VEVENT',
      'UID:a',
      'SUMMARY:Freeze\\, for',
      '  the holidays',
      'DTSTART;TZID=Our own:20261201T090000',
      'DURATION:PT1H',
      'BEGIN:VALARM',
      'TRIGGER:-PT15M',
      'END:VALARM',
      'END:VEVENT',
    );
    expect(await importCalendar(text, { range, now: Date.now })).toEqual([
      {
        title: 'Freeze, for the holidays',
        start: Date.parse('2026-12-01T07:00Z'),
        end: Date.parse('2026-12-01T08:00Z'),
      },
    ]);
  });
});

describe('what cannot be read is refused as a whole', () => {
  const good = event('DTSTART:20261201T090000Z', 'DURATION:PT1H');
  const daily = (count: number) =>
    Array.from({ length: count }, (_, index) => [
      'BEGIN:VEVENT',
      `UID:${index}`,
      'SUMMARY:Daily',
      'DTSTART:20261001T090000Z',
      'DURATION:PT1H',
      'RRULE:FREQ=DAILY',
      'END:VEVENT',
    ]).flat();
  it.each<[string, string, RegExp]>([
    ['no calendar', '<html></html>', /BEGIN:VCALENDAR/],
    ['one that is cut off', calendar(...good).slice(0, -20), /cut off|no end/],
    [
      'an unknown zone, rather than UTC',
      calendar(...good, ...event('DTSTART;TZID=Mars/Olympus:20261201T090000', 'DURATION:PT1H')),
      /Mars\/Olympus/,
    ],
    [
      'an abbreviation',
      calendar(...event('DTSTART;TZID=EST:20261201T090000', 'DURATION:PT1H')),
      /EST/,
    ],
    [
      'several times a day',
      calendar(...event('DTSTART:20261201T090000Z', 'DURATION:PT1H', 'RRULE:FREQ=HOURLY')),
      /several times a day/,
    ],
    [
      'several times a day by its parts',
      calendar(
        ...event('DTSTART:20261201T090000Z', 'DURATION:PT1H', 'RRULE:FREQ=DAILY;BYHOUR=9,17'),
      ),
      /several times a day/,
    ],
    [
      'a count without an end',
      calendar(
        ...event('DTSTART:20261201T090000Z', 'DURATION:PT1H', 'RRULE:FREQ=DAILY;COUNT=99999'),
      ),
      /5000/,
    ],
    ['no start', calendar(...event('DTEND:20261201T090000Z')), /no start/],
    [
      'an end before the start',
      calendar(...event('DTSTART:20261201T090000Z', 'DTEND:20261130T090000Z')),
      /ends before/,
    ],
    ['a day that is none', calendar(...event('DTSTART;VALUE=DATE:20260230')), /no day/],
    [
      'a change of all that follow',
      calendar(
        ...event('RECURRENCE-ID;RANGE=THISANDFUTURE:20261201T090000Z', 'DTSTART:20261201T090000Z'),
      ),
      /all that follow/,
    ],
    ['too many occurrences', calendar(...daily(6)), /2,000 occurrences/],
    [
      'too many events',
      calendar(...Array.from({ length: 5_001 }, () => good).flat()),
      /5,000 events/,
    ],
    ['too large', 'x'.repeat(LARGEST_CALENDAR + 1), /1 MiB/],
    ['a line without an end', calendar(`SUMMARY:${'x'.repeat(30_000)}`), /20,000/],
    ['parts in parts', 'BEGIN:VCALENDAR\n'.repeat(50), /nested/],
  ])('%s', async (_, text, message) => {
    await expect(importCalendar(text, { range, now: Date.now })).rejects.toMatchObject({
      name: 'InputError',
      code: 'BAD_CALENDAR',
      message: expect.stringMatching(message),
    });
  });

  it('work without an end', async () => {
    const slow = Array.from({ length: 400 }, (_, index) => [
      'BEGIN:VEVENT',
      `UID:${index}`,
      'SUMMARY:Never',
      'DTSTART:20200101T090000Z',
      'DURATION:PT1H',
      'RRULE:FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30',
      'END:VEVENT',
    ]).flat();
    const begun = Date.now();
    await expect(importCalendar(calendar(...slow), { range, now: Date.now })).rejects.toThrow(
      /two seconds/,
    );
    expect(Date.now() - begun).toBeLessThan(10_000);
  });
});

describe('a second opinion: node-ical, away from clock changes', () => {
  it('reads the same instants', async () => {
    const text = calendar(
      ...event(
        'DTSTART;TZID=Eastern Standard Time:20261201T090000',
        'DTEND;TZID=Eastern Standard Time:20261201T103000',
        'RRULE:FREQ=WEEKLY;BYDAY=TU,TH;UNTIL=20270110T000000Z',
        'EXDATE;TZID=Eastern Standard Time:20261224T090000',
      ),
    );
    const parsed = Object.values(nodeIcal.sync.parseICS(text)).find(one => one?.type === 'VEVENT');
    const theirs = nodeIcal.expandRecurringEvent(
      parsed as Parameters<typeof nodeIcal.expandRecurringEvent>[0],
      { from: new Date(range.start), to: new Date(range.end) },
    );
    const ours = await importCalendar(text, { range, now: Date.now });
    expect(ours.map(one => ('start' in one ? [one.start, one.end] : []))).toEqual(
      theirs.map(({ start, end }) => [start.getTime(), end.getTime()]),
    );
    expect(ours).toHaveLength(11);
  });

  it('pairs the names of Windows with the same zones', () => {
    const canonical = (zone: string) =>
      new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone;
    const theirs: Record<string, { iana: string[] }> = JSON.parse(
      readFileSync(join(dirname(require.resolve('node-ical')), 'windowsZones.json'), 'utf8'),
    );
    for (const [name, zone] of Object.entries(WINDOWS_ZONES)) {
      expect([name, canonical(zone)]).toEqual([name, canonical(theirs[name]?.iana[0] ?? 'UTC')]);
    }
  });
});
