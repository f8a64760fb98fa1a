import {
  aContext,
  list,
  none,
  notNeeded,
  notStated,
  observed,
  stated,
  target,
  texts,
} from '../__testUtils__/ruleCases';
import { outcomeAt } from '../effective/outcomeAt';
import type { Outcome, ReasonCode } from '../effective/outcome';
import type { Fact } from '../facts/fact';
import { evaluateRule } from './evaluateRule';
import type { Rule } from './rule';

type Row = readonly [
  what: string,
  rule: Rule,
  fields: Readonly<Record<string, Fact>>,
  status: Outcome['status'],
  code?: ReasonCode,
];

const NOW = Date.parse('2026-11-24T17:00Z');

function outcomeOf(rule: Rule, fields: Readonly<Record<string, Fact>>): Outcome {
  return outcomeAt(evaluateRule(rule, aContext(fields)), NOW).outcome;
}

const P = 'platform';
const IS = { is: { [P]: 'aws' } };
const ONE_OF = { oneOf: { [P]: ['aws', 'heroku'] } };
const NONE_OF = { notOneOf: { [P]: ['none', 'ftp'] } };
const CONTAINS = { contains: { tagKeys: ['Project', 'Team'] } };
const INTERVAL = { atMost: { 'security.vulnScan.cadence': 'P7D' } };
const AGE = { ageAtMost: { launchDate: 'P90D' } };
const AHEAD = { aheadAtLeast: { launchDate: 'P30D' } };
const DIFFERS = { differs: { p: 'statusPage.platform', from: 'platforms' } };
const PEOPLE = { people: { in: 'deploy.by', atLeast: 2 } };
const PAGED = { people: { in: 'deploy.by', atLeast: 1, reach: ['page'] } };
const KNOWN = { known: { p: 'owner', kinds: ['group'] } } as const;
const WITHIN = { peopleWithin: { people: 'alertPeople', holders: 'deploy.by' } };
const ADA = 'user:default/ada';
const BO = 'user:default/bo';
const TEAM = 'group:default/team';

