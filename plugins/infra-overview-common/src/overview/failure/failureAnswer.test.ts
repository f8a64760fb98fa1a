import { viewOf } from '../../effective';
import type { ObservedFact } from '../../observed';
import { listminut } from '../__fixtures__/listminut';
import { noipm } from '../__fixtures__/noipm';
import { effectiveOf, NOW } from '../__fixtures__/readFixture';
import type { Affected, FailureAnswer } from './failure';
import { failureAnswer, type FailureOptions } from './failureAnswer';
import { answerTo } from './__testUtils__/answerTo';

const of = (project: typeof noipm, element: string, more: Partial<FailureOptions> = {}) => {
  const effective = effectiveOf(project);
  const view = { ...viewOf(effective, 'production'), entityRef: effective.entityRef };
  const answer = failureAnswer(view, element, { now: NOW, ...more });
  if (answer === undefined) throw new Error(`nothing can be said of ${element}`);
  return answer;
};
const titles = (list: readonly Affected[]) => list.map(({ title }) => title).sort();
const paths = ({ unknown }: FailureAnswer) => unknown.map(({ path }) => path);

describe('the two projects of the specification', () => {
  it('NOIPM without its database: web and worker stop, four days and four weeks back, no way written down', () => {
    const answer = of(noipm, 'addons[db]');
    expect(answer.sentence).toBe(
      'If Heroku PostgreSQL goes down in production, web and worker stop. Nobody is served. No failover. ' +
        'Continuous, back to any moment of the last 4 days. Snapshot every day, kept for 28 days. ' +
        'No restore procedure is stated. ' +
        'Credentials: User names and passwords of the admin accounts: 1Password; noipm-core-team can read it. ' +
        'Not known: Who is asked when nobody helps; Was a restore ever tried, and how long does it take; ' +
        'How is it restored, and by whom.',
    );
    expect(answer).toMatchObject({
      outcome: 'stops',
      onPath: { broken: ['db'], stopped: ['web', 'worker', 'client'], degraded: [], surviving: [] },
    });
    expect(titles(answer.unaffected)).toEqual(['Elasticsearch', 'Router']);
    // The alert looks at web, which stops.
    expect(titles(answer.tell.map(step => ({ ...step, because: '' })))).toContain('Web errors');
  });

  it('ListMinut without its database: the queue lies in it, and with it stop the workers', () => {
    const answer = of(listminut, 'addons[db]');
    expect(answer.sentence).toBe(
      'If PostgreSQL goes down in production, delayed_job and worker stop; delayed_job because its data is kept in PostgreSQL, ' +
        'and with it worker, whose jobs wait there. ' +
        'Web runs on, with less: it calls PostgreSQL (depends on the request). Some requests are not answered. ' +
        'A replica is named, nothing says that it takes over. No backup is stated. No restore procedure is stated. ' +
        'Not known: Who is alerted; Who is asked when nobody helps; Does anything take over from PostgreSQL; and 4 more.',
    );
    expect(paths(answer)).toEqual([
      'observability.alerts',
      'support.escalation',
      'addons[db].availability.failover',
      'backups[of=db]',
      'procedures[kind=restore]',
      'credentialLocations',
      'requestPath.nodes',
    ]);
    expect(answer.onPath).toEqual({
      broken: ['db'],
      stopped: ['worker'],
      degraded: ['client', 'web'].sort().reverse(),
      surviving: [],
    });
  });
});

