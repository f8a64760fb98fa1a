import { anInput, aPolicy, aWindow, LEVELS } from '../testUtils/builders';
import { DAY, HOUR, MINUTE } from '../time';
import type { DeployWindow } from '../schedule';
import { approveOverride } from './approveOverride';
import { decide } from './decide';
import { incidentFreeze } from './incidentFreeze';
import type { Override } from './override';
import { requestOverride, type OverrideWish } from './requestOverride';

const NOW = Date.parse('2026-11-24T17:00Z');
const TARGET = 'component:default/web#production';
const freeze = aWindow({
  kind: 'freeze',
  key: 'domain:default/city/year-end',
  level: LEVELS.domain,
  schedule: { type: 'always' },
});
const hard = { ...freeze, hard: true, overridableBy: ['group:default/release-managers'] };

const override: Override = {
  id: 'o1',
  target: TARGET,
  rules: [freeze.key],
  start: NOW - HOUR,
  end: NOW + HOUR,
  use: 'timed',
  usableBy: ['user:default/ann', 'external:ci-web'],
  reason: 'the payment page is down',
  requestedBy: 'user:default/ann',
  authority: ['user:default/ann'],
};

describe('E11: an override counts', () => {
  const ask = (own: Partial<Override>, windows: readonly DeployWindow[] = [freeze], request = {}) =>
    decide(anInput({ windows, overrides: [{ ...override, ...own }], request }), NOW);

  it('for its rules, and is named', () => {
    const decision = ask({});
    expect(decision).toMatchObject({
      outcome: 'allowed',
      overrides: ['o1'],
      grounds: [{ code: 'OPEN_BY_DEFAULT' }, { code: 'OVERRIDE', override: 'o1' }],
      finishBy: NOW + HOUR,
    });
    expect(decision.warnings).toContainEqual({ code: 'OVERRIDE_USED', about: 'o1' });
  });

  it.each<[string, Partial<Override>, object]>([
    ['not for another rule', { rules: ['domain:default/city/other'] }, {}],
    ['not for another target', { target: 'component:default/api#production' }, {}],
    ['not before it starts', { start: NOW + 1 }, {}],
    ['not from its end on', { end: NOW }, {}],
    ['not once it was revoked', { revokedAt: NOW - 1 }, {}],
    ['not once it was consumed, if single', { use: 'single', consumedAt: NOW - 1 }, {}],
    ['not for others', {}, { principal: 'external:other' }],
    [
      'not for a service that is in a group',
      { usableBy: ['group:default/web'] },
      { memberOf: ['group:default/web'] },
    ],
    ['not before a second person agreed', { twoPerson: true }, {}],
    [
      'not if the second person is the first',
      { twoPerson: true, approvedBy: 'user:default/ann' },
      {},
    ],
    ['not as an emergency, for a deploy', { emergency: true }, {}],
  ])('%s', (_, own, request) => {
    const decision = ask(own, [freeze], request);
    expect(decision.outcome).toBe('blocked');
    expect(decision.overrides).toEqual([]);
  });

  it.each<[string, Partial<Override>, object]>([
    [
      'for a user of a group',
      { usableBy: ['group:default/web'] },
      { principal: 'user:default/bo', memberOf: ['group:default/web'] },
    ],
    ['once a second person agreed', { twoPerson: true, approvedBy: 'user:default/cy' }, {}],
    ['again, if timed', { consumedAt: NOW - 1 }, {}],
  ])('%s', (_, own, request) => expect(ask(own, [freeze], request).outcome).toBe('allowed'));

  it('is not used where it is not needed', () => {
    expect(ask({}, [])).toMatchObject({ outcome: 'allowed', overrides: [] });
  });

  it.each<[string, readonly string[], string]>([
    ['nobody it names', ['user:default/ann'], 'blocked'],
    ['one it names', ['user:default/cy', 'group:default/release-managers'], 'allowed'],
  ])('of a hard freeze, granted by %s', (_, authority, outcome) =>
    expect(ask({ authority }, [hard]).outcome).toBe(outcome),
  );

  it.each([
    [
      'an allow',
      `allow:${LEVELS.component}`,
      [aWindow({ schedule: { type: 'weekly', days: ['sun'], from: '09:00', to: '10:00' } })],
    ],
    [
      'a freeze that cannot be read',
      freeze.key,
      [{ ...freeze, unreadable: { code: 'UNREADABLE', message: 'm' } as const }],
    ],
  ])('sets aside %s', (_, rule, windows) => {
    expect(ask({ rules: [rule] }, windows)).toMatchObject({
      outcome: 'allowed',
      overrides: ['o1'],
    });
  });

  it('sets aside the fit and the limits', () => {
    const own = { ...override, rules: ['fit:', 'limit:maxPerOpening'] };
    const wanted = {
      windows: [aWindow()],
      policy: { mustFit: 'enforce', limits: { maxPerOpening: 0 } },
      request: { duration: 10 * HOUR },
    } as const;
    expect(decide(anInput(wanted), NOW).outcome).toBe('blocked');
    expect(decide(anInput({ ...wanted, overrides: [own] }), NOW)).toMatchObject({
      outcome: 'allowed',
      overrides: ['o1'],
    });
  });

  it('never sets aside a lock or readiness', () => {
    const locks = [
      {
        id: 'l',
        key: TARGET,
        kind: 'hold',
        holder: 'user:default/ann',
        reason: 'r',
        since: 0,
        token: 1,
      },
    ] as const;
    const rules = ['lock:', 'readiness:', TARGET];
    const policy = { readiness: [{ mode: 'enforce', level: 'l' }] } as const;
    const decision = decide(anInput({ locks, policy, overrides: [{ ...override, rules }] }), NOW);
    expect(decision).toMatchObject({
      reasons: [{ code: 'READINESS_UNKNOWN' }, { code: 'LOCK_HELD' }],
    });
  });

  it('opens a time that is still to come', () => {
    const decision = ask({ start: NOW + HOUR, end: NOW + 2 * HOUR });
    expect(decision).toMatchObject({
      outcome: 'blocked',
      nextOpen: { at: NOW + HOUR },
      nextClose: { at: NOW + 2 * HOUR },
    });
  });
});

