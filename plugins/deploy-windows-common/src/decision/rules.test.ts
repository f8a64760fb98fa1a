import { anInput, aWindow, LEVELS, someTables, type InputWanted } from '../testUtils/builders';
import { HOUR, MINUTE } from '../time';
import type { Deployment } from '../log';
import type { ChangeType, DeployWindow } from '../schedule';
import { decide } from './decide';
import type { Decision } from './decision';

const at = (text: string) => Date.parse(text);
// A Tuesday, 11:00 in Chicago.
const TUESDAY = '2026-11-24T17:00Z';

const weekly = (days: readonly string[], from: string, to: string) =>
  ({ type: 'weekly', days, from, to }) as NonNullable<DeployWindow['schedule']>;
const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri'];

const allow = (level: string, days: readonly string[], from: string, to: string, id = 'allow') =>
  aWindow({ level, key: `${level}/${id}`, title: id, schedule: weekly(days, from, to) });
const always = (fields: Partial<DeployWindow>) =>
  aWindow({
    key: `${fields.level ?? LEVELS.component}/${fields.kind}`,
    schedule: { type: 'always' },
    ...fields,
  });
const adHoc = (fields: Partial<DeployWindow>) =>
  always({ key: 'db:1', origin: 'database', kind: 'allow', ...fields });

function decideOn(time: string, wanted: InputWanted = {}): Decision {
  return decide(anInput(wanted), at(time));
}

function codes(decision: Decision): readonly string[] {
  return decision.outcome === 'blocked' ? decision.reasons.map(({ code }) => code) : [];
}

const warned = (decision: Decision) => decision.warnings.map(({ code }) => code);

describe('E1 to E3: a freeze, else every level that constrains, else the default', () => {
  const closed = { policy: { openByDefault: { open: false, level: LEVELS.domain } } };
  it.each<[string, InputWanted, readonly string[]]>([
    ['nothing is declared', {}, []],
    ['nothing is declared, closed by default', closed, ['CLOSED_BY_DEFAULT']],
    ['closed by default, an ad-hoc allow', { ...closed, windows: [adHoc({})] }, []],
    ['an allow that is active', { windows: [always({ kind: 'allow' })] }, []],
    [
      'an allow that is not',
      { windows: [allow(LEVELS.system, ['tue'], '08:00', '11:00')] },
      ['OUTSIDE_ALLOW'],
    ],
    [
      'the default is not asked where a level constrains',
      { ...closed, windows: [always({ kind: 'allow' })] },
      [],
    ],
    [
      'a freeze beats an allow',
      { windows: [always({ kind: 'allow' }), always({ kind: 'freeze' })] },
      ['FREEZE_ACTIVE'],
    ],
    [
      'a freeze beats an ad-hoc allow',
      { windows: [adHoc({}), always({ kind: 'freeze' })] },
      ['FREEZE_ACTIVE'],
    ],
    [
      'a union within a level',
      {
        windows: [
          allow(LEVELS.system, ['tue'], '08:00', '09:00', 'one'),
          allow(LEVELS.system, ['tue'], '10:00', '12:00', 'two'),
        ],
      },
      [],
    ],
    [
      'an intersection across levels',
      {
        windows: [
          always({ kind: 'allow', level: LEVELS.domain }),
          allow(LEVELS.component, ['mon'], '10:00', '12:00'),
        ],
      },
      ['OUTSIDE_ALLOW'],
    ],
    [
      'an ad-hoc allow joins the level it names',
      {
        windows: [
          allow(LEVELS.component, ['mon'], '10:00', '12:00'),
          adHoc({ level: LEVELS.component }),
        ],
      },
      [],
    ],
    [
      'an ad-hoc allow of another level does not help',
      {
        windows: [
          allow(LEVELS.component, ['mon'], '10:00', '12:00'),
          adHoc({ level: LEVELS.system }),
        ],
      },
      ['OUTSIDE_ALLOW'],
    ],
    [
      'an ad-hoc allow never closes',
      { windows: [adHoc({ schedule: weekly(['sun'], '09:00', '10:00') })] },
      [],
    ],
    [
      'every reason is said, in order',
      {
        windows: [
          allow(LEVELS.domain, ['mon'], '09:00', '10:00'),
          allow(LEVELS.system, ['mon'], '09:00', '10:00'),
          always({ kind: 'freeze' }),
        ],
      },
      ['FREEZE_ACTIVE', 'OUTSIDE_ALLOW', 'OUTSIDE_ALLOW'],
    ],
  ])('%s', (_, wanted, expected) => expect(codes(decideOn(TUESDAY, wanted))).toEqual(expected));

  // Domain / system / component, as the design gives them: the openings of one week, in Chicago's local time.
  it.each<[string, readonly DeployWindow[], string | undefined, string | undefined]>([
    [
      'a component narrows',
      [
        allow(LEVELS.domain, WEEKDAYS, '09:00', '17:00'),
        allow(LEVELS.component, ['tue'], '08:00', '10:00'),
      ],
      '2026-11-24T15:00Z',
      '2026-11-24T16:00Z',
    ],
    [
      'a system has both of its own',
      [
        allow(LEVELS.domain, WEEKDAYS, '09:00', '17:00'),
        allow(LEVELS.system, ['tue'], '09:00', '10:00', 'tue'),
        allow(LEVELS.system, ['thu'], '14:00', '15:00', 'thu'),
      ],
      '2026-11-24T15:00Z',
      '2026-11-24T16:00Z',
    ],
    [
      'levels that exclude each other never open',
      [
        allow(LEVELS.domain, WEEKDAYS, '09:00', '17:00'),
        allow(LEVELS.system, ['sat'], '10:00', '12:00'),
      ],
      undefined,
      undefined,
    ],
  ])('E2: %s', (_, windows, opens, closes) => {
    const decision = decideOn('2026-11-23T23:30Z', { windows });
    expect(decision.nextOpen?.at).toBe(opens && at(opens));
    expect(decision.nextClose?.at).toBe(closes && at(closes));
    expect(decision.horizonExceeded).toBe(opens === undefined);
  });
});

