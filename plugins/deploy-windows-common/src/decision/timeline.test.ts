import { anInput, aWindow, LEVELS } from '../testUtils/builders';
import { explain } from './explain';
import { nextOpenings } from './nextOpenings';
import { stampInput } from './stamp';
import { timeline } from './timeline';

const at = (text: string) => Date.parse(text);
const iso = (instant: number | undefined) =>
  instant && new Date(instant).toISOString().slice(5, 16);
const freeze = aWindow({
  kind: 'freeze',
  key: 'domain:default/city/wed',
  level: LEVELS.domain,
  title: 'Wednesday',
  schedule: { type: 'once', start: '2026-11-25T12:00', end: '2026-11-25T13:00' },
});
const staging = aWindow({
  key: `${LEVELS.system}/staging`,
  level: LEVELS.system,
  environments: ['staging'],
});
const input = anInput({ windows: [staging, freeze, aWindow()] });

describe('timeline', () => {
  it('has no holes, and neighbours differ', () => {
    const segments = timeline(input, at('2026-11-25T06:00Z'), at('2026-11-26T06:00Z'));
    expect(segments.map(({ start, end, state }) => `${iso(start)} ${iso(end)} ${state}`)).toEqual([
      '11-25T06:00 11-25T15:00 closed',
      '11-25T15:00 11-25T18:00 open',
      '11-25T18:00 11-25T19:00 freeze',
      '11-25T19:00 11-25T23:00 open',
      '11-25T23:00 11-26T06:00 closed',
    ]);
    expect(segments[2]?.rules).toEqual([freeze.key]);
  });

  it('is empty where nothing is asked', () => {
    expect(timeline(input, at('2026-11-25T06:00Z'), at('2026-11-25T06:00Z'))).toEqual([]);
  });
});

describe('nextOpenings', () => {
  it.each([
    [
      'as many as asked',
      { count: 3 },
      ['11-25T15:00 11-25T18:00', '11-25T19:00 11-25T23:00', '11-26T15:00 11-26T23:00'],
    ],
    [
      'within a time',
      { count: 9, within: 24 * 3_600_000 },
      ['11-25T15:00 11-25T18:00', '11-25T19:00 11-25T23:00'],
    ],
    ['none', { count: 0 }, []],
  ])('%s', (_, wanted, expected) => {
    const openings = nextOpenings(input, at('2026-11-25T06:00Z'), wanted);
    expect(openings.map(opening => `${iso(opening.at)} ${iso(opening.closes)}`)).toEqual(expected);
  });
});

describe('explain', () => {
  it('lists every window with what it does, outermost level first', () => {
    const { steps, outcome } = explain(input, at('2026-11-25T18:30Z'));
    expect(outcome).toBe('blocked');
    expect(steps).toMatchObject([
      {
        order: 0,
        window: freeze.key,
        governs: true,
        active: true,
        effect: 'holds',
        rule: freeze.key,
        start: at('2026-11-25T18:00Z'),
        end: at('2026-11-25T19:00Z'),
      },
      { order: 1, window: staging.key, governs: false, whyNot: 'environment', effect: 'none' },
      {
        order: 2,
        governs: true,
        active: true,
        effect: 'lets-through',
        rule: `allow:${LEVELS.component}`,
        end: at('2026-11-25T23:00Z'),
        nextStart: at('2026-11-26T15:00Z'),
      },
    ]);
  });

  it.each([
    [
      'exempted',
      {
        exemptions: [
          {
            id: 'e',
            freeze: freeze.key,
            target: input.request.target,
            start: 0,
            end: at('2027-01-01T00:00Z'),
            reason: 'r',
            grantedBy: 'user:default/ann',
          },
        ],
      },
    ],
    [
      'overridden',
      {
        overrides: [
          {
            id: 'o',
            target: input.request.target,
            rules: [freeze.key],
            start: 0,
            end: at('2027-01-01T00:00Z'),
            use: 'timed' as const,
            usableBy: ['external:ci-web'],
            reason: 'because it burns',
            requestedBy: 'user:default/ann',
            authority: [],
          },
        ],
      },
    ],
  ])('a freeze that is %s', (effect, rows) => {
    expect(explain({ ...input, ...rows }, at('2026-11-25T18:30Z')).steps[0]).toMatchObject({
      active: true,
      effect,
    });
  });

  it('a kind of change that a window does not gate', () => {
    const request = { ...input.request, changeType: 'rollback' as const };
    expect(explain({ ...input, request }, at('2026-11-25T18:30Z')).steps[0]).toMatchObject({
      governs: false,
      whyNot: 'change-type',
    });
  });
});

describe('the hash of an input', () => {
  const stamp = { tzdata: '2026c', declaredAsOf: 0, horizon: 1 };
  const { stamp: _, ...bare } = input;
  const hash = (own: typeof bare) =>
    stampInput(own, stamp, text => `sha256:${text.length}:${text}`).stamp.inputsHash;

  it('is the same for the same input, and another for another', () => {
    expect(hash(bare)).toBe(hash({ ...bare }));
    expect(hash(bare)).not.toBe(
      hash({ ...bare, request: { ...bare.request, principal: 'user:default/ann' } }),
    );
    expect(hash(bare)).not.toBe(hash(anInput({ windows: [aWindow()] })));
  });

  it('covers the zone data', () => expect(hash(bare)).toContain('"changes":['));
});