describe('operators', () => {
  const rows: readonly Row[] = [
    ['a value', { declared: P }, { [P]: stated('aws') }, 'pass', 'MET'],
    ['an explicit none', { declared: P }, { [P]: none }, 'fail', 'NONE_DECLARED'],
    ['the word none', { declared: P }, { [P]: stated('none') }, 'fail', 'NONE_DECLARED'],
    ['an empty list', { declared: 'tagKeys' }, { tagKeys: texts() }, 'fail', 'NONE_DECLARED'],
    ['a list with something', { declared: 'alerts' }, { alerts: list({}) }, 'pass'],
    ['nothing stated', { declared: P }, {}, 'unknown', 'ABSENT'],
    ['not stated, said so', { declared: P }, { [P]: notStated }, 'unknown', 'ABSENT'],
    ['stale', { declared: P }, { [P]: { ...notStated, why: 'STALE' } as Fact }, 'unknown', 'STALE'],
    ['not needed', { declared: P }, { [P]: notNeeded }, 'unknown', 'NOT_NEEDED_UNCONFIRMED'],

    ['equal', IS, { [P]: stated('aws') }, 'pass'],
    ['another', IS, { [P]: stated('heroku') }, 'fail', 'NOT_EQUAL'],
    ['none is another', IS, { [P]: none }, 'fail', 'NOT_EQUAL'],
    ['none is what is wanted', { is: { [P]: 'none' } }, { [P]: none }, 'pass'],
    ['unknown', IS, {}, 'unknown', 'ABSENT'],
    ['not needed', IS, { [P]: notNeeded }, 'unknown', 'NOT_NEEDED_UNCONFIRMED'],
    ['false is a value', { is: { logDebug: false } }, { logDebug: stated(false) }, 'pass'],
    [
      'several facts are all wanted',
      { is: { [P]: 'aws', logDebug: false } },
      { [P]: stated('aws') },
      'unknown',
    ],

    ['one of them', ONE_OF, { [P]: stated('heroku') }, 'pass'],
    ['none of them', ONE_OF, { [P]: stated('vm') }, 'fail', 'NOT_ONE_OF'],
    ['not known', ONE_OF, {}, 'unknown'],
    ['nothing forbidden', NONE_OF, { [P]: stated('aws') }, 'pass'],
    ['a forbidden one', NONE_OF, { [P]: stated('ftp') }, 'fail', 'FORBIDDEN_VALUE'],
    ['none is forbidden', NONE_OF, { [P]: none }, 'fail', 'FORBIDDEN_VALUE'],
    ['not known to be allowed', NONE_OF, {}, 'unknown'],

    ['all of them', CONTAINS, { tagKeys: texts('Team', 'Other', 'Project') }, 'pass'],
    ['one missing', CONTAINS, { tagKeys: texts('Project') }, 'fail', 'NOT_CONTAINED'],
    ['an empty list', CONTAINS, { tagKeys: texts() }, 'fail', 'NOT_CONTAINED'],
    ['none', CONTAINS, { tagKeys: none }, 'fail', 'NOT_CONTAINED'],
    ['not stated', CONTAINS, {}, 'unknown', 'ABSENT'],

    ['short enough', INTERVAL, { 'security.vulnScan.cadence': stated('P1W') }, 'pass'],
    ['too long', INTERVAL, { 'security.vulnScan.cadence': stated('P8D') }, 'fail', 'TOO_MANY'],
    ['none', INTERVAL, { 'security.vulnScan.cadence': none }, 'fail', 'NONE_DECLARED'],
    ['words', INTERVAL, { 'security.vulnScan.cadence': stated('often') }, 'unknown', 'ABSENT'],
    ['not stated', INTERVAL, {}, 'unknown', 'ABSENT'],

    ['young enough', AGE, { launchDate: stated('2026-11-01') }, 'pass'],
    ['too old', AGE, { launchDate: stated('2026-01-01') }, 'fail', 'TOO_OLD'],
    ['never', AGE, { launchDate: none }, 'fail', 'NONE_DECLARED'],
    ['no date', AGE, { launchDate: stated('last spring') }, 'unknown', 'ABSENT'],
    ['not stated', AGE, {}, 'unknown', 'ABSENT'],
    ['far enough', AHEAD, { launchDate: stated('2026-12-25') }, 'pass'],
    ['too near', AHEAD, { launchDate: stated('2026-12-01') }, 'fail', 'TOO_SOON'],
    ['not stated', AHEAD, {}, 'unknown'],

    [
      'elsewhere',
      DIFFERS,
      { 'statusPage.platform': stated('vendor'), platforms: texts('aws') },
      'pass',
    ],
    [
      'on the same platform',
      DIFFERS,
      { 'statusPage.platform': stated('aws'), platforms: texts('aws') },
      'fail',
      'EQUAL',
    ],
    ['of unknown others', DIFFERS, { 'statusPage.platform': stated('vendor') }, 'unknown'],
    ['no platform', DIFFERS, { 'statusPage.platform': none, platforms: texts('aws') }, 'fail'],

    ['a team of two', PEOPLE, { 'deploy.by': list(target(TEAM)) }, 'pass'],
    [
      'one person twice',
      PEOPLE,
      { 'deploy.by': list(target(ADA), target(ADA)) },
      'fail',
      'TOO_FEW_PEOPLE',
    ],
    [
      'one of two unknown',
      PEOPLE,
      { 'deploy.by': list(target('user:default/x')) },
      'fail',
      'NO_PERSON',
    ],
    ['nobody', PEOPLE, { 'deploy.by': list() }, 'fail', 'NO_PERSON'],
    ['none', PEOPLE, { 'deploy.by': none }, 'fail', 'NO_PERSON'],
    ['not stated', PEOPLE, {}, 'unknown', 'ABSENT'],
    ['a person who is paged', PAGED, { 'deploy.by': list(target(ADA, 'page')) }, 'pass'],
    ['a person by chat', PAGED, { 'deploy.by': list(target(ADA, 'chat')) }, 'fail', 'NO_PERSON'],
    ['a room', PAGED, { 'deploy.by': list(target('#ops', 'chat')) }, 'fail', 'NO_PERSON'],
    [
      'a pager of somebody',
      PAGED,
      { 'deploy.by': list(target('Duty', 'page')) },
      'unknown',
      'WHO_IS_ON_IT',
    ],
    ['a person by no known way', PAGED, { 'deploy.by': list(target(ADA)) }, 'unknown', 'ABSENT'],

    ['a group that exists', KNOWN, { owner: list(target(TEAM)) }, 'pass'],
    ['a person is no group', KNOWN, { owner: list(target(ADA)) }, 'fail', 'UNKNOWN_REF'],
    [
      'a group that is not there',
      KNOWN,
      { owner: list(target('group:default/x')) },
      'fail',
      'UNKNOWN_REF',
    ],
    ['words', KNOWN, { owner: list(target('the ops people')) }, 'fail', 'PLACE_ONLY'],
    ['nobody', KNOWN, { owner: list() }, 'fail', 'NO_PERSON'],
    ['not stated', KNOWN, {}, 'unknown', 'ABSENT'],

    ['all have it', WITHIN, { alertPeople: texts(ADA), 'deploy.by': list(target(TEAM)) }, 'pass'],
    [
      'one lacks it',
      WITHIN,
      { alertPeople: texts(ADA, BO), 'deploy.by': list(target(ADA)) },
      'fail',
      'PEOPLE_WITHOUT',
    ],
    [
      'nobody is not all',
      WITHIN,
      { alertPeople: texts(), 'deploy.by': list(target(ADA)) },
      'fail',
      'NO_PERSON',
    ],
    ['holders not stated', WITHIN, { alertPeople: texts(ADA) }, 'unknown', 'ABSENT'],
    ['people not stated', WITHIN, { 'deploy.by': list(target(ADA)) }, 'unknown', 'ABSENT'],

    ['clean', { clean: 'secretFindings' }, { secretFindings: list() }, 'pass'],
    ['a find', { clean: 'secretFindings' }, { secretFindings: list({}) }, 'fail', 'SECRET_FOUND'],
    ['nobody looked', { clean: 'secretFindings' }, {}, 'error'],
  ];
  const named = rows.map(([what, rule, fields, status, code]) => ({
    what,
    rule,
    fields,
    status,
    code,
  }));

  it.each(named)('$what: $rule, $status', ({ rule, fields, status, code }) => {
    const outcome = outcomeOf(rule, fields);
    expect(outcome.status).toBe(status);
    const codes = outcome.findings.map(finding => finding.code);
    expect(codes).toEqual(expect.arrayContaining(code === undefined ? [] : [code]));
  });

  it.each<readonly [string, string, Outcome['status']]>([
    ['2026-11-01', '2026-11-22', 'pass'],
    ['2026-11-02', '2026-11-22', 'fail'],
    ['2026-11-01', 'soon', 'unknown'],
  ])('%s precedes %s by three weeks: %s', (since, launch, status) => {
    const rule: Rule = {
      some: {
        in: 'monitors',
        whenEmpty: 'fail',
        satisfy: { precedes: { p: 'since', q: 'launchDate', by: 'P21D' } },
      },
    };
    const fields = { monitors: list({ since: stated(since) }), launchDate: stated(launch) };
    expect(outcomeOf(rule, fields).status).toBe(status);
  });

  it('says what was found, what was wanted and where', () => {
    const fields = { processes: list({ min: stated(1) }) };
    const rule: Rule = {
      every: { in: 'processes', whenEmpty: 'fail', satisfy: { atLeast: { min: 2 } } },
    };
    expect(outcomeOf(rule, fields).findings).toEqual([
      {
        code: 'TOO_FEW',
        fact: 'processes[n1].min',
        found: 1,
        wanted: 2,
        origin: { entityRef: 'component:default/web', path: 'x', kind: 'declared' },
      },
    ]);
  });

  it('names the line that is missing', () => {
    const rule: Rule = {
      every: { in: 'processes', whenEmpty: 'fail', satisfy: { declared: 'scaling' } },
    };
    expect(outcomeOf(rule, { processes: list({}) }).findings).toEqual([
      { code: 'ABSENT', fact: 'processes[n1].scaling', path: 'x[n1].scaling' },
    ]);
  });
});

