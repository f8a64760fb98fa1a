import { anInput, aWindow, LEVELS } from '../testUtils/builders';
import { decide } from './decide';

const at = (text: string) => Date.parse(text);
const iso = (instant: number | undefined) =>
  instant === undefined ? undefined : new Date(instant).toISOString().slice(0, 16);

const officeHours = aWindow();
const domainFreeze = aWindow({
  key: 'domain:default/city/thanksgiving',
  level: LEVELS.domain,
  kind: 'freeze',
  title: 'Thanksgiving',
  schedule: { type: 'once', start: '2026-11-25T17:00', end: '2026-11-30T08:00' },
});
const ipmTuesdays = aWindow({
  key: `${LEVELS.systemProduction}/ipm-tuesdays`,
  level: LEVELS.systemProduction,
  kind: 'notice',
  title: 'Agreed with IPM',
  audience: 'system:default/noipm/ipm',
  schedule: { type: 'weekly', days: ['tue'], from: '09:00', to: '10:00' },
});
const ipm = {
  key: 'system:default/noipm/ipm',
  id: 'ipm',
  title: 'IPM staff',
  lead: 'PT24H',
  contacts: ['group:default/ipm-contacts'],
  require: 'any',
} as const;

describe('the example of the design: Tuesday 24 November 2026, 11:00 in Chicago', () => {
  const input = anInput({
    windows: [ipmTuesdays, domainFreeze],
    policy: { audiences: [ipm], expectedDuration: 20 * 60_000, mustFit: 'enforce' },
  });
  const decision = decide(input, at('2026-11-24T17:00Z'));

  it('is blocked because nobody was told', () => {
    expect(decision).toMatchObject({
      outcome: 'blocked',
      reasons: [
        {
          code: 'NOTICE_REQUIRED',
          rule: 'notice:system:default/noipm/ipm',
          window: ipmTuesdays.key,
          lead: 'PT24H',
          until: at('2026-12-01T15:00Z'),
        },
      ],
      notices: [{ audience: 'system:default/noipm/ipm', state: 'none', lead: 'PT24H' }],
      validUntil: at('2026-11-24T17:15Z'),
      retryAt: at('2026-11-24T17:05Z'),
      horizon: at('2027-12-29T17:00Z'),
    });
  });

  it('opens next at the agreed time', () => {
    expect(iso(decision.nextOpen?.at)).toBe('2026-12-01T15:00');
    expect(iso(decision.nextOpen?.latestStart)).toBe('2026-12-01T15:40');
    expect(decision.nextClose).toEqual({
      at: at('2026-12-01T16:00Z'),
      because: { gate: 'notice', rule: 'notice:system:default/noipm/ipm', by: ipmTuesdays.key },
    });
  });

  it('could go tomorrow at the same time if they were told now, until the freeze', () => {
    expect(decision.nextIfNotifiedNow).toEqual({
      at: at('2026-11-25T17:00Z'),
      latestStart: at('2026-11-25T22:40Z'),
      tell: ['system:default/noipm/ipm'],
      closes: at('2026-11-25T23:00Z'),
      because: { gate: 'freeze', rule: domainFreeze.key, by: domainFreeze.key },
    });
  });
});

describe('office hours and a freeze', () => {
  it.each([
    ['before opening', '2026-11-24T14:59Z', 'blocked', ['OUTSIDE_ALLOW'], '2026-11-24T15:00'],
    ['at opening', '2026-11-24T15:00Z', 'allowed', [], '2026-11-24T15:00'],
    ['in the last minute', '2026-11-24T22:59Z', 'allowed', [], '2026-11-24T22:59'],
    ['at closing', '2026-11-24T23:00Z', 'blocked', ['OUTSIDE_ALLOW'], '2026-11-25T15:00'],
    [
      'in the freeze, in hours',
      '2026-11-27T16:00Z',
      'blocked',
      ['FREEZE_ACTIVE'],
      '2026-11-30T15:00',
    ],
    [
      'in the freeze, at night',
      '2026-11-27T06:00Z',
      'blocked',
      ['FREEZE_ACTIVE', 'OUTSIDE_ALLOW'],
      '2026-11-30T15:00',
    ],
  ])('%s', (_, time, outcome, codes, nextOpen) => {
    const decision = decide(anInput({ windows: [officeHours, domainFreeze] }), at(time));
    expect(decision.outcome).toBe(outcome);
    const reasons = decision.outcome === 'blocked' ? decision.reasons : [];
    expect(reasons.map(({ code }) => code)).toEqual(codes);
    expect(iso(decision.nextOpen?.at)).toBe(nextOpen);
  });
});
