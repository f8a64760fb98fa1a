import { SCHEMA } from './document';
import { isNotNeeded } from './list';
import { readInfraDocument } from './readInfraDocument';

const tuesdays = { days: ['tue'], from: '09:00', to: '10:00' };
const weekly = { type: 'weekly', ...tuesdays };

/** Reads the policy of a System; problems as `code path: message`. */
function readPolicy(deployPolicy: unknown) {
  const result = readInfraDocument({ schema: SCHEMA, deployPolicy }, { kind: 'System' });
  if (result.outcome !== 'read') throw new Error(`was ${result.outcome}`);
  const problems = result.problems.map(({ code, path, message }) => `${code} ${path}: ${message}`);
  return { policy: result.document.deployPolicy, problems };
}

describe('a window that can be read', () => {
  it.each([
    ['weekly, by its fields', tuesdays, weekly],
    [
      'monthly, by its fields',
      { on: { day: 'last' }, from: '20:00', elapsed: 'PT2H' },
      { type: 'monthly', on: { day: 'last' }, from: '20:00', elapsed: 'PT2H' },
    ],
    [
      'on the second Tuesday',
      { type: 'monthly', on: { nth: 2, weekday: 'tue' }, from: '20:00', to: '02:00' },
      undefined,
    ],
    [
      'on the last business day',
      { type: 'monthly', on: { businessDay: -1 }, from: '20:00', to: '22:00' },
      undefined,
    ],
    [
      'yearly, by its fields',
      { month: 11, on: { nth: 'last', weekday: 'fri' }, from: '00:00', to: '24:00' },
      {
        type: 'yearly',
        month: 11,
        on: { nth: 'last', weekday: 'fri' },
        from: '00:00',
        to: '24:00',
      },
    ],
    [
      'on days, by its fields',
      { dates: ['2026-11-27'], from: '00:00', to: '24:00' },
      { type: 'dates', dates: ['2026-11-27'], from: '00:00', to: '24:00' },
    ],
    [
      'by a rule, by its fields',
      { rule: 'FREQ=MONTHLY;BYDAY=2TU', firstDate: '2026-01-13', from: '09:00', to: '10:00' },
      {
        type: 'rrule',
        rule: 'FREQ=MONTHLY;BYDAY=2TU',
        firstDate: '2026-01-13',
        from: '09:00',
        to: '10:00',
      },
    ],
    [
      'once, by its fields',
      { start: '2026-12-20T00:00', end: '2027-01-04T06:00' },
      { type: 'once', start: '2026-12-20T00:00', end: '2027-01-04T06:00' },
    ],
    ['by a feed, by its fields', { feed: 'holidays' }, { type: 'feed', feed: 'holidays' }],
    ['always', { type: 'always' }, undefined],
    [
      'with a moved day',
      { ...weekly, moved: [{ date: '2026-12-22', toDate: '2026-12-21', reason: 'holidays' }] },
      undefined,
    ],
  ])('%s', (_, schedule, expected) => {
    const { policy, problems } = readPolicy({ windows: [{ id: 'w', kind: 'allow', schedule }] });
    expect(problems).toEqual([]);
    expect(policy?.windows).toEqual([{ id: 'w', kind: 'allow', schedule: expected ?? schedule }]);
  });

  it('is a freeze among freezes, without saying so', () => {
    const { policy, problems } = readPolicy({ freezes: [{ id: 'w', schedule: weekly }] });
    expect(problems).toEqual([]);
    expect(policy?.freezes).toEqual([{ id: 'w', kind: 'freeze', schedule: weekly }]);
  });

  it('may be refused without a schedule', () => {
    const refused = [{ id: 'office', notNeeded: 'We deploy whenever we like.' }];
    expect(readPolicy({ windows: refused })).toEqual({
      policy: { windows: refused },
      problems: [],
    });
  });

  it('may lose what it is not governed by', () => {
    const { policy, problems } = readPolicy({
      windows: [{ id: 'w', kind: 'allow', schedule: weekly, title: 4, reviewAt: 'soon' }],
    });
    expect(problems).toHaveLength(2);
    expect(policy?.windows).toEqual([{ id: 'w', kind: 'allow', schedule: weekly }]);
  });
});