describe('lists', () => {
  const volatile = { is: { volatile: true } } as const;
  const kept = { is: { redundancy: 'replica' } } as const;
  const store = (isVolatile?: boolean, redundancy?: string) => ({
    ...(isVolatile !== undefined && { volatile: stated(isVolatile) }),
    ...(redundancy !== undefined && { redundancy: stated(redundancy) }),
  });
  const rule = (word: 'every' | 'some', whenEmpty: 'pass' | 'fail' | 'not-applicable'): Rule => {
    const items = { in: 'stores', where: volatile, whenEmpty, satisfy: kept };
    return word === 'every' ? { every: items } : { some: items };
  };
  const good = store(true, 'replica');
  const bad = store(true, 'none');
  const open = store(true);
  const other = store(false, 'none');
  const maybeGood = store(undefined, 'replica');
  const maybeBad = store(undefined, 'none');

  it.each<
    readonly [Parameters<typeof rule>[0], Parameters<typeof rule>[1], Fact | undefined, string]
  >([
    ['every', 'fail', list(good, good), 'pass'],
    ['every', 'fail', list(good, bad), 'fail'],
    ['every', 'fail', list(good, open), 'unknown'],
    ['every', 'fail', list(bad, open), 'fail'],
    ['every', 'fail', list(good, other), 'pass'],
    ['every', 'fail', list(other), 'fail'],
    ['every', 'pass', list(other), 'pass'],
    ['every', 'not-applicable', list(), 'not-applicable'],
    ['every', 'not-applicable', none, 'not-applicable'],
    ['every', 'pass', undefined, 'unknown'],
    ['every', 'pass', notNeeded, 'unknown'],
    // Whether it is meant is not known: it counts where it would decide otherwise.
    ['every', 'fail', list(good, maybeGood), 'pass'],
    ['every', 'fail', list(good, maybeBad), 'unknown'],
    ['every', 'pass', list(maybeGood), 'pass'],
    ['every', 'fail', list(maybeGood), 'unknown'],
    ['every', 'fail', list(maybeBad), 'fail'],
    ['every', 'not-applicable', list(maybeGood), 'unknown'],
    ['some', 'fail', list(bad, good), 'pass'],
    ['some', 'fail', list(bad, bad), 'fail'],
    ['some', 'fail', list(bad, open), 'unknown'],
    ['some', 'fail', list(good, open), 'pass'],
    ['some', 'fail', list(bad, maybeGood), 'unknown'],
    ['some', 'fail', list(bad, maybeBad), 'fail'],
    ['some', 'pass', list(), 'pass'],
    ['some', 'pass', undefined, 'unknown'],
  ])('%s, where empty %s: %j', (word, whenEmpty, stores, status) => {
    const fields = stores === undefined ? {} : { stores };
    expect(outcomeOf(rule(word, whenEmpty), fields).status).toBe(status);
  });

  it('asks the words of a list one by one', () => {
    const allowed: Rule = {
      every: {
        in: 'awsProducts',
        whenEmpty: 'not-applicable',
        satisfy: { oneOf: { value: ['s3'] } },
      },
    };
    expect(outcomeOf(allowed, { awsProducts: texts('s3') }).status).toBe('pass');
    const outcome = outcomeOf(allowed, { awsProducts: texts('s3', 'ec2') });
    expect(outcome).toMatchObject({ status: 'fail', findings: [{ found: 'ec2', wanted: 's3' }] });
  });

  it('reads one field of all items', () => {
    const reached: Rule = { people: { in: 'alerts[].targets', atLeast: 2 } };
    const alert = (...to: readonly string[]) => ({ targets: list(...to.map(who => target(who))) });
    expect(outcomeOf(reached, { alerts: list(alert(ADA), alert(BO)) }).status).toBe('pass');
    expect(outcomeOf(reached, { alerts: list(alert(ADA)) }).status).toBe('fail');
    expect(outcomeOf(reached, { alerts: list(alert(ADA), {}) }).status).toBe('unknown');
    expect(outcomeOf(reached, { alerts: list() }).status).toBe('fail');
    expect(outcomeOf(reached, {}).status).toBe('unknown');
  });

  it.each([
    [list({ severity: stated('high') }, { severity: stated('low') }), 'pass'],
    [list({ severity: stated('high') }, { severity: stated('high') }), 'fail'],
    [list({ severity: stated('high') }, {}), 'unknown'],
    [list(), 'fail'],
    [undefined, 'unknown'],
  ])('counts different values: %j', (alerts, status) => {
    const count: Rule = { countDistinct: { in: 'alerts', of: 'severity', atLeast: 2 } };
    expect(outcomeOf(count, alerts === undefined ? {} : { alerts }).status).toBe(status);
  });

  it('finds a name in the item, and outside only what the item has not', () => {
    const fields = { platform: stated('aws'), monitors: list({ kind: stated('uptime') }) };
    const outside: Rule = { some: { in: 'monitors', whenEmpty: 'fail', satisfy: { declared: P } } };
    expect(outcomeOf(outside, fields).status).toBe('pass');
    // `id` of a monitor that says none is not the `id` of anything around it.
    const inside: Rule = {
      some: {
        in: 'monitors',
        whenEmpty: 'fail',
        satisfy: { some: { in: 'alerts', whenEmpty: 'fail', satisfy: { declared: 'id' } } },
      },
    };
    expect(
      outcomeOf(inside, { monitors: list({ id: stated('a'), alerts: list({}) }) }).status,
    ).toBe('unknown');
  });
});