describe('E4 and E5: half-open, merged', () => {
  const morning = allow(LEVELS.system, ['tue'], '09:00', '12:00', 'morning');
  const noon = allow(LEVELS.system, ['tue'], '12:00', '15:00', 'noon');

  it('touching openings are one, and the end says which window it was', () => {
    const decision = decideOn(TUESDAY, { windows: [morning, noon] });
    expect(decision.nextClose).toEqual({
      at: at('2026-11-24T21:00Z'),
      because: { gate: 'allow', rule: `allow:${LEVELS.system}`, by: noon.key },
    });
    expect(decision).toMatchObject({ outcome: 'allowed', finishBy: at('2026-11-24T21:00Z') });
  });

  it.each([
    ['the last millisecond', at('2026-11-24T21:00Z') - 1, 'allowed'],
    ['the end', at('2026-11-24T21:00Z'), 'blocked'],
  ])('%s', (_, time, outcome) =>
    expect(decide(anInput({ windows: [morning, noon] }), time).outcome).toBe(outcome),
  );
});

describe('E6: what cannot be foreseen is named', () => {
  it('a lock', () => {
    const decision = decideOn(TUESDAY, {
      locks: [
        {
          id: 'l',
          key: 'component:default/web#production',
          kind: 'hold',
          holder: 'user:default/ann',
          reason: 'migration',
          since: 0,
          token: 1,
        },
      ],
    });
    expect(decision).toMatchObject({
      outcome: 'blocked',
      assumes: ['LOCK_HELD'],
      nextOpen: { at: at(TUESDAY) },
      lock: { held: { holder: 'user:default/ann' } },
    });
  });

  it('nothing up to the horizon is said, never guessed', () => {
    const decision = decideOn(TUESDAY, { windows: [always({ kind: 'freeze' })] });
    expect(decision.horizonExceeded).toBe(true);
    expect(decision.nextOpen).toBeUndefined();
    expect(decision.horizon).toBe(at('2027-12-29T17:00Z'));
  });
});