it.each`
  element                                         | outcome              | stops                                                                       | degrades
  ${'requestPath.nodes[router]'}                  | ${'stops'}           | ${['Client']}                                                               | ${[]}
  ${'requestPath.nodes[db]'}                      | ${'stops'}           | ${['Client', 'web', 'worker']}                                              | ${[]}
  ${'environments[production].processes[web]'}    | ${'stops'}           | ${['Client']}                                                               | ${[]}
  ${'environments[production].processes[worker]'} | ${'no-effect-known'} | ${[]}                                                                       | ${[]}
  ${'addons[search]'}                             | ${'stops'}           | ${['Client', 'web']}                                                        | ${[]}
  ${'addons[auth]'}                               | ${'no-effect-known'} | ${[]}                                                                       | ${[]}
  ${'addons[papertrail]'}                         | ${'degrades'}        | ${[]}                                                                       | ${['Alert: Web errors', 'Logs: Production']}
  ${'addons[circleci]'}                           | ${'degrades'}        | ${[]}                                                                       | ${['Procedure: Deploy']}
  ${'environments[production].hosting'}           | ${'stops'}           | ${['Client', 'Heroku PostgreSQL', 'Router', 'production', 'web', 'worker']} | ${[]}
  ${'environments[production].hosting.plan'}      | ${'stops'}           | ${['Client', 'Heroku PostgreSQL', 'Router', 'production', 'web', 'worker']} | ${[]}
  ${'platform:Heroku'}                            | ${'stops'}           | ${['Client', 'Heroku PostgreSQL', 'Router', 'production', 'web', 'worker']} | ${[]}
  ${'environments[production]'}                   | ${'stops'}           | ${['Client', 'Router', 'web', 'worker']}                                    | ${[]}
  ${'product:heroku-postgresql'}                  | ${'stops'}           | ${['Client', 'Heroku PostgreSQL', 'web', 'worker']}                         | ${[]}
  ${'resource:default/noipm-postgres'}            | ${'stops'}           | ${['Client', 'Heroku PostgreSQL', 'web', 'worker']}                         | ${[]}
  ${'credentialLocations[auth0-client]'}          | ${'stops'}           | ${['Auth0']}                                                                | ${[]}
  ${'credentialLocations[admin-accounts]'}        | ${'degrades'}        | ${[]}                                                                       | ${['Heroku']}
  ${'store:1password'}                            | ${'degrades'}        | ${[]}                                                                       | ${['Heroku']}
  ${'domains[heroku-1]'}                          | ${'degrades'}        | ${[]}                                                                       | ${['Client']}
`('NOIPM without $element: $outcome', ({ element, outcome, stops, degrades }) => {
  const answer = of(noipm, element);
  expect([answer.outcome, titles(answer.stops), titles(answer.degrades)]).toEqual([
    outcome,
    stops,
    degrades,
  ]);
});

it.each`
  element                  | outcome       | stops                                       | degrades
  ${'addons[s3]'}          | ${'degrades'} | ${[]}                                       | ${['Client', 'web']}
  ${'addons[hirefire]'}    | ${'degrades'} | ${[]}                                       | ${['web']}
  ${'addons[cloudfront]'}  | ${'degrades'} | ${[]}                                       | ${['AWS CloudFront']}
  ${'addons[cloudflare]'}  | ${'stops'}    | ${['Client', 'listminut.be']}               | ${[]}
  ${'domains[main]'}       | ${'stops'}    | ${['Client']}                               | ${[]}
  ${'provider:cloudflare'} | ${'stops'}    | ${['Client', 'Cloudflare', 'listminut.be']} | ${[]}
`('ListMinut without $element: $outcome', ({ element, outcome, stops, degrades }) => {
  const answer = of(listminut, element);
  expect([answer.outcome, titles(answer.stops), titles(answer.degrades)]).toEqual([
    outcome,
    stops,
    degrades,
  ]);
});

it.each([
  'addons[gone]',
  'procedures[deploy]',
  'platform:engineyard',
  'nonsense',
  '',
  '[',
  'addons',
  'resource:',
])('nothing can be said of %p', element => {
  const effective = effectiveOf(noipm);
  const view = { ...viewOf(effective, 'production'), entityRef: effective.entityRef };
  expect(failureAnswer(view, element, { now: NOW })).toBeUndefined();
});