describe('all, any, not', () => {
  const VALUES: Readonly<Record<string, Rule>> = {
    pass: { is: { platform: 'aws' } },
    fail: { is: { platform: 'heroku' } },
    unknown: { declared: 'launchDate' },
    error: { clean: 'secretFindings' },
    'not-applicable': {
      every: { in: 'domains', whenEmpty: 'not-applicable', satisfy: { declared: 'host' } },
    },
  };
  const fields = { platform: stated('aws'), domains: list() };
  const part = (word: string) => VALUES[word] ?? { declared: 'platform' };

  it.each([
    ['pass', 'pass', 'pass', 'pass'],
    ['pass', 'fail', 'fail', 'pass'],
    ['pass', 'unknown', 'unknown', 'pass'],
    ['pass', 'error', 'error', 'pass'],
    ['pass', 'not-applicable', 'pass', 'pass'],
    ['fail', 'unknown', 'fail', 'unknown'],
    ['fail', 'error', 'fail', 'error'],
    ['fail', 'not-applicable', 'fail', 'fail'],
    ['unknown', 'error', 'error', 'error'],
    ['unknown', 'not-applicable', 'unknown', 'unknown'],
    ['not-applicable', 'not-applicable', 'not-applicable', 'not-applicable'],
  ])('%s and %s: %s; or: %s', (a, b, both, either) => {
    const parts = [part(a), part(b)];
    expect(outcomeOf({ all: parts }, fields).status).toBe(both);
    expect(outcomeOf({ all: [...parts].reverse() }, fields).status).toBe(both);
    expect(outcomeOf({ any: parts }, fields).status).toBe(either);
    expect(outcomeOf({ any: [...parts].reverse() }, fields).status).toBe(either);
  });

  it.each([
    ['pass', 'fail'],
    ['fail', 'pass'],
    ['unknown', 'unknown'],
    ['error', 'error'],
    ['not-applicable', 'not-applicable'],
  ])('not %s is %s', (word, status) => {
    expect(outcomeOf({ not: part(word) }, fields).status).toBe(status);
  });
});

