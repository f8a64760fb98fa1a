import fc from 'fast-check';
import { DAY, HOUR, MINUTE, type Instant } from '../time';
import type { DeployWindow, EffectivePolicy, WindowKind } from '../schedule';
import { anInput, aTarget, aWindow, LEVELS, someTables } from '../testUtils/builders';
import { decide } from './decide';
import type { Decision } from './decision';
import { explain } from './explain';
import type { DecisionInput } from './input';
import { nextOpenings } from './nextOpenings';
import { compile } from './compile';
import { recordedInput, replayInput, stampInput } from './stamp';
import { timeline } from './timeline';

// Around the night in which Chicago and New York repeat an hour.
const FIRST = Date.parse('2026-10-26T00:00Z');
const tables = someTables({
  zones: ['America/Chicago', 'Australia/Lord_Howe', 'UTC'],
  start: FIRST - 60 * DAY,
  end: FIRST + 90 * DAY,
});
const AUDIENCE = 'system:default/noipm/ipm';
const runs = (numRuns: number) => ({ seed: 20261124, numRuns: 3 * numRuns });

const clock = fc
  .tuple(fc.integer({ min: 0, max: 95 }), fc.integer({ min: 1, max: 95 }))
  .map(([from, length]) => ({ from: quarter(from), to: quarter((from + length) % 96) }));
const days = fc.subarray(['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const, {
  minLength: 1,
});
const aSchedule = fc.oneof(
  fc.record({ type: fc.constant('weekly' as const), days, clock }),
  fc.record({ type: fc.constant('monthly' as const), day: fc.integer({ min: 1, max: 31 }), clock }),
);

interface Kinds {
  readonly kind?: WindowKind;
  readonly level?: string;
  readonly origin?: DeployWindow['origin'];
}

function windows({ kind, level, origin }: Kinds = {}) {
  return fc
    .record({
      id: fc.uuid(),
      kind: kind ? fc.constant(kind) : fc.constantFrom<WindowKind>('allow', 'freeze', 'notice'),
      level: level ? fc.constant(level) : fc.constantFrom(...Object.values(LEVELS)),
      origin: fc.constant(origin ?? 'catalog'),
      timeZone: fc.constantFrom('America/Chicago', 'Australia/Lord_Howe', 'UTC'),
      schedule: aSchedule,
    })
    .map(({ id, schedule, ...fields }) => {
      const rule =
        schedule.type === 'weekly'
          ? { type: schedule.type, days: schedule.days, ...schedule.clock }
          : { type: schedule.type, on: { day: schedule.day }, ...schedule.clock };
      return aWindow({
        ...fields,
        key: `${fields.level}/${id}`,
        schedule: rule,
        ...(fields.kind === 'notice' && { audience: AUDIENCE }),
      });
    });
}

const someWindows = fc.array(windows(), { maxLength: 6 });
const instants = fc.integer({ min: 0, max: 14 * 1440 - 1 }).map(minute => FIRST + minute * MINUTE);
const defaults = fc.boolean();

function inputOf(
  list: readonly DeployWindow[],
  open = true,
  policy: Partial<EffectivePolicy> = {},
): DecisionInput {
  return anInput({
    windows: list,
    tables,
    policy: {
      audiences: [
        { key: AUDIENCE, id: 'ipm', title: 'IPM', lead: 'PT24H', contacts: [], require: 'any' },
      ],
      openByDefault: { open, level: 'configuration' },
      ...policy,
    },
    stamp: { tzdata: 't', inputsHash: 'h', declaredAsOf: 0, horizon: 20 * DAY },
  });
}

function quarter(index: number): string {
  const pad = (value: number) => String(value).padStart(2, '0');
  return `${pad(Math.floor(index / 4))}:${pad((index % 4) * 15)}`;
}

function isAllowed(input: DecisionInput, at: Instant): boolean {
  return decide(input, at).outcome === 'allowed';
}

/** What schedules decide, without words about which rule it was. */
function schedulePart({ outcome, nextOpen, nextClose }: Decision) {
  return { outcome, opens: nextOpen?.at, closes: nextClose?.at };
}