describe('E12: an emergency', () => {
  const audience = {
    key: 'system:default/noipm/ipm',
    id: 'ipm',
    title: 'IPM',
    lead: 'PT24H',
    contacts: [],
    require: 'any',
  } as const;
  const notice = aWindow({
    kind: 'notice',
    key: `${LEVELS.system}/n`,
    level: LEVELS.system,
    audience: audience.key,
    schedule: { type: 'weekly', days: ['sun'], from: '09:00', to: '10:00' },
  });

  it('lets a hotfix through and leaves the notice for afterwards', () => {
    const decision = decide(
      anInput({
        windows: [freeze, notice],
        policy: { audiences: [audience] },
        request: { changeType: 'hotfix' },
        overrides: [{ ...override, emergency: true, use: 'single' }],
      }),
      NOW,
    );
    expect(decision.outcome).toBe('allowed');
    expect(decision.warnings).toContainEqual({
      code: 'RETROSPECTIVE_NOTICE_DUE',
      about: `notice:${audience.key}`,
      at: NOW + HOUR,
    });
  });
});

describe('requestOverride', () => {
  const policy = aPolicy({
    windows: [freeze],
    override: { twoPerson: false, maxDuration: DAY },
    emergency: { by: ['group:default/on-call'], maxDuration: 4 * HOUR, noticeWithin: HOUR },
  });
  const wish: OverrideWish = {
    rules: [freeze.key],
    start: NOW,
    end: NOW + HOUR,
    use: 'single',
    usableBy: ['external:ci-web'],
    reason: 'the payment page is down',
  };
  const ask = (
    own: Partial<OverrideWish>,
    fields: Parameters<typeof aPolicy>[0] = {},
    memberOf: readonly string[] = [],
  ) =>
    requestOverride(
      { ...policy, ...fields },
      { ...wish, ...own },
      { principal: 'user:default/ann', memberOf },
      { id: 'o2', now: NOW },
    );

  it.each<[string, Partial<OverrideWish>, Parameters<typeof aPolicy>[0], readonly string[]]>([
    ['no reason', { reason: '  because ' }, {}, ['REASON_TOO_SHORT']],
    ['no rules', { rules: [] }, {}, ['NO_RULES']],
    ['a rule that is none', { rules: ['domain:default/city/typo'] }, {}, ['UNKNOWN_RULE']],
    ['a lock', { rules: ['lock:x'] }, {}, ['UNKNOWN_RULE']],
    ['no time', { end: NOW - HOUR }, {}, ['END_NOT_AFTER_START', 'ALREADY_OVER']],
    ['more than a day', { end: NOW + DAY + 1 }, {}, ['TOO_LONG']],
    [
      'more than the policy gives',
      { end: NOW + 2 * HOUR },
      { override: { twoPerson: false, maxDuration: HOUR } },
      ['TOO_LONG'],
    ],
    ['nobody to use it', { usableBy: [] }, {}, ['NOBODY_MAY_USE_IT']],
    [
      'somebody who may not',
      {},
      { override: { by: ['group:default/release-managers'], twoPerson: false, maxDuration: DAY } },
      ['NOT_PERMITTED'],
    ],
    ['a hard freeze', {}, { windows: [hard] }, ['FREEZE_IS_HARD']],
    ['an emergency by somebody not on call', { emergency: true }, {}, ['NOT_ON_CALL']],
    [
      'a timed emergency for later',
      { emergency: true, use: 'timed', start: NOW + 1, end: NOW + 5 * HOUR },
      {},
      ['TOO_LONG', 'NOT_ON_CALL', 'EMERGENCY_IS_SINGLE', 'EMERGENCY_STARTS_NOW'],
    ],
  ])('refuses %s', (_, own, fields, problems) =>
    expect(ask(own, fields)).toEqual({ outcome: 'refused', problems }),
  );

  it('makes one that counts at once', () => {
    expect(ask({})).toMatchObject({
      outcome: 'made',
      override: { id: 'o2', target: TARGET, authority: ['user:default/ann'] },
    });
    expect(ask({ emergency: true }, {}, ['group:default/on-call'])).toMatchObject({
      outcome: 'made',
      override: { emergency: true },
    });
  });

  it('makes one that waits for a second person, who is somebody else', () => {
    const twoPerson = { override: { twoPerson: true, maxDuration: DAY }, windows: [hard] };
    const made = ask({}, twoPerson);
    if (made.outcome !== 'made') throw new Error('was refused');
    expect(made.override).toMatchObject({ twoPerson: true, authority: [] });
    const approve = (principal: string, memberOf: readonly string[] = []) =>
      approveOverride({ ...policy, ...twoPerson }, made.override, { principal, memberOf }, NOW);
    expect(approve('user:default/ann', ['group:default/release-managers'])).toEqual({
      outcome: 'refused',
      problems: ['SAME_PERSON'],
    });
    expect(approve('user:default/bo')).toEqual({
      outcome: 'refused',
      problems: ['FREEZE_IS_HARD'],
    });
    expect(approve('user:default/cy', ['group:default/release-managers'])).toMatchObject({
      outcome: 'approved',
      override: {
        approvedBy: 'user:default/cy',
        authority: ['user:default/cy', 'group:default/release-managers'],
      },
    });
  });
});

