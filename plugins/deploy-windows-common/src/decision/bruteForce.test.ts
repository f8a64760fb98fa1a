import type { Notice } from '../notices';
import type { DeployWindow, Exemption, Tables } from '../schedule';
import { buildZoneTables, DAY, localDateText, localTimeText, MINUTE } from '../time';
import {
  bruteDecide,
  bruteState,
  type BrutePolicy,
  type BruteWindow,
  type BruteWorld,
} from '../testUtils/bruteDecision';
import { readMinutes, type BruteDays } from '../testUtils/bruteForce';
import { aPolicy, aTarget, LEVELS } from '../testUtils/builders';
import { clockChanges } from '../testUtils/clockChanges';
import { randomFrom, type Random } from '../testUtils/random';
import { compile } from './compile';
import { decide } from './decide';
import type { DecisionInput } from './input';

const POLICIES_A_CHANGE = 120;
const QUESTIONS_A_POLICY = 8;
const AUDIENCES = ['system:default/noipm/ipm', 'system:default/noipm/desk'];
const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;

describe.each(clockChanges)('policies in %s around %s, %s', (zone, day, _what) => {
  const seed = 19700101 + clockChanges.findIndex(row => row[0] === zone && row[1] === day);
  const decisions = POLICIES_A_CHANGE * QUESTIONS_A_POLICY;
  it(`give the decisions of the minute-by-minute oracle (${decisions}, seed ${seed})`, () => {
    const middle = Date.parse(`${day}T00:00Z`);
    const random = randomFrom(seed);
    const zones = [zone, 'America/Chicago', 'UTC'];
    const world: BruteWorld = {
      clocks: new Map(
        zones.map(name => [name, readMinutes(name, middle - 10 * DAY, middle + 10 * DAY)]),
      ),
      first: middle / MINUTE - 3 * 1440,
      length: 8 * 1440,
    };
    const range = { start: middle - 45 * DAY, end: middle + 30 * DAY };
    const tables: Tables = {
      range,
      zones: buildZoneTables(zones, range),
      holidays: {},
      feeds: {},
    };
    const mismatches: string[] = [];
    for (let count = 0; count < POLICIES_A_CHANGE; count += 1) {
      const { brute, input } = drawPolicy(random, zones, middle, tables);
      const state = bruteState(brute, world);
      for (let question = 0; question < QUESTIONS_A_POLICY; question += 1) {
        const at = middle / MINUTE + random.between(-2 * 1440, 1440);
        const limit = middle / MINUTE + 4 * 1440;
        const wanted = bruteDecide(brute, state, world, at, limit);
        const horizon = (limit - at) * MINUTE;
        const actual = decide({ ...input, stamp: { ...input.stamp, horizon } }, at * MINUTE);
        const reasons = actual.outcome === 'blocked' ? actual.reasons : [];
        const codes = reasons.map(({ code }) => (code.startsWith('NOTICE') ? 'NOTICE' : code));
        const found = {
          outcome: actual.outcome,
          codes: [...new Set(codes)],
          nextOpen: minute(actual.nextOpen?.at),
          nextClose: minute(actual.nextClose?.at),
          nextIfNotifiedNow: minute(actual.nextIfNotifiedNow?.at),
        };
        if (JSON.stringify(found) !== JSON.stringify(wanted)) {
          mismatches.push(
            `at ${at}: ${JSON.stringify(found)}, not ${JSON.stringify(wanted)}: ${JSON.stringify(brute)}`,
          );
        }
      }
    }
    expect(mismatches.slice(0, 2)).toEqual([]);
  });
});

function minute(instant: number | undefined): number | undefined {
  return instant === undefined ? undefined : instant / MINUTE;
}

interface Draft {
  readonly window: DeployWindow;
  readonly brute: BruteWindow;
  readonly exemptions: readonly Exemption[];
}