describe('E7: must-fit', () => {
  const hour = allow(LEVELS.system, ['tue', 'wed'], '10:30', '11:15');
  const wanted = (mustFit: 'off' | 'warn' | 'enforce', duration?: number): InputWanted => ({
    windows: [hour],
    policy: { mustFit },
    request: duration === undefined ? {} : { duration },
  });
  it.each<[string, InputWanted, readonly string[], readonly string[]]>([
    ['fits to the minute', wanted('enforce', 15 * MINUTE), [], ['CLOSES_SOON']],
    [
      'one millisecond too long',
      wanted('enforce', 15 * MINUTE + 1),
      ['WOULD_NOT_FIT'],
      ['CLOSES_SOON'],
    ],
    ['a warning', wanted('warn', HOUR), [], ['CLOSES_SOON', 'FIT_WARN']],
    ['off', wanted('off', HOUR), [], ['CLOSES_SOON']],
    ['nobody knows how long', wanted('enforce'), [], ['CLOSES_SOON']],
    [
      'declared',
      { ...wanted('enforce'), policy: { mustFit: 'enforce', expectedDuration: HOUR } },
      ['WOULD_NOT_FIT'],
      ['CLOSES_SOON'],
    ],
    [
      'a hotfix is warned',
      { ...wanted('enforce', HOUR), request: { changeType: 'hotfix', duration: HOUR } },
      [],
      ['CLOSES_SOON', 'FIT_WARN'],
    ],
  ])('%s', (_, input, reasons, warnings) => {
    const decision = decideOn(TUESDAY, input);
    expect(codes(decision)).toEqual(reasons);
    expect(warned(decision)).toEqual(warnings);
  });

  it('the next opening is one that is long enough', () => {
    const short = allow(LEVELS.system, ['wed'], '09:00', '09:30', 'short');
    const long = allow(LEVELS.system, ['thu'], '09:00', '11:00', 'long');
    const decision = decideOn(TUESDAY, { ...wanted('enforce', HOUR), windows: [short, long] });
    expect(decision.nextOpen).toMatchObject({
      at: at('2026-11-26T15:00Z'),
      latestStart: at('2026-11-26T16:00Z'),
    });
  });

  it('what is typical stands in for what is declared', () => {
    const past = Array.from({ length: 5 }, (_, index): Deployment => ({
      id: `${index}`,
      target: 'component:default/web#production',
      changeType: 'deploy',
      source: 'ci',
      externalId: `${index}`,
      startedAt: at('2026-11-01T10:00Z') + index * HOUR,
      finishedAt: at('2026-11-01T10:00Z') + index * HOUR + 30 * MINUTE,
      result: 'succeeded',
    }));
    const decision = decideOn(TUESDAY, { ...wanted('enforce'), recentDeployments: past });
    expect(codes(decision)).toEqual(['WOULD_NOT_FIT']);
    expect(decision.duration).toBe(30 * MINUTE);
  });
});

describe('E9: kinds of change', () => {
  const closedAll = [
    always({ kind: 'freeze' }),
    allow(LEVELS.system, ['sun'], '09:00', '10:00'),
    aWindow({
      kind: 'notice',
      key: `${LEVELS.system}/n`,
      level: LEVELS.system,
      audience: 'system:default/noipm/ipm',
      schedule: weekly(['sun'], '09:00', '10:00'),
    }),
  ];
  const ipm = {
    key: 'system:default/noipm/ipm',
    id: 'ipm',
    title: 'IPM',
    lead: 'PT24H',
    contacts: [],
    require: 'any',
  } as const;
  const lock = {
    id: 'l',
    key: 'component:default/web#production',
    kind: 'run',
    holder: 'external:ci-web',
    reason: 'deploying',
    since: 0,
    expiresAt: at('2026-11-24T18:00Z'),
    token: 1,
  } as const;

  it.each<[ChangeType, readonly string[], readonly string[]]>([
    [
      'deploy',
      ['FREEZE_ACTIVE', 'OUTSIDE_ALLOW', 'NOTICE_REQUIRED', 'READINESS_UNKNOWN', 'LOCK_HELD'],
      [],
    ],
    [
      'config',
      ['FREEZE_ACTIVE', 'OUTSIDE_ALLOW', 'NOTICE_REQUIRED', 'READINESS_UNKNOWN', 'LOCK_HELD'],
      [],
    ],
    [
      'hotfix',
      ['FREEZE_ACTIVE', 'OUTSIDE_ALLOW', 'NOTICE_REQUIRED', 'LOCK_HELD'],
      ['READINESS_WARN'],
    ],
    ['rollback', [], ['FREEZE_PASSED_BY_ROLLBACK', 'RETROSPECTIVE_NOTICE_DUE']],
    ['restart', [], ['LOCK_WARN']],
    ['stop', [], []],
  ])('%s', (changeType, reasons, warnings) => {
    const decision = decideOn(TUESDAY, {
      windows: closedAll,
      request: { changeType },
      policy: { audiences: [ipm], readiness: [{ mode: 'enforce', level: LEVELS.system }] },
      locks: [lock],
    });
    expect(codes(decision)).toEqual(reasons);
    expect(warned(decision)).toEqual(warnings);
  });

  it('a rollback by somebody else waits for the lock', () => {
    const locks = [{ ...lock, holder: 'external:other' }];
    expect(codes(decideOn(TUESDAY, { request: { changeType: 'rollback' }, locks }))).toEqual([
      'LOCK_HELD',
    ]);
  });

  it.each<[ChangeType, string]>([
    ['rollback', 'blocked'],
    ['deploy', 'allowed'],
  ])('a freeze that lists rollback only: %s', (changeType, outcome) => {
    const windows = [always({ kind: 'freeze', changeTypes: ['rollback'] })];
    expect(decideOn(TUESDAY, { windows, request: { changeType } }).outcome).toBe(outcome);
  });

  it('what passes windows says so', () => {
    expect(
      decideOn(TUESDAY, { windows: closedAll, request: { changeType: 'restart' } }),
    ).toMatchObject({
      outcome: 'allowed',
      grounds: [{ code: 'PASSES_WINDOWS', rule: 'restart' }],
    });
  });
});

