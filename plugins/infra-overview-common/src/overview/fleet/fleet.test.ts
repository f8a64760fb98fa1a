import { parseInstant } from '../../time';
import { listminut } from '../__fixtures__/listminut';
import { noipm } from '../__fixtures__/noipm';
import { anEntity, anOverview, link, NOW } from '../__fixtures__/readFixture';
import { inheriting } from '../__fixtures__/standards';
import { fleetRow } from './fleetRow';
import { toCsv } from './toCsv';

const X = 'system:default/x';
const saying = (infra?: object) =>
  anOverview(anEntity(X, 'X'), [
    link('system', X, infra && { schema: 'infra-overview.io/v1alpha1', ...infra }),
  ]);

it.each`
  project       | column            | expected
  ${noipm}      | ${'platforms'}    | ${[{ name: 'Heroku', standing: 'not stated' }]}
  ${noipm}      | ${'environments'} | ${[{ name: 'production', stage: 'production' }, { name: 'staging', stage: 'staging' }, { name: 'ci', stage: 'ci' }]}
  ${noipm}      | ${'database'}     | ${{ words: 'Heroku PostgreSQL, one instance; no failover', rank: 0, tone: 'bad' }}
  ${noipm}      | ${'backup'}       | ${{ words: 'continuous, back to any moment of the last 4 days; snapshot every day, kept for 28 days', rank: 4, tone: 'good' }}
  ${noipm}      | ${'restoreTest'}  | ${{ words: 'not stated', rank: 1, tone: 'unknown' }}
  ${noipm}      | ${'alertRoute'}   | ${{ words: 'Slack (chat room) and noipm mailbox (e-mail)', rank: 2, tone: 'warning' }}
  ${noipm}      | ${'credentials'}  | ${{ words: '3 locations: 1Password, AWS IAM and a named account', stores: ['1password', 'aws-iam', 'account'], count: 3, oneHolder: 0 }}
  ${noipm}      | ${'risks'}        | ${{ open: 3, accepted: 0 }}
  ${noipm}      | ${'questions'}    | ${3}
  ${noipm}      | ${'freshness'}    | ${{ words: 'stated in a document of 19 Jul 2019, never confirmed', at: '2019-07-19', stale: true }}
  ${noipm}      | ${'missing'}      | ${['restore-test', 'cdn', 'tls']}
  ${listminut}  | ${'backup'}       | ${{ words: 'AWS S3: no backup', rank: 0, tone: 'bad' }}
  ${listminut}  | ${'cdn'}          | ${{ words: 'AWS CloudFront', rank: 4, tone: 'good' }}
  ${listminut}  | ${'improvements'} | ${{ planned: 1, possible: 1 }}
  ${listminut}  | ${'database'}     | ${{ words: 'PostgreSQL, 1 replica; failover not stated', rank: 1, tone: 'unknown' }}
  ${inheriting} | ${'platforms'}    | ${[{ name: 'Engine Yard', standing: 'legacy' }]}
  ${inheriting} | ${'platformRank'} | ${1}
  ${inheriting} | ${'alertRoute'}   | ${{ words: 'the maintainer by text message', rank: 4, tone: 'good' }}
`('$project.entity.title, $column', ({ project, column, expected }) => {
  expect(fleetRow(project, NOW)[column as 'platforms']).toEqual(expected);
});

const db = { id: 'db', category: 'database', product: 'mysql' };

it.each`
  case                                | infra                                                                                                      | column           | words                                   | rank
  ${'no document'}                    | ${undefined}                                                                                               | ${'database'}    | ${'not stated'}                         | ${1}
  ${'no database'}                    | ${{ addons: [{ id: 'a', category: 'cache' }] }}                                                            | ${'database'}    | ${'no database listed'}                 | ${3}
  ${'no backups, and it is known'}    | ${{ addons: [db], backups: [] }}                                                                           | ${'backup'}      | ${'no backup'}                          | ${0}
  ${'so there is nothing to restore'} | ${{ addons: [db], backups: [] }}                                                                           | ${'restoreTest'} | ${'none: there is no backup'}           | ${0}
  ${'backups not needed'}             | ${{ addons: [db], backups: { notNeeded: 'rebuilt nightly' } }}                                             | ${'backup'}      | ${'backup not needed: rebuilt nightly'} | ${3}
  ${'nobody is told'}                 | ${{ observability: { alerts: [] } }}                                                                       | ${'alertRoute'}  | ${'nobody is told'}                     | ${0}
  ${'a certificate that ended'}       | ${{ domains: [{ id: 'd', tls: { expires: '2026-11-01' } }] }}                                              | ${'tls'}         | ${'ended 1 Nov 2026'}                   | ${0}
  ${'a certificate that ends soon'}   | ${{ domains: [{ id: 'd', tls: { expires: '2026-12-01' } }] }}                                              | ${'tls'}         | ${'ends 1 Dec 2026'}                    | ${2}
  ${'the first of several'}           | ${{ domains: [{ id: 'd', tls: { expires: '2027-12-01' } }, { id: 'e', tls: { expires: '2027-06-01' } }] }} | ${'tls'}         | ${'ends 1 Jun 2027'}                    | ${4}
  ${'every domain refused'}           | ${{ domains: [{ id: 'd', notNeeded: 'internal only' }] }}                                                  | ${'tls'}         | ${'not needed: internal only'}          | ${3}
  ${'no TLS'}                         | ${{ domains: [{ id: 'd', host: 'x.example', tls: 'none' }] }}                                              | ${'tls'}         | ${'none on x.example'}                  | ${0}
  ${'renewed by the platform'}        | ${{ domains: [{ id: 'd', tls: { autoRenew: true } }] }}                                                    | ${'tls'}         | ${'renews by itself'}                   | ${4}
`('$case: $words', ({ infra, column, words, rank }) => {
  expect(fleetRow(saying(infra), NOW)[column as 'tls']).toMatchObject({ words, rank });
});