function drawPolicy(
  random: Random,
  zones: readonly string[],
  middle: number,
  tables: Tables,
): { readonly brute: BrutePolicy; readonly input: DecisionInput } {
  const drafts = Array.from({ length: random.between(1, 7) }, (_, index) =>
    drawWindow(random, zones, middle, index),
  );
  const leadMinutes = random.pick([60, 24 * 60, 48 * 60]);
  const durationMinutes = random.pick([0, 20, 120]);
  const openByDefault = random.chance(60);
  const notices = AUDIENCES.flatMap((audience, index): readonly Notice[] => {
    if (random.chance(50)) return [];
    const from = middle + random.between(-2 * 1440, 2 * 1440) * MINUTE;
    const effectiveAt = from - random.between(0, 3 * 1440) * MINUTE;
    const to = from + random.between(30, 2 * 1440) * MINUTE;
    const state = random.chance(80) ? 'sent' : 'unconfirmed';
    return [{ id: `n${index}`, audience, target: aTarget().key, from, to, effectiveAt, state }];
  });
  const told = notices
    .filter(({ state }) => state === 'sent')
    .map(({ audience, from, to, effectiveAt = 0 }) => ({
      audience,
      start: Math.max(from / MINUTE, effectiveAt / MINUTE + leadMinutes),
      end: to / MINUTE,
    }));
  const policy = aPolicy({
    windows: drafts.map(({ window }) => window),
    audiences: AUDIENCES.map(key => ({
      key,
      id: key,
      title: key,
      lead: `PT${leadMinutes}M`,
      contacts: [],
      require: 'any',
    })),
    openByDefault: { open: openByDefault, level: 'configuration' },
    mustFit: 'enforce',
    expectedDuration: durationMinutes * MINUTE,
  });
  return {
    brute: {
      windows: drafts.map(({ brute }) => brute),
      openByDefault,
      told,
      leadMinutes,
      durationMinutes,
    },
    input: {
      request: { target: aTarget().key, changeType: 'deploy', principal: 'external:ci' },
      policy: compile(policy, tables),
      exemptions: drafts.flatMap(({ exemptions }) => exemptions),
      overrides: [],
      notices,
      locks: [],
      waiting: [],
      recentDeployments: [],
      problems: [],
      stamp: { tzdata: 't', inputsHash: 'h', declaredAsOf: 0, horizon: 0 },
    },
  };
}

function drawWindow(
  random: Random,
  zones: readonly string[],
  middle: number,
  index: number,
): Draft {
  const kind = random.pick(['allow', 'allow', 'freeze', 'notice'] as const);
  const timeZone = random.pick(zones);
  const level = random.pick(Object.values(LEVELS));
  const isDeclared = kind !== 'allow' || random.chance(75);
  const audience = random.pick(AUDIENCES);
  const from = localTimeText(random.pick([0, 1, 30, 60, 90, 120, 150, random.between(0, 1439)]));
  const span = drawSpan(random, from);
  const days = drawDays(random, middle);
  const except =
    kind === 'freeze' && random.chance(30)
      ? [
          {
            start: middle / MINUTE + random.between(-1440, 0),
            end: middle / MINUTE + random.between(1, 1440),
          },
        ]
      : [];
  const key = `${level}/w${index}`;
  const { elapsedMinutes, ...to } = span;
  return {
    brute: { kind, level, isDeclared, timeZone, audience, days, from, ...span, except },
    window: {
      key,
      kind,
      title: key,
      level,
      origin: isDeclared ? 'catalog' : 'database',
      timeZone,
      ...(kind === 'notice' && { audience }),
      schedule: {
        ...days,
        from,
        ...(elapsedMinutes === undefined ? to : { elapsed: `PT${elapsedMinutes}M` }),
      } as NonNullable<DeployWindow['schedule']>,
    },
    exemptions: except.map(({ start, end }) => ({
      id: key,
      freeze: key,
      target: aTarget().key,
      start: start * MINUTE,
      end: end * MINUTE,
      reason: 'because',
      grantedBy: 'user:default/ann',
    })),
  };
}

function drawSpan(random: Random, from: string) {
  if (random.chance(15)) return { elapsedMinutes: random.between(15, 2 * 1440) };
  const to = random.chance(10) ? '24:00' : localTimeText(random.between(0, 1439));
  if (random.chance(20) || to === from) return { to, toDayOffset: random.between(1, 2) };
  return { to };
}

function drawDays(random: Random, middle: number): BruteDays {
  const today = middle / DAY;
  switch (random.below(5)) {
    case 0: {
      const dates = Array.from({ length: 4 }, () => localDateText(today + random.between(-3, 3)));
      return { type: 'dates', dates };
    }
    case 1: {
      const on = random.pick<NonNullable<BruteDays['on']>>([
        { day: 'last' },
        { day: new Date(middle).getUTCDate() },
        { nth: 'last', weekday: random.pick(WEEKDAYS) },
        { nth: 1, weekday: random.pick(WEEKDAYS) },
        { businessDay: random.pick([1, -1]) },
      ]);
      return { type: 'monthly', on };
    }
    default: {
      const days = WEEKDAYS.filter(() => random.chance(60));
      return {
        type: 'weekly',
        days: days.length > 0 ? days : ['sun'],
        ...(random.chance(20) && { every: 2, anchor: localDateText(today) }),
        ...(random.chance(20) && { except: [localDateText(today)] }),
        ...(random.chance(10) && { validFrom: localDateText(today) }),
        ...(random.chance(10) && { validUntil: localDateText(today + 1) }),
      };
    }
  }
}