describe('a window that cannot be read stays and says why', () => {
  it.each<[string, object, string, object]>([
    [
      'no end',
      { schedule: { days: ['tue'], from: '09:00' } },
      'window-incomplete .schedule: no end. Nothing is assumed',
      { unreadable: 'schedule: no end. Nothing is assumed' },
    ],
    [
      'no start',
      { schedule: { days: ['tue'], to: '09:00' } },
      'window-incomplete .schedule: no from. Nothing is assumed',
      { unreadable: 'schedule: no from' },
    ],
    [
      'two ends',
      { schedule: { ...weekly, elapsed: 'PT1H' } },
      'bad-schedule .schedule: two ends, to and elapsed',
      { unreadable: 'schedule: two ends, to and elapsed' },
    ],
    [
      'no schedule',
      {},
      'window-incomplete : no schedule. Nothing is assumed',
      { unreadable: 'no schedule. Nothing is assumed' },
    ],
    [
      'nothing after schedule',
      { schedule: null },
      'window-incomplete : no schedule. Nothing is assumed',
      { unreadable: 'no schedule. Nothing is assumed' },
    ],
    [
      'a schedule in words',
      { schedule: 'every Tuesday' },
      'wrong-type .schedule: "every Tuesday" is text; expected a block of fields',
      { unreadable: 'schedule: "every Tuesday" is text; expected a block of fields' },
    ],
    [
      'an unknown type',
      { schedule: { type: 'cron', cron: '0 9 * * 2' } },
      'unknown-word .schedule.type: "cron" is not known here; expected one of weekly, monthly, yearly, dates, rrule, once, feed, always',
      {},
    ],
    [
      'an hourly rule',
      {
        schedule: {
          type: 'rrule',
          rule: 'FREQ=HOURLY',
          firstDate: '2026-01-01',
          from: '09:00',
          to: '10:00',
        },
      },
      'bad-schedule .schedule.rule: "FREQ=HOURLY" is not a recurrence rule for days',
      {},
    ],
    [
      'a rule with hours',
      {
        schedule: {
          type: 'rrule',
          rule: 'FREQ=DAILY;BYHOUR=9',
          firstDate: '2026-01-01',
          from: '09:00',
          to: '10:00',
        },
      },
      'bad-schedule .schedule.rule: "FREQ=DAILY;BYHOUR=9" is not a recurrence rule for days',
      {},
    ],
    [
      'a time that is none',
      { schedule: { ...weekly, from: '9 am' } },
      'bad-schedule .schedule.from: "9 am" is not a time of day',
      {},
    ],
    [
      '24:00 as a start',
      { schedule: { ...weekly, from: '24:00' } },
      'bad-schedule .schedule.from: 24:00 is an end only',
      {},
    ],
    [
      'a long weekday',
      { schedule: { ...weekly, days: ['tue', 'wednesday'] } },
      'unknown-word .schedule.days[2]: "wednesday" is not known here; expected one of mon, tue, wed, thu, fri, sat, sun',
      {},
    ],
    [
      'a part nobody understands',
      { schedule: { ...weekly, untill: '2026-12-01' } },
      'unknown-field .schedule.untill: not understood',
      { unreadable: 'schedule.untill: not understood' },
    ],
    [
      'no weekday',
      { schedule: { ...weekly, days: [] } },
      'never-opens .schedule.days: never opens: no weekday is named',
      {},
    ],
    [
      '30 February',
      { schedule: { type: 'yearly', month: 2, on: { day: 30 }, from: '00:00', to: '24:00' } },
      'never-opens .schedule.on: never opens: month 2 has no day 30',
      {},
    ],
    [
      'no day left',
      {
        schedule: {
          type: 'dates',
          dates: ['2026-01-01'],
          except: ['2026-01-01'],
          from: '00:00',
          to: '24:00',
        },
      },
      'never-opens .schedule.dates: never opens: no day is left',
      {},
    ],
    [
      'valid until before it is valid',
      { schedule: { ...weekly, validFrom: '2026-02-01', validUntil: '2026-01-01' } },
      'never-opens .schedule.validUntil: never opens: it is before validFrom',
      {},
    ],
    [
      'over before it starts',
      { schedule: { type: 'once', start: '2027-01-04T06:00', end: '2026-12-20T00:00' } },
      'never-opens .schedule.end: never opens: it ends before it starts',
      {},
    ],
    [
      'an abbreviated zone',
      { schedule: weekly, timeZone: 'CST' },
      'bad-zone .timeZone: "CST" is not an IANA zone',
      { unreadable: 'timeZone: "CST" is not an IANA zone', schedule: weekly },
    ],
    [
      'an offset',
      { schedule: weekly, timeZone: '+02:00' },
      'bad-zone .timeZone: "+02:00" is not an IANA zone',
      {},
    ],
    [
      'a scope that is text',
      { schedule: weekly, scope: 'all services' },
      'wrong-type .scope: "all services" is text; expected a block of fields',
      {},
    ],
    [
      'one environment instead of a list',
      { schedule: weekly, environments: 'production' },
      'wrong-type .environments: "production" is text; expected a list',
      {},
    ],
    [
      'an unknown change type',
      { schedule: weekly, changeTypes: ['deploys'] },
      'unknown-word .changeTypes[1]: "deploys" is not known here; expected one of deploy, config, hotfix, rollback, restart, stop',
      {},
    ],
    [
      'holidays without a set',
      { schedule: weekly, holidays: { on: 'skip' } },
      'field-missing .holidays: no set; this is left out',
      { unreadable: 'holidays: no set' },
    ],
  ])('%s', (_, fields, problem, expected) => {
    const { policy, problems } = readPolicy({ freezes: [{ id: 'w', ...fields }] });
    const [code, ...rest] = problem.split(' ');
    expect(problems).toContain(
      `${code} deployPolicy.freezes[w]${rest.join(' ').replace(/^: /, ': ')}`,
    );
    const freezes = policy?.freezes;
    expect(isNotNeeded(freezes) ? [] : freezes).toEqual([
      expect.objectContaining({
        id: 'w',
        kind: 'freeze',
        unreadable: expect.any(String),
        ...expected,
      }),
    ]);
  });

  it.each([
    [
      'no kind',
      { id: 'w', schedule: weekly },
      'window-incomplete deployPolicy.windows[w]: no kind. Nothing is assumed',
      { id: 'w', schedule: weekly, unreadable: 'no kind. Nothing is assumed' },
    ],
    [
      'an unknown kind',
      { id: 'w', kind: 'deny', schedule: weekly },
      'unknown-word deployPolicy.windows[w].kind: "deny" is not known here; expected one of allow, freeze, notice',
      {
        id: 'w',
        schedule: weekly,
        unreadable: 'kind: "deny" is not known here; expected one of allow, freeze, notice',
      },
    ],
    [
      'no id',
      { kind: 'freeze', schedule: weekly },
      'id-missing deployPolicy.windows[1]: no id. The window is kept as one that cannot be read',
      {
        id: 'window-1',
        kind: 'freeze',
        schedule: weekly,
        unreadable: 'no id. The window is kept as one that cannot be read',
      },
    ],
    [
      'a sentence',
      'tuesdays at nine',
      'wrong-type deployPolicy.windows[1]: "tuesdays at nine" is text; expected a block of fields',
      { id: 'window-1', unreadable: '"tuesdays at nine" is text; expected a block of fields' },
    ],
  ])('%s', (_, window, problem, expected) => {
    const { policy, problems } = readPolicy({ windows: [window] });
    expect(problems).toEqual([problem]);
    expect(policy?.windows).toEqual([expected]);
  });

  it('the second of two with one id', () => {
    const { policy, problems } = readPolicy({
      freezes: [
        { id: 'w', schedule: weekly },
        { id: 'w', schedule: { type: 'always' } },
      ],
    });
    expect(problems).toEqual([
      'duplicate-id deployPolicy.freezes[w]: two windows with id w; the second is kept as one that cannot be read',
    ]);
    expect(policy?.freezes).toMatchObject([
      { id: 'w', schedule: weekly },
      { id: 'w-2', kind: 'freeze', schedule: { type: 'always' }, unreadable: expect.any(String) },
    ]);
  });

  it('an allow among the freezes', () => {
    const { policy } = readPolicy({ freezes: [{ id: 'w', kind: 'allow', schedule: weekly }] });
    expect(policy?.freezes).toMatchObject([
      { id: 'w', kind: 'freeze', unreadable: 'kind: allow stands among the freezes' },
    ]);
  });

  it('a list of windows that is none', () => {
    const { policy } = readPolicy({ freezes: 'in December' });
    expect(policy?.freezes).toEqual([
      { id: 'unreadable', unreadable: expect.stringContaining('"in December" is text') },
    ]);
  });

  it('its reason is not taken from a document', () => {
    const { policy, problems } = readPolicy({
      freezes: [{ id: 'w', schedule: weekly, unreadable: 'because' }],
      unreadable: ['limits'],
    });
    expect(problems).toEqual([
      'unknown-field deployPolicy.freezes[w].unreadable: not understood',
      'unknown-field deployPolicy.unreadable: not understood',
    ]);
    expect(policy).toEqual({ freezes: [{ id: 'w', kind: 'freeze', schedule: weekly }] });
  });
});