describe('E10: an exemption', () => {
  const freeze = always({ kind: 'freeze', level: LEVELS.domain });
  const exemption = {
    id: 'e',
    freeze: freeze.key,
    target: 'component:default/web#production',
    start: at('2026-11-24T16:00Z'),
    end: at('2026-11-24T18:00Z'),
    reason: 'r',
    grantedBy: 'user:default/ann',
  };
  it.each([
    ['lifts its freeze', exemption, '2026-11-24T17:00Z', 'allowed'],
    ['begins at its start', exemption, '2026-11-24T15:59Z', 'blocked'],
    ['is over at its end', exemption, '2026-11-24T18:00Z', 'blocked'],
    [
      'of another freeze does not',
      { ...exemption, freeze: 'other' },
      '2026-11-24T17:00Z',
      'blocked',
    ],
    [
      'of another target does not',
      { ...exemption, target: 'other' },
      '2026-11-24T17:00Z',
      'blocked',
    ],
    [
      'that was revoked does not',
      { ...exemption, revokedAt: at('2026-11-24T16:30Z') },
      '2026-11-24T17:00Z',
      'blocked',
    ],
  ])('%s', (_, own, time, outcome) =>
    expect(decideOn(time, { windows: [freeze], exemptions: [own] }).outcome).toBe(outcome),
  );
});

describe('E17: days are the days it opens', () => {
  it('Friday night is still open on Saturday', () => {
    const windows = [allow(LEVELS.system, ['fri'], '21:00', '05:00')];
    expect(decideOn('2026-11-28T06:49Z', { windows }).outcome).toBe('allowed');
    expect(decideOn('2026-11-28T11:00Z', { windows }).outcome).toBe('blocked');
  });
});

