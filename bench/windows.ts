// When is it open, and when next? Our core against known libraries, on the same instants. Answers are checked against a
// minute-by-minute count before anything is timed, and disagreements are printed beside the speed.
import {
  buildZoneTables,
  compile,
  decide,
  defaultPolicy,
  rangeAfter,
  sourcesOf,
  type DecisionInput,
  type DeployWindow,
  type Source,
  type Tables,
} from 'backstage-plugin-deploy-windows-common/evaluator';
import { aPolicy, clockReader, randomFrom } from 'backstage-plugin-deploy-windows-common/testUtils';
import { Cron } from 'croner';
import { RRuleTemporal } from 'rrule-temporal';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const START = Date.UTC(2026, 0, 1);
const YEARS = 2 * 365 * DAY;
const ZONE = 'America/Chicago';
const ZONES = [ZONE, 'Europe/Brussels', 'Europe/Chisinau', 'Australia/Lord_Howe', 'Asia/Kolkata'];

const range = { start: START - 60 * DAY, end: START + YEARS + 500 * DAY };
const tables: Tables = { range, zones: buildZoneTables(ZONES, range), holidays: {}, feeds: {} };

/** Open now, and the next start after it. */
interface Answer {
  readonly open: boolean;
  readonly next: number;
}
type Ask = (at: number) => Answer;

const instants = (count: number, seed: number) => {
  const random = randomFrom(seed);
  return Array.from({ length: count }, () => START + random.below(YEARS / MINUTE) * MINUTE);
};

const tuesdays: DeployWindow = {
  key: 'system:default/a/tuesdays',
  kind: 'allow',
  title: 'Tuesdays',
  level: 'system:default/a',
  origin: 'catalog',
  timeZone: ZONE,
  schedule: { type: 'weekly', days: ['tue'], from: '09:00', to: '10:00' },
};

function ours(): Ask {
  const sources = sourcesOf(tuesdays, tables);
  if (!sources.ok) throw new Error(sources.problem.message);
  const [source] = sources.value as readonly [Source];
  return at => {
    const current = rangeAfter(source, at);
    const open = current !== undefined && current.start <= at;
    const next = open ? rangeAfter(source, current.end) : current;
    return { open, next: next?.start ?? Infinity };
  };
}

function rruleTemporal(): Ask {
  const rule = new RRuleTemporal({
    rruleString: `DTSTART;TZID=${ZONE}:20251230T090000\nRRULE:FREQ=WEEKLY;BYDAY=TU`,
  });
  return at => {
    const last = rule.previous(new Date(at), true)?.epochMilliseconds ?? -Infinity;
    const next = rule.next(new Date(at))?.epochMilliseconds ?? Infinity;
    return { open: at < last + 60 * MINUTE, next };
  };
}

function cronerBased(): Ask {
  const cron = new Cron('0 0 9 * * 2', { timezone: ZONE, paused: true });
  return at => {
    // The latest start: the first one after an hour ago, if it is not in the future. A pattern has no length of its own.
    const since = cron.nextRun(new Date(at - 60 * MINUTE))?.getTime() ?? Infinity;
    const next = cron.nextRun(new Date(at))?.getTime() ?? Infinity;
    return { open: since <= at, next };
  };
}

/** Minute by minute, from Intl alone. */
function bruteForce(): Ask {
  const read = clockReader(ZONE);
  const isOpen = (at: number) => {
    const reading = read(at);
    const day = Math.floor(reading / 1440);
    const time = reading - day * 1440;
    return (day + 3) % 7 === 1 && time >= 540 && time < 600;
  };
  return at => {
    let next = at + MINUTE;
    while (!(isOpen(next) && !isOpen(next - MINUTE))) next += MINUTE;
    return { open: isOpen(at), next };
  };
}

function mismatches(ask: Ask, truth: readonly (readonly [number, Answer])[]): number {
  return truth.filter(([at, right]) => {
    const answer = ask(at);
    return answer.open !== right.open || answer.next !== right.next;
  }).length;
}

/** Nanoseconds of one call, the median of several rounds over the same instants. */
function nanoseconds(task: (at: number) => unknown, at: readonly number[], rounds = 9): number {
  for (const instant of at) task(instant);
  const times: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const startedAt = performance.now();
    for (const instant of at) task(instant);
    times.push(((performance.now() - startedAt) * 1e6) / at.length);
  }
  return times.sort((a, b) => a - b)[rounds >> 1] ?? 0;
}

const microseconds = (time: number) => `${(time / 1000).toFixed(time < 10_000 ? 2 : 0)} µs`;

