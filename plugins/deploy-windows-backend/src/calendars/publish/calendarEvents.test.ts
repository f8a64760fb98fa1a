import { createHash } from 'node:crypto';
import {
  anInput,
  aWindow,
  someTables,
  LEVELS,
} from 'backstage-plugin-deploy-windows-common/testUtils';
import { DAY, type DeployWindow } from 'backstage-plugin-deploy-windows-common/evaluator';
import nodeIcal, { type VEvent } from 'node-ical';
import { calendarEntries } from './calendarEvents';
import { toIcs } from './toIcs';

const digest = (text: string) => createHash('sha256').update(text).digest('hex');
const tables = someTables({ zones: ['America/New_York', 'America/Chicago', 'Europe/Madrid'] });
const at = (text: string) => Date.parse(text);
const around = (day: string) => ({
  start: at(`${day}T00:00Z`) - 2 * DAY,
  end: at(`${day}T00:00Z`) + 3 * DAY,
});

function entries(
  windows: readonly DeployWindow[],
  day: string,
  exemptions: Parameters<typeof anInput>[0] = {},
) {
  const input = anInput({
    windows,
    tables,
    policy: { timeZone: 'America/New_York' },
    ...exemptions,
  });
  return calendarEntries([{ title: 'Web, production', input }], around(day), digest);
}

const freeze = (fields: Partial<DeployWindow> = {}) =>
  aWindow({
    key: `${LEVELS.system}/night`,
    level: LEVELS.system,
    kind: 'freeze',
    title: 'Payroll move',
    reason: 'A secret project',
    timeZone: 'America/New_York',
    version: 3,
    ...fields,
  });

describe('what is published near clock changes is exact', () => {
  it.each<[string, DeployWindow, string, string, string, string]>([
    [
      'an opening that the clocks skip begins at the change',
      aWindow({
        timeZone: 'America/New_York',
        schedule: { type: 'weekly', days: ['sun'], from: '02:30', to: '04:00' },
      }),
      '2027-03-14',
      'Open',
      '2027-03-14T07:00Z',
      '2027-03-14T08:00Z',
    ],
    [
      'an opening ends at the first reading',
      aWindow({
        timeZone: 'America/New_York',
        schedule: { type: 'weekly', days: ['sun'], from: '00:00', to: '01:30' },
      }),
      '2026-11-01',
      'Open',
      '2026-11-01T04:00Z',
      '2026-11-01T05:30Z',
    ],
    [
      'a freeze holds through both',
      freeze({ schedule: { type: 'weekly', days: ['sun'], from: '00:00', to: '01:30' } }),
      '2026-11-01',
      'Freeze',
      '2026-11-01T04:00Z',
      '2026-11-01T06:30Z',
    ],
    [
      'a freeze across a change',
      freeze({
        timeZone: 'Europe/Madrid',
        schedule: { type: 'once', start: '2026-10-24T18:00', end: '2026-10-25T02:30' },
      }),
      '2026-10-25',
      'Freeze',
      '2026-10-24T16:00Z',
      '2026-10-25T01:30Z',
    ],
    [
      'a night is as long as it is',
      freeze({ schedule: { type: 'weekly', days: ['sat'], from: '22:00', to: '06:00' } }),
      '2026-11-01',
      'Freeze',
      '2026-11-01T02:00Z',
      '2026-11-01T11:00Z',
    ],
  ])('%s', (_, window, day, what, start, end) => {
    expect(entries([window], day).map(entry => [entry.what, entry.start, entry.end])).toEqual([
      [what, at(start), at(end)],
    ]);
    const text = toIcs(entries([window], day), {
      name: 'Deploys',
      stamp: at('2026-10-01T00:00Z'),
      withReasons: false,
    });
    const [read] = Object.values(nodeIcal.sync.parseICS(text)).filter(
      one => one?.type === 'VEVENT',
    ) as VEvent[];
    expect([read?.start.getTime(), read?.end?.getTime()]).toEqual([at(start), at(end)]);
  });
});

