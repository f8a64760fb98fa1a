import { someTables } from '../testUtils/builders';
import type { Audience } from '../schedule';
import { audienceLead } from './audienceLead';
import { leadOver, parseLead } from './leadTime';
import { noticeRange, noticeRanges, type Notice } from './notice';

const at = (text: string) => Date.parse(text);
const holidays = {
  us: { first: '2026-01-01', last: '2029-01-01', dates: ['2026-11-26', '2026-11-27'] },
};
const tables = someTables({ holidays });
const audience: Audience = {
  key: 'system:default/noipm/ipm',
  id: 'ipm',
  title: 'IPM',
  lead: 'PT24H',
  contacts: [],
  require: 'any',
  timeZone: 'America/Chicago',
  holidays: 'us',
};

describe('parseLead', () => {
  it.each([
    ['PT48H', { elapsed: 48 * 3_600_000 }],
    ['P2D', { elapsed: 48 * 3_600_000 }],
    ['2bd', { businessDays: 2 }],
    ['2 days', undefined],
    ['-2bd', undefined],
    ['bd', undefined],
    ['', undefined],
  ])('%j', (text, expected) => expect(parseLead(text)).toEqual(expected));
});

describe('the lead is over', () => {
  const over = (lead: string, toldAt: string) => {
    const resolved = audienceLead({ ...audience, lead }, tables);
    if (!resolved.ok) return resolved.problem.code;
    const end = leadOver(resolved.value, at(toldAt));
    return end === undefined ? undefined : new Date(end).toISOString().slice(0, 16);
  };
  it.each([
    ['exactly, across a change of the clocks', 'PT24H', '2026-10-31T17:00Z', '2026-11-01T17:00'],
    ['a business day later, same time of day', '1bd', '2026-11-24T17:00Z', '2026-11-25T17:00'],
    ['after the weekend', '1bd', '2026-11-20T17:00Z', '2026-11-23T17:00'],
    ['after the holidays', '1bd', '2026-11-25T17:00Z', '2026-11-30T17:00'],
    ['two business days over holidays', '2bd', '2026-11-24T17:00Z', '2026-11-30T17:00'],
    [
      'told on a Saturday, as if on Monday when it begins',
      '1bd',
      '2026-11-21T17:00Z',
      '2026-11-24T06:00',
    ],
    ['told late in the evening of the zone', '1bd', '2026-11-24T05:30Z', '2026-11-25T05:30'],
    [
      'same time of day across a change of the clocks',
      '1bd',
      '2026-10-30T17:00Z',
      '2026-11-02T18:00',
    ],
    ['at once', '0bd', '2026-11-24T17:00Z', '2026-11-24T17:00'],
    ['a lead that is none', 'soon', '2026-11-24T17:00Z', 'OUT_OF_RANGE'],
  ])('%s', (_, lead, toldAt, expected) => expect(over(lead, toldAt)).toBe(expected));

  it.each([
    ['no zone', (({ timeZone: _, ...rest }) => rest)(audience), 'ZONE_MISSING'],
    ['an abbreviation', { ...audience, timeZone: 'CST' }, 'ABBREVIATION_NOT_ALLOWED'],
    ['unknown holidays', { ...audience, holidays: 'mars' }, 'HOLIDAYS_MISSING'],
  ])('business days need %s', (_, own, code) => {
    expect(audienceLead({ ...own, lead: '1bd' }, tables)).toMatchObject({
      ok: false,
      problem: { code },
    });
    expect(audienceLead(own, tables)).toMatchObject({ ok: true });
  });
});

describe('a notice frees', () => {
  const lead = { elapsed: 100 };
  const notice: Notice = {
    id: 'n',
    audience: 'a',
    target: 't',
    from: 1000,
    to: 2000,
    effectiveAt: 500,
    state: 'sent',
  };
  it.each<[string, Partial<Notice>, object | undefined]>([
    ['its announced range', {}, { start: 1000, end: 2000 }],
    ['from the end of the lead', { effectiveAt: 950 }, { start: 1050, end: 2000 }],
    ['nothing, told too late', { effectiveAt: 1900 }, undefined],
    ['nothing, when nobody knows when they were told', { state: 'failed' }, undefined],
    ['nothing while it is being sent', { state: 'sending' }, undefined],
  ])('%s', (_, fields, expected) =>
    expect(noticeRange({ ...notice, ...fields }, lead)).toEqual(expected),
  );

  it('only its own audience and target, and ranges that touch are one', () => {
    const list = [
      notice,
      { ...notice, id: 'm', from: 2000, to: 3000 },
      { ...notice, id: 'o', target: 'u', to: 9000 },
    ];
    expect(noticeRanges(list, 'a', 't', lead)).toEqual([{ start: 1000, end: 3000 }]);
    expect(noticeRanges(list, 'b', 't', lead)).toEqual([]);
  });
});