describe('what softens', () => {
  const nodes = [
    { id: 'client', kind: 'client' },
    { id: 'cdn', kind: 'cdn', addon: 'cdn' },
    { id: 'lb', kind: 'lb' },
    { id: 'a', kind: 'web', process: 'a' },
    { id: 'b', kind: 'web', process: 'b' },
    { id: 'cache', kind: 'cache', addon: 'cache' },
    { id: 'db', kind: 'database', addon: 'db' },
  ];
  const addons = [
    { id: 'cdn', category: 'cdn' },
    { id: 'cache', category: 'cache' },
    { id: 'db', category: 'database' },
  ];
  const edges = (...pairs: readonly string[]) =>
    pairs.map(pair => {
      const [from, to] = pair.split('>');
      return { from, to };
    });
  const document = (drawn: readonly object[], more: object = {}) => ({
    environments: [{ name: 'production', processes: [{ name: 'a' }, { name: 'b' }] }],
    addons,
    requestPath: { nodes, edges: drawn },
    ...more,
  });

  it.each`
    case                                    | element                   | drawn                                            | stopped                 | degraded
    ${'a cache beside the way'}             | ${'addons[cache]'}        | ${['client>a', 'a>cache', 'a>db']}               | ${[]}                   | ${['client', 'a']}
    ${'a cache in front of the only store'} | ${'addons[cache]'}        | ${['client>a', 'a>cache', 'cache>db']}           | ${['client', 'a']}      | ${[]}
    ${'a CDN with a way around it'}         | ${'addons[cdn]'}          | ${['client>cdn', 'client>lb', 'cdn>lb', 'lb>a']} | ${[]}                   | ${['client']}
    ${'a CDN in front of everything'}       | ${'addons[cdn]'}          | ${['client>cdn', 'cdn>a']}                       | ${['client']}           | ${[]}
    ${'one of two behind a balancer'}       | ${'requestPath.nodes[a]'} | ${['client>lb', 'lb>a', 'lb>b']}                 | ${[]}                   | ${['client']}
    ${'both of two behind a balancer'}      | ${'addons[db]'}           | ${['client>lb', 'lb>a', 'lb>b', 'a>db', 'b>db']} | ${['client', 'a', 'b']} | ${[]}
    ${'a circle comes to an end'}           | ${'addons[db]'}           | ${['client>a', 'a>b', 'b>a', 'b>db']}            | ${['client', 'a', 'b']} | ${[]}
  `('$case', ({ element, drawn, stopped, degraded }) => {
    const { onPath } = answerTo(document(edges(...drawn)), element);
    expect([onPath.stopped, onPath.degraded].map(ids => [...ids].sort())).toEqual([
      [...stopped].sort(),
      [...degraded].sort(),
    ]);
  });

  it.each`
    availability                                     | outcome       | said
    ${{ failover: 'automatic' }}                     | ${'survives'} | ${'Fails over by itself'}
    ${{ redundancy: 'multi-zone' }}                  | ${'survives'} | ${'Runs in several zones'}
    ${{ redundancy: 'managed' }}                     | ${'survives'} | ${'Its vendor keeps copies'}
    ${{ redundancy: 'replica' }}                     | ${'stops'}    | ${'A replica is named, nothing says'}
    ${{ redundancy: 'replica', failover: 'manual' }} | ${'stops'}    | ${'Failover by hand'}
    ${{ redundancy: 'managed', failover: 'none' }}   | ${'stops'}    | ${'No failover'}
    ${{ failover: 'none' }}                          | ${'stops'}    | ${'No failover'}
  `('availability $availability: $outcome', ({ availability, outcome, said }) => {
    const answer = answerTo(
      document(edges('client>a', 'a>db'), {
        addons: [{ id: 'db', category: 'database', availability }],
      }),
      'addons[db]',
    );
    expect(answer.outcome).toBe(outcome);
    expect(answer.sentence).toContain(said);
    expect(answer.onPath.surviving).toEqual(outcome === 'survives' ? ['db'] : []);
  });
});