describe('what a policy demands', () => {
  it.each([
    [
      'a default as closed',
      { openByDefault: 'yes' },
      { openByDefault: false, unreadable: ['openByDefault'] },
    ],
    ['a mode as enforce', { mustFit: 'enforced' }, { mustFit: 'enforce', unreadable: ['mustFit'] }],
    [
      'readiness as enforce',
      { readiness: 'strict' },
      { readiness: 'enforce', unreadable: ['readiness'] },
    ],
    [
      'a mode inside readiness as enforce',
      { readiness: { mode: 'strict', from: '2027-01-01' } },
      { readiness: { mode: 'enforce', from: '2027-01-01' }, unreadable: ['readiness.mode'] },
    ],
    [
      'readiness without a mode as enforce',
      { readiness: { from: '2027-01-01' } },
      { readiness: 'enforce', unreadable: ['readiness'] },
    ],
    [
      'no answer as block',
      { onUnavailable: 'open' },
      { onUnavailable: 'block', unreadable: ['onUnavailable'] },
    ],
    [
      'limits as unreadable',
      { limits: { maxPerOpening: 'two' }, twoPerson: 1 },
      { unreadable: ['limits.maxPerOpening'] },
    ],
    [
      'a policy that is none as closed',
      'ask Ann',
      {
        openByDefault: false,
        mustFit: 'enforce',
        readiness: 'enforce',
        onUnavailable: 'block',
        unreadable: ['deployPolicy'],
      },
    ],
  ])('reads %s', (_, written, expected) => {
    expect(readPolicy(written).policy).toEqual(expected);
  });

  it('reads a deploy block that is none as closed', () => {
    const result = readInfraDocument({
      schema: SCHEMA,
      environments: [
        { name: 'production', deploy: 'never' },
        { name: 'ci', deploy: 'none' },
      ],
    });
    expect(result).toMatchObject({
      document: {
        environments: [
          { name: 'production', deploy: { openByDefault: false, unreadable: ['deploy'] } },
          { name: 'ci', deploy: 'none' },
        ],
      },
    });
  });

  it('without its zone, the windows that rely on it cannot be read', () => {
    const windows = [
      { id: 'own', kind: 'allow', schedule: weekly, timeZone: 'Europe/Brussels' },
      { id: 'relies', kind: 'allow', schedule: weekly },
    ];
    const result = readInfraDocument({
      schema: SCHEMA,
      deployPolicy: { timeZone: 'CET', windows },
      environments: [
        { name: 'production', deploy: { windows } },
        { name: 'ci', deploy: 'none' },
      ],
    });
    const expected = [
      { id: 'own' },
      { id: 'relies', unreadable: 'the time zone of deployPolicy could not be read' },
    ];
    expect(result).toMatchObject({
      document: {
        deployPolicy: { windows: expected },
        environments: [{ deploy: { windows: expected } }, { deploy: 'none' }],
      },
    });
    expect(JSON.stringify(result)).not.toContain('"own","kind":"allow","unreadable"');
  });
});