it.each`
  access                                        | store          | oneHolder
  ${['user:default/ada']}                       | ${'1password'} | ${1}
  ${['user:default/ada', 'group:default/core']} | ${'1password'} | ${0}
  ${['group:default/core']}                     | ${'1password'} | ${0}
  ${undefined}                                  | ${'person'}    | ${1}
  ${undefined}                                  | ${'1password'} | ${0}
`('access $access in $store: $oneHolder with one holder', ({ access, store, oneHolder }) => {
  const infra = {
    credentialLocations: [{ id: 'c', what: 'A key', store, ...(access && { access }) }],
  };
  const row = fleetRow(saying(infra), NOW);
  expect([row.credentials.oneHolder, row.missing.includes('second-holder')]).toEqual([
    oneHolder,
    oneHolder === 1,
  ]);
});

it('an acceptance that has ended accepts nothing', () => {
  const risks = [
    { id: 'a', accepted: { by: 'role:owner', until: '2026-12-31' } },
    { id: 'b', accepted: { by: 'role:owner', until: '2026-11-23' } },
    { id: 'c', accepted: { by: 'role:owner' } },
    { id: 'd' },
  ];
  expect(fleetRow(saying({ risks }), NOW).risks).toEqual({ open: 2, accepted: 2 });
  expect(fleetRow(saying({ risks }), parseInstant('2027-01-01T00:00:00Z') ?? 0).risks).toEqual({
    open: 3,
    accepted: 1,
  });
});

it('counts answers to checklists: unknown apart, what does not apply not at all', () => {
  const infra = {
    checklists: [
      {
        id: 'l',
        items: [
          { id: 'a', level: 'must' },
          { id: 'b', level: 'must' },
          { id: 'c', level: 'should' },
          { id: 'd' },
        ],
      },
    ],
    conformance: [
      { item: 'a', status: 'met' },
      { item: 'd', status: 'not-applicable', reason: 'out-of-scope' },
      { item: 'e', status: 'not-met' },
    ],
  };
  expect(fleetRow(saying(infra), NOW).conformance).toEqual({ met: 1, applicable: 3, unknown: 1 });
});

it('the fleet search finds a project by host, product, provider, platform, store and title', () => {
  const terms = fleetRow(listminut, NOW).terms.map(({ kind, term }) => `${kind} ${term}`);
  expect(terms).toEqual(
    expect.arrayContaining([
      'title listminut',
      'host listminut.be',
      'provider cloudflare',
      'platform heroku',
      'product aws-s3',
      'product delayed_job',
    ]),
  );
  expect(terms.every(term => term === term.toLowerCase())).toBe(true);
});

it.each`
  title                 | cell
  ${'Shop'}             | ${'Shop'}
  ${'Shop, the second'} | ${'"Shop, the second"'}
  ${'The "best" shop'}  | ${'"The ""best"" shop"'}
  ${'two\nlines'}       | ${'"two\nlines"'}
  ${'=HYPERLINK("x")'}  | ${'"\'=HYPERLINK(""x"")"'}
  ${'+1'}               | ${"'+1"}
  ${'-1'}               | ${"'-1"}
  ${'@sum'}             | ${"'@sum"}
  ${' =1'}              | ${"' =1"}
`('a cell holds text and nothing else: $title', ({ title, cell }) => {
  const [, line = ''] = toCsv([{ ...fleetRow(noipm, NOW), title }]).split(/\r\n/);
  expect(line.startsWith(`system:default/noipm,${cell},`)).toBe(true);
});

it('a table has a header, as many cells in each line, and no blank', () => {
  const lines = toCsv([fleetRow(saying(), NOW)]).split('\r\n');
  const [header = '', line = '', end] = lines;
  expect(end).toBe('');
  expect(line.split(',').length).toBe(header.split(',').length);
  expect(line.split(',').filter(cell => cell.trim() === '')).toEqual([]);
});