describe('what a calendar shows', () => {
  const nightly = freeze({
    schedule: { type: 'weekly', days: ['tue'], from: '09:00', to: '17:00' },
  });

  it('an entry stays the same when the window moves on its day, and its sequence is the version', () => {
    const later = freeze({
      schedule: { type: 'weekly', days: ['tue'], from: '10:00', to: '17:00' },
      version: 4,
    });
    const [before, after] = [
      entries([nightly], '2026-11-24')[0],
      entries([later], '2026-11-24')[0],
    ];
    expect(before?.uid).toMatch(/^[0-9a-f]{32}-2026-11-24$/);
    expect(after?.uid).toBe(before?.uid);
    expect([before?.sequence, after?.sequence]).toEqual([3, 4]);
  });

  it('nothing where times are not closed at all', () => {
    expect(entries([], '2026-11-24')).toEqual([]);
  });

  it('open is what all levels let through, not what one of them does', () => {
    const office = aWindow({
      key: `${LEVELS.domain}/office`,
      level: LEVELS.domain,
      timeZone: 'America/New_York',
      schedule: { type: 'weekly', days: ['tue'], from: '09:00', to: '17:00' },
    });
    const early = aWindow({
      timeZone: 'America/New_York',
      schedule: { type: 'weekly', days: ['tue'], from: '08:00', to: '10:00' },
    });
    const found = entries([office, early], '2026-11-24');
    expect(found.map(({ what, start, end }) => [what, start, end])).toEqual([
      ['Open', at('2026-11-24T14:00Z'), at('2026-11-24T15:00Z')],
    ]);
  });

  it('a freeze is cut where this target is exempt, and its parts are told apart', () => {
    const exemption = {
      id: 'x',
      freeze: nightly.key,
      target: 'component:default/web#production',
      start: at('2026-11-24T16:00Z'),
      end: at('2026-11-24T18:00Z'),
      reason: 'r',
      grantedBy: 'user:default/ann',
    };
    const found = entries([nightly], '2026-11-24', { exemptions: [exemption] });
    expect(found.map(({ start, end }) => [start, end])).toEqual([
      [at('2026-11-24T14:00Z'), at('2026-11-24T16:00Z')],
      [at('2026-11-24T18:00Z'), at('2026-11-24T22:00Z')],
    ]);
    expect(new Set(found.map(({ uid }) => uid)).size).toBe(2);
  });

  it('one freeze of several targets is one entry', () => {
    const input = anInput({ windows: [nightly], tables });
    const found = calendarEntries(
      [
        { title: 'Web, production', input },
        { title: 'Api, production', input },
      ],
      around('2026-11-24'),
      digest,
    );
    expect(found.map(({ targets }) => targets)).toEqual([['Web, production', 'Api, production']]);
  });

  it('no window of a calendar without reasons is named in it', () => {
    const found = entries([nightly], '2026-11-24');
    const plain = toIcs(found, { name: 'Deploys', stamp: 0, withReasons: false });
    expect(plain).toContain('SUMMARY:Freeze – Web\\, production');
    expect(plain).not.toMatch(/Payroll|secret|night/);
    expect(toIcs(found, { name: 'Deploys', stamp: 0, withReasons: true })).toMatch(
      /SUMMARY:Freeze: Payroll move[\s\S]*A secret project/,
    );
  });

  it('has no rule of recurrence, no more entries than a reader takes, and times in UTC', () => {
    const daily = freeze({
      schedule: {
        type: 'weekly',
        days: ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'],
        from: '09:00',
        to: '10:00',
      },
    });
    const many = Array.from({ length: 8 }, (_, index) => ({
      ...daily,
      key: `${LEVELS.system}/f${index}`,
    }));
    const input = anInput({ windows: many, tables });
    const found = calendarEntries(
      [{ title: 'Web', input }],
      { start: at('2026-11-24T00:00Z'), end: at('2027-12-29T00:00Z') },
      digest,
    );
    expect(found).toHaveLength(2_000);
    const text = toIcs(found.slice(0, 2), { name: 'Deploys', stamp: 0, withReasons: false });
    expect(text).not.toMatch(/RRULE|TZID/);
    expect(text).toMatch(/DTSTART:\d{8}T\d{6}Z/);
  });
});