describe('what is shared', () => {
  const shared = (perEnvironment: boolean | undefined) =>
    answerTo(
      {
        environments: [{ name: 'production', processes: [{ name: 'web' }] }, { name: 'staging' }],
        addons: [
          {
            id: 'db',
            category: 'database',
            ...(perEnvironment !== undefined && { perEnvironment }),
          },
        ],
      },
      'addons[db]',
      { environments: ['production', 'staging'] },
    );

  it.each`
    perEnvironment | stops          | asked
    ${true}        | ${[]}          | ${false}
    ${false}       | ${['staging']} | ${false}
    ${undefined}   | ${[]}          | ${true}
  `('perEnvironment $perEnvironment', ({ perEnvironment, stops, asked }) => {
    const answer = shared(perEnvironment);
    expect(titles(answer.stops)).toEqual(stops);
    expect(paths(answer).includes('addons[db].perEnvironment')).toBe(asked);
  });

  it('a platform on another platform falls with it', () => {
    const answer = answerTo(
      {
        platforms: [
          { id: 'cloud.gov', runsOn: 'aws' },
          { id: 'aws', runsOn: 'cloud.gov' },
        ],
        environments: [
          { name: 'production', hosting: { platform: 'cloud.gov' }, processes: [{ name: 'web' }] },
        ],
      },
      'platform:aws',
    );
    expect(titles(answer.stops)).toEqual(['cloud.gov', 'production', 'web']);
  });

  it('an account is everything that runs in it', () => {
    const answer = answerTo(
      {
        accounts: [{ id: 'live', provider: 'aws' }],
        environments: [
          { name: 'production', hosting: { accountRef: 'live' }, processes: [{ name: 'web' }] },
        ],
      },
      'accounts[live]',
    );
    expect(titles(answer.stops)).toEqual(['production', 'web']);
  });
});

it('says where no picture is drawn that it does not know who is hit', () => {
  const answer = answerTo(
    {
      environments: [{ name: 'production', processes: [{ name: 'web' }] }],
      addons: [{ id: 'db', category: 'database' }],
    },
    'addons[db]',
  );
  expect(answer.outcome).toBe('no-effect-known');
  expect(answer.sentence).toMatch(
    /^Nothing stated says what happens if Db goes down in production\. /,
  );
  expect(answer.unknown[0]).toEqual({ path: 'requestPath', question: 'Which parts call Db?' });
  expect(answer.unaffected).toEqual([]);
});

it('what was seen belongs to the way back', () => {
  const fact = (kind: string, words: string, environment: string): ObservedFact => ({
    path: 'addons[db]',
    kind,
    words,
    environment,
    value: '',
    tone: 'good',
    source: 'heroku',
    at: NOW,
  });
  const { recover, sentence } = of(noipm, 'addons[db]', {
    facts: [
      fact('last-backup', 'last backup 3 hours ago, 12 MB', 'production'),
      fact('last-backup', 'last backup 9 hours ago', 'staging'),
      fact('price', '5 USD a month', 'production'),
    ],
  });
  expect(recover.filter(({ title }) => title === 'Seen by heroku').map(({ text }) => text)).toEqual(
    ['Last backup 3 hours ago, 12 MB.'],
  );
  expect(sentence).toContain('Last backup 3 hours ago, 12 MB.');
});

it('several pictures of Components are one system', () => {
  const effective = effectiveOf(listminut);
  const whole = viewOf(effective, 'production');
  const { requestPath, ...document } = whole.document;
  const picture = requestPath as Exclude<
    typeof requestPath,
    'none' | undefined | { notNeeded: string }
  >;
  const view = { ...whole, document, entityRef: effective.entityRef };
  const answer = failureAnswer(view, 'addons[db]', {
    now: NOW,
    requestPaths: [{ entityRef: 'component:default/web', requestPath: picture }],
  });
  expect(answer?.onPath.broken).toEqual(['component:default/web#db']);
  expect(titles(answer?.stops ?? [])).toEqual(['delayed_job', 'worker']);
});