describe('E19: audiences', () => {
  const audience = {
    key: 'system:default/noipm/ipm',
    id: 'ipm',
    title: 'IPM staff',
    lead: 'PT24H',
    contacts: [],
    require: 'any',
  } as const;
  const tuesdays = aWindow({
    kind: 'notice',
    key: `${LEVELS.system}/tue`,
    level: LEVELS.system,
    audience: audience.key,
    schedule: weekly(['tue'], '09:00', '10:00'),
  });
  const notice = {
    id: 'n',
    audience: audience.key,
    target: 'component:default/web#production',
    from: at('2026-11-24T16:30Z'),
    to: at('2026-11-24T20:00Z'),
    effectiveAt: at('2026-11-23T16:45Z'),
    state: 'sent',
  } as const;
  const ask = (time: string, notices: InputWanted['notices'] = []) =>
    decideOn(time, {
      windows: [tuesdays],
      policy: { audiences: [audience] },
      ...(notices && { notices }),
    });

  it.each<[string, string, InputWanted['notices'], readonly string[], string]>([
    ['inside an agreed time', '2026-11-24T15:30Z', [], [], 'free'],
    ['outside', '2026-11-24T17:00Z', [], ['NOTICE_REQUIRED'], 'none'],
    ['told, the lead is over', '2026-11-24T17:00Z', [notice], [], 'free'],
    [
      'told, inside the range, the lead still runs',
      '2026-11-24T16:44Z',
      [notice],
      ['NOTICE_PENDING'],
      'pending',
    ],
    ['told, the lead is over to the minute', '2026-11-24T16:45Z', [notice], [], 'free'],
    ['after the announced range', '2026-11-24T20:00Z', [notice], ['NOTICE_REQUIRED'], 'none'],
    ['recorded by hand', '2026-11-24T17:00Z', [{ ...notice, state: 'recorded' }], [], 'free'],
    [
      'nobody knows whether it arrived',
      '2026-11-24T17:00Z',
      [{ ...notice, state: 'unconfirmed' }],
      ['NOTICE_REQUIRED'],
      'unconfirmed',
    ],
    [
      'it failed',
      '2026-11-24T17:00Z',
      [{ ...notice, state: 'failed' }],
      ['NOTICE_REQUIRED'],
      'failed',
    ],
    [
      'it was withdrawn',
      '2026-11-24T17:00Z',
      [{ ...notice, state: 'withdrawn' }],
      ['NOTICE_REQUIRED'],
      'none',
    ],
    [
      'of another target',
      '2026-11-24T17:00Z',
      [{ ...notice, target: 'other' }],
      ['NOTICE_REQUIRED'],
      'none',
    ],
  ])('%s', (_, time, notices, expected, state) => {
    const decision = ask(time, notices);
    expect(codes(decision)).toEqual(expected);
    expect(decision.notices).toEqual([{ audience: audience.key, lead: 'PT24H', state }]);
  });

  it('all audiences must be free', () => {
    const other = { ...audience, key: 'system:default/noipm/desk', id: 'desk' };
    const mondays = {
      ...tuesdays,
      key: `${LEVELS.system}/mon`,
      audience: other.key,
      schedule: weekly(['mon'], '09:00', '10:00'),
    };
    const decision = decideOn('2026-11-24T15:30Z', {
      windows: [tuesdays, mondays],
      policy: { audiences: [audience, other] },
    });
    expect(codes(decision)).toEqual(['NOTICE_REQUIRED']);
    expect(decision.nextIfNotifiedNow).toMatchObject({
      at: at('2026-11-25T15:30Z'),
      tell: ['system:default/noipm/desk', audience.key],
    });
  });

  it('business days of the audience: told on Wednesday before Thanksgiving, free on Monday', () => {
    const business = { ...audience, lead: '1bd', timeZone: 'America/Chicago', holidays: 'us' };
    const holidays = {
      us: { first: '2026-01-01', last: '2029-01-01', dates: ['2026-11-26', '2026-11-27'] },
    };
    const decision = decideOn('2026-11-25T17:00Z', {
      windows: [tuesdays],
      policy: { audiences: [business] },
      tables: someTables({ holidays }),
    });
    expect(decision.nextIfNotifiedNow?.at).toBe(at('2026-11-30T17:00Z'));
  });

  it('an audience nobody described is never free outside its times', () => {
    const decision = decideOn(TUESDAY, { windows: [tuesdays], notices: [notice] });
    expect(codes(decision)).toEqual(['INPUT_INVALID']);
    expect(decision.nextIfNotifiedNow).toBeUndefined();
  });
});