describe('laws of decisions', () => {
  it('adding a freeze never opens, so removing one never closes', () => {
    fc.assert(
      fc.property(
        someWindows,
        windows({ kind: 'freeze' }),
        instants,
        defaults,
        (list, freeze, at, open) => {
          const before = isAllowed(inputOf(list, open), at);
          expect(isAllowed(inputOf([...list, freeze], open), at) && !before).toBe(false);
        },
      ),
      runs(300),
    );
  });

  it('another allow in a level that constrains never closes', () => {
    const level = LEVELS.system;
    const allow = windows({ kind: 'allow', level });
    fc.assert(
      fc.property(someWindows, allow, allow, instants, defaults, (list, first, more, at, open) => {
        const before = isAllowed(inputOf([...list, first], open), at);
        expect(before && !isAllowed(inputOf([...list, first, more], open), at)).toBe(false);
      }),
      runs(300),
    );
  });

  it('an ad-hoc allow never closes anything', () => {
    const adHoc = windows({ kind: 'allow', origin: 'database' });
    fc.assert(
      fc.property(someWindows, adHoc, instants, defaults, (list, allow, at, open) => {
        const before = isAllowed(inputOf(list, open), at);
        expect(before && !isAllowed(inputOf([...list, allow], open), at)).toBe(false);
      }),
      runs(300),
    );
  });

  it('a first allow on a further level never opens where another level constrains', () => {
    const outer = windows({ kind: 'allow', level: LEVELS.domain });
    const inner = windows({ kind: 'allow', level: LEVELS.component });
    fc.assert(
      fc.property(outer, inner, instants, (first, more, at) => {
        const before = isAllowed(inputOf([first], false), at);
        expect(!before && isAllowed(inputOf([first, more], false), at)).toBe(false);
      }),
      runs(300),
    );
  });

  it('the timeline says the same as the decision, whenever it is asked', () => {
    fc.assert(
      fc.property(
        someWindows,
        defaults,
        fc.array(instants, { minLength: 5 }),
        (list, open, times) => {
          const input = inputOf(list, open);
          const segments = timeline(input, FIRST, FIRST + 14 * DAY);
          for (const at of times) {
            const segment = segments.find(({ start, end }) => start <= at && at < end);
            expect(segment?.state === 'open').toBe(isAllowed(input, at));
          }
          expect(segments.slice(1).map(({ start }) => start)).toEqual(
            segments.slice(0, -1).map(({ end }) => end),
          );
        },
      ),
      runs(150),
    );
  });

  it('nothing between now and nextOpen is open, and nextOpen is', () => {
    fc.assert(
      fc.property(someWindows, instants, defaults, fc.array(fc.nat()), (list, at, open, draws) => {
        const input = inputOf(list, open);
        const { nextOpen, horizon, horizonExceeded } = decide(input, at);
        const end = nextOpen?.at ?? horizon;
        expect(horizonExceeded).toBe(nextOpen === undefined);
        expect(nextOpen === undefined || isAllowed(input, nextOpen.at)).toBe(true);
        const between = draws.map(draw => at + (draw % Math.max(1, end - at)));
        const closed = [...between, end - 1].filter(time => time >= at && time < end);
        for (const time of closed) expect(isAllowed(input, time)).toBe(false);
      }),
      runs(200),
    );
  });

  it('nextClose is the first closed instant after nextOpen, and there is no hole before it', () => {
    fc.assert(
      fc.property(someWindows, instants, defaults, fc.array(fc.nat()), (list, at, open, draws) => {
        const input = inputOf(list, open);
        const { nextOpen, nextClose } = decide(input, at);
        if (!nextOpen || !nextClose) return;
        expect(isAllowed(input, nextClose.at)).toBe(false);
        for (const draw of draws) {
          const inside = nextOpen.at + (draw % (nextClose.at - nextOpen.at));
          expect(isAllowed(input, inside)).toBe(true);
        }
      }),
      runs(200),
    );
  });

  it('what is promised for a notice now comes true once it is sent, and is never later than without', () => {
    const notice = windows({ kind: 'notice' });
    fc.assert(
      fc.property(someWindows, notice, instants, (list, own, at) => {
        const input = inputOf([...list, own]);
        const { nextIfNotifiedNow, nextOpen } = decide(input, at);
        if (!nextIfNotifiedNow) return;
        expect(nextIfNotifiedNow.at).toBeLessThanOrEqual(nextOpen?.at ?? Infinity);
        const told: DecisionInput = {
          ...input,
          notices: [
            {
              id: 'n',
              audience: AUDIENCE,
              target: aTarget().key,
              from: at,
              to: at + 60 * DAY,
              effectiveAt: at,
              state: 'sent',
            },
          ],
        };
        expect(decide(told, at).nextOpen?.at).toBe(nextIfNotifiedNow.at);
        expect(isAllowed(told, nextIfNotifiedNow.at)).toBe(true);
      }),
      runs(200),
    );
  });

  it('the outcome does not change before validUntil', () => {
    const fits = fc.constantFrom<EffectivePolicy['mustFit']>('off', 'warn', 'enforce');
    fc.assert(
      fc.property(someWindows, instants, fits, fc.nat(), (list, at, mustFit, draw) => {
        const input = inputOf(list, true, { mustFit, expectedDuration: 20 * MINUTE });
        const { outcome, validUntil } = decide(input, at);
        expect(validUntil).toBeGreaterThan(at);
        expect(validUntil).toBeLessThanOrEqual(at + 15 * MINUTE);
        for (const later of [validUntil - 1, at + (draw % (validUntil - at))]) {
          expect(decide(input, later).outcome).toBe(outcome);
        }
      }),
      runs(300),
    );
  });

  it('nor does it where locks, limits, readiness and overrides have their say', () => {
    const soon = fc.integer({ min: -20, max: 20 });
    fc.assert(
      fc.property(
        someWindows,
        instants,
        fc.array(soon, { minLength: 8, maxLength: 8 }),
        fc.nat(),
        (list, at, draws, draw) => {
          const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = draws.map(
            minutes => at + minutes * MINUTE,
          );
          const target = aTarget().key;
          const input: DecisionInput = {
            ...inputOf(list, true, {
              limits: { minGap: 5 * MINUTE, maxPerOpening: 1 },
              readiness: [{ mode: 'enforce', from: g, level: 'l' }],
            }),
            locks: [
              {
                id: 'l',
                key: target,
                kind: 'run',
                holder: 'h',
                reason: 'r',
                since: Math.min(a, b),
                expiresAt: Math.max(a, b),
                token: 1,
              },
            ],
            recentDeployments: [
              {
                id: 'd',
                target,
                changeType: 'deploy',
                source: 's',
                externalId: 'e',
                startedAt: c,
                finishedAt: c + MINUTE,
                result: 'succeeded',
              },
            ],
            readiness: {
              subject: target,
              verdict: 'ready',
              openMust: [],
              evaluatedAt: 0,
              validUntil: d,
            },
            overrides: [
              {
                id: 'o',
                target,
                rules: [
                  ...list.map(({ key }) => key),
                  'limit:minGap',
                  'limit:maxPerOpening',
                  `notice:${AUDIENCE}`,
                  ...Object.values(LEVELS).map(level => `allow:${level}`),
                ],
                start: Math.min(e, f),
                end: Math.max(e, f),
                use: 'timed',
                usableBy: ['external:ci-web'],
                reason: 'because it burns',
                requestedBy: 'user:default/ann',
                authority: [],
                revokedAt: h,
              },
            ],
          };
          const { outcome, validUntil } = decide(input, at);
          for (const later of [validUntil - 1, at + (draw % (validUntil - at))]) {
            expect(decide(input, later).outcome).toBe(outcome);
          }
        },
      ),
      runs(300),
    );
  });

  it('nothing that is written in a window makes it throw, or opens what was closed', () => {
    const junk = fc.record({
      schedule: fc.oneof(
        fc.anything(),
        fc.record({
          type: fc.constantFrom(
            'weekly',
            'monthly',
            'yearly',
            'dates',
            'rrule',
            'once',
            'feed',
            'exact',
          ),
          days: fc.anything(),
          on: fc.anything(),
          from: fc.constant('00:00'),
          to: fc.constant('24:00'),
          month: fc.anything(),
          dates: fc.anything(),
          rule: fc.anything(),
          start: fc.anything(),
          end: fc.anything(),
        }),
      ),
      timeZone: fc.oneof(fc.constant('UTC'), fc.anything()),
      holidays: fc.oneof(fc.constant(undefined), fc.anything()),
      scope: fc.oneof(fc.constant(undefined), fc.anything()),
      environments: fc.oneof(fc.constant(undefined), fc.anything()),
    });
    fc.assert(
      fc.property(someWindows, windows(), junk, instants, (list, window, fields, at) => {
        const broken = { ...window, ...fields } as DeployWindow;
        const before = isAllowed(inputOf(list), at);
        expect(!before && isAllowed(inputOf([...list, broken]), at)).toBe(false);
      }),
      runs(300),
    );
  });

  it('explain agrees with decide and lists every window once', () => {
    fc.assert(
      fc.property(someWindows, instants, defaults, (list, at, open) => {
        const input = inputOf(list, open);
        const { steps, ...decision } = explain(input, at);
        expect(decision).toEqual(decide(input, at));
        expect(steps.map(({ window }) => window).sort()).toEqual(list.map(({ key }) => key).sort());
        const holding = steps
          .filter(({ effect }) => effect === 'holds')
          .map(({ window }) => window);
        const reasons = decision.outcome === 'blocked' ? decision.reasons : [];
        const freezes = reasons.filter(({ code }) => code === 'FREEZE_ACTIVE');
        expect(holding.sort()).toEqual(freezes.map(({ window }) => window).sort());
      }),
      runs(200),
    );
  });

  it('the order of windows never matters', () => {
    const shuffled = someWindows.chain(list =>
      fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })),
    );
    fc.assert(
      fc.property(shuffled, instants, defaults, ([list, other], at, open) => {
        const [one, two] = [inputOf(list, open), inputOf(other, open)];
        expect(JSON.stringify(decide(one, at))).toBe(JSON.stringify(decide(two, at)));
        const stamp = { tzdata: 't', declaredAsOf: 0, horizon: DAY };
        const hash = (input: DecisionInput) =>
          stampInput(input, stamp, text => text).stamp.inputsHash;
        expect(hash(one)).toBe(hash(two));
      }),
      runs(150),
    );
  });

  it('an allowed start ends inside the opening, where that is enforced', () => {
    const lengths = fc.integer({ min: 1, max: 300 });
    fc.assert(
      fc.property(someWindows, instants, lengths, (list, at, minutes) => {
        const input = inputOf(list, true, {
          mustFit: 'enforce',
          expectedDuration: minutes * MINUTE,
        });
        const { outcome, nextClose } = decide(input, at);
        if (outcome !== 'allowed' || !nextClose) return;
        expect(at + minutes * MINUTE).toBeLessThanOrEqual(nextClose.at);
        expect(isAllowed(inputOf(list), at + minutes * MINUTE - 1)).toBe(true);
      }),
      runs(300),
    );
  });

  it('a decision survives JSON, and a replay from recorded inputs is the same', () => {
    fc.assert(
      fc.property(someWindows, instants, (list, at) => {
        const input = inputOf(list);
        const decision = decide(input, at);
        expect(JSON.parse(JSON.stringify(decision))).toEqual(decision);
        const recorded = JSON.parse(JSON.stringify(recordedInput(input, input.stamp)));
        expect(decide(replayInput(recorded, input.stamp.inputsHash), at)).toEqual(decision);
      }),
      runs(150),
    );
  });

  it('an allow that cannot be read never opens, a freeze that cannot be read always holds', () => {
    const breakages = fc.constantFrom<Partial<DeployWindow>>(
      { timeZone: 'Mars/Olympus' },
      { timeZone: 'EST' },
      { timeZone: '+02:00' },
      { scope: { 'spec.type': { $like: 'web%' } } },
      { holidays: { set: 'unknown', on: 'skip' } },
      { schedule: { type: 'feed', feed: 'unknown' } },
      { schedule: { type: 'weekly', days: ['mon'], from: '09:00' } },
      { unreadable: { code: 'UNREADABLE', message: 'no kind' } },
    );
    fc.assert(
      fc.property(someWindows, windows(), breakages, instants, (list, window, breakage, at) => {
        const broken = { ...window, ...breakage };
        const before = isAllowed(inputOf(list), at);
        const decision = decide(inputOf([...list, broken]), at);
        const { outcome, nextOpen } = decision;
        const holds = outcome === 'blocked' && nextOpen === undefined;
        const opens = !before && outcome === 'allowed';
        expect(broken.kind === 'freeze' ? holds : !opens).toBe(true);
      }),
      runs(200),
    );
  });

  it('an exemption or override of one target changes no other, and nothing outside its time', () => {
    fc.assert(
      fc.property(
        someWindows,
        windows({ kind: 'freeze' }),
        instants,
        fc.boolean(),
        (list, freeze, at, other) => {
          const plain = inputOf([...list, freeze]);
          const own = aTarget().key;
          const target = other ? 'component:default/other#production' : own;
          const [start, end] = other ? [at - HOUR, at + HOUR] : [at - 2 * HOUR, at - HOUR];
          const lifted: DecisionInput = {
            ...plain,
            exemptions: [
              {
                id: 'e',
                freeze: freeze.key,
                target,
                start,
                end,
                reason: 'r',
                grantedBy: 'user:default/ann',
              },
            ],
            overrides: [
              {
                id: 'o',
                target,
                rules: [freeze.key],
                start,
                end,
                use: 'timed',
                usableBy: ['external:ci-web'],
                reason: 'because it burns',
                requestedBy: 'user:default/ann',
                authority: [],
              },
            ],
          };
          expect(decide(lifted, at)).toEqual(decide(plain, at));
        },
      ),
      runs(150),
    );
  });

  it('overlapping or touching windows of one kind are their union', () => {
    const cuts = fc.integer({ min: 1, max: 94 });
    fc.assert(
      fc.property(
        someWindows,
        windows(),
        instants,
        cuts,
        fc.boolean(),
        (list, window, at, cut, overlaps) => {
          const half = (from: number, to: number, id: string): DeployWindow => ({
            ...window,
            key: `${window.key}-${id}`,
            schedule: {
              type: 'weekly',
              days: ['mon', 'wed', 'sat'],
              from: quarter(from),
              to: to === 96 ? '24:00' : quarter(to),
            },
          });
          const whole = inputOf([...list, half(0, 96, 'whole')]);
          const parts = inputOf([
            ...list,
            half(0, cut + (overlaps ? 1 : 0), 'one'),
            half(cut, 96, 'two'),
          ]);
          expect(schedulePart(decide(parts, at))).toEqual(schedulePart(decide(whole, at)));
        },
      ),
      runs(200),
    );
  });

  it('the next openings are those of the decision, one after another', () => {
    fc.assert(
      fc.property(someWindows, instants, (list, at) => {
        const input = inputOf(list);
        const openings = nextOpenings(input, at, { count: 3 });
        let from = at;
        for (const opening of openings) {
          const decision = decide(
            { ...input, stamp: { ...input.stamp, horizon: at + 20 * DAY - from } },
            from,
          );
          expect(decision.nextOpen?.at).toBe(opening.at);
          expect(decision.nextClose?.at).toBe(opening.closes);
          from = opening.closes ?? from;
        }
      }),
      runs(100),
    );
  });

  it('compiling twice changes nothing', () => {
    fc.assert(
      fc.property(someWindows, instants, (list, at) => {
        const input = inputOf(list);
        const again = { ...input, policy: compile(input.policy.policy, tables) };
        expect(decide(again, at)).toEqual(decide(input, at));
      }),
      runs(50),
    );
  });
});