describe('E13: an incident freeze', () => {
  const wish = {
    level: LEVELS.system,
    title: 'Incident',
    reason: 'database is failing over',
    owner: 'user:default/ann',
    overridableBy: ['group:default/on-call'],
  };
  const make = (fields: object = {}) =>
    incidentFreeze({ ...wish, ...fields }, { id: 'f', now: NOW });

  it('holds from now on and lifts itself', () => {
    const made = make();
    if (made.outcome !== 'made') throw new Error('was refused');
    const input = anInput({ windows: [made.window] });
    expect(decide(input, NOW - 1).outcome).toBe('allowed');
    expect(decide(input, NOW)).toMatchObject({
      outcome: 'blocked',
      reasons: [{ code: 'FREEZE_ACTIVE', hard: true, until: NOW + 4 * HOUR }],
      nextOpen: { at: NOW + 4 * HOUR },
    });
    expect(decide(input, NOW + 4 * HOUR).outcome).toBe('allowed');
  });

  it.each([
    ['without a reason', { reason: 'fire' }, 'REASON_TOO_SHORT'],
    ['without an end', { duration: 0 }, 'END_NOT_AFTER_START'],
    ['with no number as an end', { duration: NaN }, 'END_NOT_AFTER_START'],
    ['for a month', { duration: 30 * DAY }, 'TOO_LONG'],
  ])('%s is refused', (_, fields, problem) =>
    expect(make(fields)).toEqual({ outcome: 'refused', problems: [problem] }),
  );

  it('may be for a while only', () => {
    expect(make({ duration: 20 * MINUTE })).toMatchObject({
      window: { expiresAt: NOW + 20 * MINUTE },
    });
  });
});