describe('E20: readiness', () => {
  const verdict = {
    subject: 'component:default/web#production',
    verdict: 'ready',
    openMust: [],
    evaluatedAt: at('2026-11-24T16:00Z'),
    validUntil: at('2026-11-25T16:00Z'),
  } as const;
  const open = [{ id: 'b', title: 'backups are not tested', status: 'not-met' }];
  it.each<
    [
      string,
      'off' | 'report' | 'warn' | 'enforce',
      InputWanted['readiness'],
      readonly string[],
      readonly string[],
    ]
  >([
    ['ready', 'enforce', verdict, [], []],
    ['ready with waivers', 'enforce', { ...verdict, verdict: 'ready-with-waivers' }, [], []],
    [
      'not ready',
      'enforce',
      { ...verdict, verdict: 'not-ready', openMust: open },
      ['READINESS_NOT_READY'],
      [],
    ],
    [
      'never assessed',
      'enforce',
      { ...verdict, verdict: 'not-assessed' },
      ['READINESS_UNKNOWN'],
      [],
    ],
    ['no verdict', 'enforce', undefined, ['READINESS_UNKNOWN'], []],
    ['out of date', 'enforce', { ...verdict, validUntil: at(TUESDAY) }, ['READINESS_UNKNOWN'], []],
    [
      'not ready, warn',
      'warn',
      { ...verdict, verdict: 'not-ready', openMust: open },
      [],
      ['READINESS_WARN'],
    ],
    ['not ready, report', 'report', { ...verdict, verdict: 'not-ready' }, [], []],
    ['not ready, off', 'off', { ...verdict, verdict: 'not-ready' }, [], []],
  ])('%s', (_, mode, readiness, reasons, warnings) => {
    const decision = decideOn(TUESDAY, {
      policy: { readiness: [{ mode, level: LEVELS.system }] },
      ...(readiness && { readiness }),
    });
    expect(codes(decision)).toEqual(reasons);
    expect(warned(decision)).toEqual(warnings);
  });

  it.each<[string, readonly string[] | undefined, readonly string[]]>([
    ['all of them', undefined, ['READINESS_NOT_READY']],
    ['the checklist that asks for it', ['launch'], ['READINESS_NOT_READY']],
    ['one of several', ['costs', 'launch'], ['READINESS_NOT_READY']],
    ['another checklist', ['costs'], []],
  ])('counts the open must-haves of %s', (_, checklists, reasons) => {
    const decision = decideOn(TUESDAY, {
      policy: {
        readiness: [
          {
            mode: 'enforce',
            level: LEVELS.system,
            ...(checklists !== undefined && { checklists }),
          },
        ],
      },
      readiness: {
        ...verdict,
        verdict: 'not-ready',
        openMust: open.map(must => ({ ...must, checklists: ['launch'] })),
      },
    });
    expect(codes(decision)).toEqual(reasons);
  });

  it('holds for one checklist where another only warns', () => {
    const [backups] = open;
    const decision = decideOn(TUESDAY, {
      policy: {
        readiness: [
          { mode: 'enforce', level: LEVELS.domain, checklists: ['launch'] },
          { mode: 'warn', level: LEVELS.system },
        ],
      },
      readiness: {
        ...verdict,
        verdict: 'not-ready',
        openMust: [
          { id: 'b', title: backups?.title ?? '', status: 'fail', checklists: ['launch'] },
          { id: 'c', title: 'costs are not known', status: 'unknown' },
        ],
      },
    });
    expect(decision.outcome === 'blocked' && decision.reasons).toMatchObject([
      { code: 'READINESS_NOT_READY', open: ['backups are not tested'] },
    ]);
  });

  it('holds from its start date on, and the answer is not valid beyond it', () => {
    const policy = {
      readiness: [{ mode: 'enforce', from: at('2026-11-24T17:05Z'), level: LEVELS.system }],
    } as const;
    expect(decideOn(TUESDAY, { policy })).toMatchObject({
      outcome: 'allowed',
      validUntil: at('2026-11-24T17:05Z'),
    });
    expect(codes(decideOn('2026-11-24T17:05Z', { policy }))).toEqual(['READINESS_UNKNOWN']);
  });
});

describe('E22: limits', () => {
  const windows = [allow(LEVELS.system, ['mon', 'tue'], '09:00', '17:00')];
  const past = (time: string, fields: Partial<Deployment> = {}): Deployment => ({
    id: time,
    target: 't',
    changeType: 'deploy',
    source: 'ci',
    externalId: time,
    startedAt: at(time),
    finishedAt: at(time) + 10 * MINUTE,
    result: 'succeeded',
    ...fields,
  });
  it.each<[string, InputWanted, readonly string[]]>([
    [
      'enough in this opening',
      {
        windows,
        policy: { limits: { maxPerOpening: 2 } },
        recentDeployments: [past('2026-11-24T15:00Z'), past('2026-11-24T16:00Z')],
      },
      ['LIMIT_REACHED'],
    ],
    [
      'one of them was in the opening before',
      {
        windows,
        policy: { limits: { maxPerOpening: 2 } },
        recentDeployments: [past('2026-11-23T22:00Z'), past('2026-11-24T16:00Z')],
      },
      [],
    ],
    [
      'a rollback does not count',
      {
        windows,
        policy: { limits: { maxPerOpening: 1 } },
        recentDeployments: [past('2026-11-24T16:00Z', { changeType: 'rollback' })],
      },
      [],
    ],
    [
      'too soon after the last one',
      { policy: { limits: { minGap: HOUR } }, recentDeployments: [past('2026-11-24T16:00Z')] },
      ['LIMIT_REACHED'],
    ],
    [
      'a gap to the minute',
      {
        policy: { limits: { minGap: 50 * MINUTE } },
        recentDeployments: [past('2026-11-24T16:00Z')],
      },
      [],
    ],
    [
      'days count where nothing closes',
      { policy: { limits: { maxPerOpening: 1 } }, recentDeployments: [past('2026-11-24T06:30Z')] },
      ['LIMIT_REACHED'],
    ],
    [
      'yesterday is another day',
      { policy: { limits: { maxPerOpening: 1 } }, recentDeployments: [past('2026-11-24T05:30Z')] },
      [],
    ],
    [
      'a hotfix passes',
      { request: { changeType: 'hotfix' }, policy: { limits: { maxPerOpening: 0 } } },
      [],
    ],
  ])('%s', (_, wanted, expected) => expect(codes(decideOn(TUESDAY, wanted))).toEqual(expected));
});