describe('time', () => {
  const tested = (day: string) => ({ lastTested: stated(day) });
  const rule: Rule = {
    every: { in: 'alerts', whenEmpty: 'fail', satisfy: { ageAtMost: { lastTested: 'P180D' } } },
  };
  const statuses = (steps: ReturnType<typeof evaluateRule>) =>
    steps.map(step => [
      'until' in step ? new Date(step.until).toISOString().slice(0, 10) : 'ever',
      step.outcome.status,
    ]);

  it('changes when the first of all does', () => {
    const fields = { alerts: list(tested('2026-06-01'), tested('2026-09-01')) };
    const steps = evaluateRule(rule, aContext(fields));
    expect(statuses(steps)[0]).toEqual(['2026-11-28', 'pass']);
    expect(steps.at(-1)?.outcome.status).toBe('fail');
  });

  it('is the same before, at and after each end as if it were asked then', () => {
    const fields = { alerts: list(tested('2026-06-01')) };
    const steps = evaluateRule(rule, aContext(fields));
    const end = Date.parse('2026-11-28T00:00Z');
    const at = [end - 1, end, end + 1].map(now => outcomeAt(steps, now).outcome.status);
    expect(at).toEqual(['pass', 'fail', 'fail']);
  });

  it('takes the length from a fact', () => {
    const due: Rule = {
      some: { in: 'loadTests', whenEmpty: 'fail', satisfy: { ageAtMost: { lastRun: 'cadence' } } },
    };
    const run = { lastRun: stated('2026-11-01'), cadence: stated('P30D') };
    expect(statuses(evaluateRule(due, aContext({ loadTests: list(run) })))).toEqual([
      ['2026-12-01', 'pass'],
      ['ever', 'fail'],
    ]);
    const { cadence: _, ...without } = run;
    expect(statuses(evaluateRule(due, aContext({ loadTests: list(without) })))).toEqual([
      ['ever', 'unknown'],
    ]);
  });

  it.each([
    ['pass', 'aws'],
    ['fail', 'heroku'],
  ])('forgets what was observed too long ago (%s)', (status, value) => {
    const context = aContext(
      { platform: observed(value, '2026-11-20T00:00:00Z') },
      { observedMaxAge: 'P2D' },
    );
    expect(statuses(evaluateRule(IS, context))).toEqual([
      ['2026-11-22', status],
      ['ever', 'unknown'],
    ]);
  });
});

