import { aWindow, someTables } from '../testUtils/builders';
import { lintWindow, nextOccurrences } from './lintWindow';
import type { DeployWindow } from './window';

const NOW = Date.parse('2026-11-24T17:00Z');
const holidays = { us: { first: '2026-01-01', last: '2029-01-01', dates: ['2026-11-27'] } };
const tables = someTables({ holidays });
const weekly = { type: 'weekly', days: ['tue'], from: '09:00', to: '10:00' } as const;

describe('lintWindow', () => {
  it.each<[string, Partial<DeployWindow>, readonly string[]]>([
    ['nothing', {}, []],
    ['a freeze that never ends', { kind: 'freeze', schedule: weekly }, ['FREEZE_WITHOUT_END']],
    ['a freeze for ever', { kind: 'freeze', schedule: { type: 'always' } }, ['FREEZE_WITHOUT_END']],
    [
      'a freeze with a last day',
      { kind: 'freeze', schedule: { ...weekly, validUntil: '2027-01-31' } },
      [],
    ],
    [
      'a freeze that is looked at again',
      { kind: 'freeze', schedule: weekly, reviewAt: NOW + 1 },
      [],
    ],
    ['a forgotten freeze', { kind: 'freeze', schedule: weekly, reviewAt: NOW }, ['REVIEW_OVERDUE']],
    ['over', { schedule: { ...weekly, validUntil: '2026-11-23' } }, ['NEVER_OPENS']],
    ['on holidays only', { holidays: { set: 'us', on: 'only' } }, ['ONLY_ON_HOLIDAYS']],
    ['unreadable', { timeZone: 'EST' }, ['CANNOT_BE_READ']],
    [
      'across a change of the clocks',
      { schedule: { type: 'dates', dates: ['2027-03-13'], from: '22:00', to: '06:00' } },
      ['CROSSES_CLOCK_CHANGE'],
    ],
  ])('%s', (_, fields, expected) =>
    expect(lintWindow(aWindow(fields), tables, NOW).map(({ code }) => code)).toEqual(expected),
  );
});

describe('nextOccurrences', () => {
  it('shows the next ones and whether a change of the clocks is near', () => {
    const window = aWindow({
      schedule: { type: 'monthly', on: { day: 14 }, from: '09:00', to: '10:00' },
    });
    const found = nextOccurrences(window, tables, NOW, 4);
    expect(
      found.map(({ start, nearClockChange }) => [
        new Date(start).toISOString().slice(0, 16),
        nearClockChange,
      ]),
    ).toEqual([
      ['2026-12-14T15:00', false],
      ['2027-01-14T15:00', false],
      ['2027-02-14T15:00', false],
      ['2027-03-14T14:00', true],
    ]);
  });

  it.each([
    ['for ever', { schedule: { type: 'always' } } as const, 1],
    ['what cannot be read', { timeZone: 'EST' }, 0],
  ])('%s', (_, fields, count) =>
    expect(nextOccurrences(aWindow(fields), tables, NOW, 3)).toHaveLength(count),
  );
});