describe('E24: what cannot be read', () => {
  const unreadable = { code: 'UNREADABLE', message: 'no end' } as const;
  it.each<[string, InputWanted, readonly string[]]>([
    ['a freeze holds', { windows: [always({ kind: 'freeze', unreadable })] }, ['INPUT_INVALID']],
    [
      'an allow still constrains its level',
      { windows: [always({ kind: 'allow', unreadable })] },
      ['INPUT_INVALID', 'OUTSIDE_ALLOW'],
    ],
    [
      'another allow of the level opens',
      {
        windows: [
          always({ kind: 'allow', unreadable }),
          allow(LEVELS.component, ['tue'], '09:00', '17:00', 'other'),
        ],
      },
      [],
    ],
    [
      'limits hold',
      { policy: { problems: [{ level: LEVELS.system, field: 'limits', message: 'm' }] } },
      ['INPUT_INVALID'],
    ],
    [
      'a document that was refused holds',
      { problems: [{ code: 'INPUT_INVALID', source: 'domain:default/city', text: 'refused' }] },
      ['INPUT_INVALID'],
    ],
    [
      'no answer, block',
      { problems: [{ code: 'INPUT_UNAVAILABLE', source: 'catalog', text: 'down' }] },
      ['INPUT_UNAVAILABLE'],
    ],
    [
      'no answer, allow',
      {
        policy: { onUnavailable: 'allow' },
        problems: [{ code: 'INPUT_UNAVAILABLE', source: 'catalog', text: 'down' }],
      },
      [],
    ],
    [
      'a rollback is not held by it',
      {
        request: { changeType: 'rollback' },
        problems: [{ code: 'INPUT_INVALID', source: 's', text: 't' }],
      },
      [],
    ],
  ])('%s', (_, wanted, expected) => expect(codes(decideOn(TUESDAY, wanted))).toEqual(expected));

  it.each(['2020-01-01T00:00Z', '2040-01-01T00:00Z'])('no zone data for %s', time =>
    expect(codes(decideOn(time))).toEqual(['INPUT_UNAVAILABLE']),
  );

  it('says which window, which level and who repairs it', () => {
    const windows = [
      always({ kind: 'freeze', unreadable, owner: 'group:default/web', title: 'Year end' }),
    ];
    expect(decideOn(TUESDAY, { windows })).toMatchObject({
      reasons: [
        {
          title: 'Year end',
          owner: 'group:default/web',
          text: 'no end',
          problem: 'UNREADABLE',
          clearedBy: ['repair', 'exemption', 'override'],
        },
      ],
    });
  });
});

describe('warnings', () => {
  it('a change of the clocks is near', () => {
    const windows = [always({ kind: 'allow' })];
    expect(warned(decideOn('2026-10-31T12:00Z', { windows }))).toEqual(['NEAR_CLOCK_CHANGE']);
    expect(warned(decideOn('2026-11-03T12:00Z', { windows }))).toEqual([]);
  });

  it.each(['CATALOG_STALE', 'FEED_STALE', 'TZDATA_DISPUTED', 'RELATED_DEPLOY'] as const)(
    '%s never blocks',
    code => {
      const decision = decideOn(TUESDAY, { problems: [{ code, source: 's', text: 't' }] });
      expect(decision.outcome).toBe('allowed');
      expect(decision.warnings).toEqual([{ code, about: 's', text: 't' }]);
    },
  );
});

it('every decision says what it was made with', () => {
  expect(decideOn(TUESDAY)).toMatchObject({
    evaluator: '1.0.0',
    tzdata: 'test',
    inputsHash: 'test',
    declaredAsOf: at('2026-11-24T00:00Z'),
  });
});