describe('dependencies', () => {
  const rule: Rule = { upstreams: { checks: ['load.periodic-tests'] } };
  const dependency = (name: string) => ({ ref: stated(name) });
  const asked = (
    statuses: Readonly<Record<string, 'pass' | 'fail' | 'unknown' | 'expired' | 'not-applicable'>>,
  ) =>
    outcomeAt(
      evaluateRule(
        rule,
        aContext(
          { upstreams: list(...Object.keys(statuses).map(dependency)) },
          { upstream: (ref, stage) => (stage === 'production' ? statuses[ref] : undefined) },
        ),
      ),
      NOW,
    ).outcome.status;

  it.each([
    [{ a: 'pass', b: 'pass' }, 'pass'],
    [{ a: 'pass', b: 'fail' }, 'fail'],
    [{ a: 'pass', b: 'expired' }, 'fail'],
    [{ a: 'pass', b: 'unknown' }, 'unknown'],
    [{ a: 'fail', b: 'unknown' }, 'fail'],
    [{ a: 'pass', b: 'not-applicable' }, 'pass'],
    [{ a: 'not-applicable' }, 'not-applicable'],
    [{}, 'not-applicable'],
  ] as const)('%j: %s', (statuses, status) => {
    expect(asked(statuses)).toBe(status);
  });

  it('one that nobody judges is not known, and so are dependencies nobody states', () => {
    const judged = (upstreams: Fact) => outcomeOf(rule, { upstreams }).status;
    expect(judged(list(dependency('elsewhere')))).toBe('unknown');
    expect(outcomeOf(rule, {}).status).toBe('unknown');
  });
});

it('never throws: what goes wrong is the outcome', () => {
  const odd: Rule = { declared: 'no.such.fact' };
  expect(outcomeOf(odd, {})).toEqual({
    status: 'error',
    message: 'no.such.fact is not a fact',
    findings: [],
  });
  expect(outcomeOf({ contains: { tagKeys: ['a'] } }, { tagKeys: stated('a') }).status).toBe(
    'error',
  );
  expect(outcomeOf({} as Rule, {}).status).toBe('error');
});