// 1. One weekly rule.
const checked = instants(300, 7).map(at => [at, bruteForce()(at)] as const);
const peers: Record<string, Ask> = {
  'this core': ours(),
  'rrule-temporal': rruleTemporal(),
  'croner, two questions': cronerBased(),
};
const times = Object.fromEntries(
  Object.entries(peers).map(([name, ask]) => [
    name,
    nanoseconds(ask, instants(name === 'this core' ? 20_000 : 1_000, 11)),
  ]),
);
const own = times['this core'] ?? 1;
console.log(
  '| open, and the next start, of one weekly rule | one answer | against this core | wrong of 300 |\n|---|---|---|---|',
);
for (const [name, ask] of Object.entries(peers)) {
  const time = times[name] ?? 0;
  console.log(
    `| ${name} | ${microseconds(time)} | ${(time / own).toFixed(0)} × | ${mismatches(ask, checked)} |`,
  );
}

// 2. Whole decisions.
function mixed(count: number): readonly DeployWindow[] {
  const levels = [
    'domain:default/city',
    'system:default/noipm',
    'system:default/noipm#production',
    'component:default/web#production',
  ];
  return Array.from({ length: count }, (_, index): DeployWindow => {
    const level = levels[index % levels.length] as string;
    const base = {
      key: `${level}/w${index}`,
      title: `Window ${index}`,
      level,
      origin: 'catalog' as const,
      timeZone: ZONES[index % ZONES.length] as string,
    };
    switch (index % 5) {
      case 0:
        return {
          ...base,
          kind: 'allow',
          schedule: {
            type: 'weekly',
            days: ['mon', 'tue', 'wed', 'thu', 'fri'],
            from: '06:00',
            to: '20:00',
          },
        };
      case 1:
        return {
          ...base,
          kind: 'freeze',
          schedule: { type: 'monthly', on: { day: 'last' }, from: '18:00', to: '23:00' },
        };
      case 2:
        return {
          ...base,
          kind: 'freeze',
          schedule: {
            type: 'yearly',
            month: 12,
            on: { day: 24 },
            from: '00:00',
            to: '24:00',
            toDayOffset: 2,
          },
        };
      case 3:
        return {
          ...base,
          kind: 'allow',
          schedule: {
            type: 'weekly',
            days: ['tue', 'thu', 'sat'],
            from: '08:00',
            elapsed: 'PT10H',
          },
        };
      default:
        return {
          ...base,
          kind: 'freeze',
          schedule: { type: 'monthly', on: { nth: 2, weekday: 'wed' }, from: '12:00', to: '14:00' },
        };
    }
  });
}

function inputOf(windows: readonly DeployWindow[]): DecisionInput {
  const policy = aPolicy({ windows, override: defaultPolicy('production').override });
  return {
    request: {
      target: policy.target.key,
      changeType: 'deploy',
      principal: 'external:ci',
      duration: 20 * MINUTE,
    },
    policy: compile(policy, tables),
    exemptions: [],
    overrides: [],
    notices: [],
    locks: [],
    waiting: [],
    recentDeployments: [],
    problems: [],
    stamp: {
      tzdata: process.versions.tz ?? '',
      inputsHash: 'bench',
      declaredAsOf: START,
      horizon: 400 * DAY,
    },
  };
}

const daily = (count: number) =>
  Array.from({ length: count }, (_, index): DeployWindow => ({
    key: `domain:default/city/d${index}`,
    kind: index % 2 === 0 ? 'allow' : 'freeze',
    title: `Daily ${index}`,
    level: 'domain:default/city',
    origin: 'catalog',
    timeZone: ZONES[Math.floor(index / 2) % ZONES.length] as string,
    schedule: {
      type: 'weekly',
      days: ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'],
      from: '09:00',
      to: '10:00',
    },
  }));

const cases: readonly (readonly [string, DecisionInput, number])[] = [
  ['20 mixed windows in 5 zones', inputOf(mixed(20)), 2_000],
  ['100 mixed windows', inputOf(mixed(100)), 300],
  ['20 daily windows that never open', inputOf(daily(20)), 10],
];
const rule = times['rrule-temporal'] ?? 1;
console.log(
  '\n| a whole decision with its next opening | one decision | against one rule of rrule-temporal |\n|---|---|---|',
);
for (const [name, input, count] of cases) {
  const time = nanoseconds(at => decide(input, at), instants(count, 13), 5);
  console.log(`| ${name} | ${microseconds(time)} | ${(time / rule).toFixed(2)} × |`);
}
const zones = nanoseconds(
  () => buildZoneTables(ZONES, { start: START, end: START + 4 * 365 * DAY }),
  [0],
  5,
);
console.log(`\nZone tables of 5 zones over 4 years: ${(zones / 1e6).toFixed(1)} ms, once.`);
