import { viewOf } from '../../effective';
import { listminut } from '../__fixtures__/listminut';
import { noipm } from '../__fixtures__/noipm';
import { effectiveOf, NOW } from '../__fixtures__/readFixture';
import type { ElementDetail, Mention } from './elementDetail';
import { elementAt } from './elementAt';

const production = viewOf(effectiveOf(noipm), 'production');
const other = viewOf(effectiveOf(listminut), 'production');
const at = (path: string, view = production): ElementDetail => {
  const found = elementAt(view, path, NOW);
  if (found === undefined) throw new Error(`nothing at ${path}`);
  return found;
};
const titles = (mentions: readonly Mention[]) => mentions.map(({ title }) => title);

it.each`
  path                                                       | kind                          | sentence
  ${'addons[db]'}                                            | ${'database'}                 | ${'Heroku PostgreSQL (database): Data; officer and allegation search are queries here.'}
  ${'addons[papertrail]'}                                    | ${'logs'}                     | ${'Papertrail (logs): purpose not stated.'}
  ${'backups[daily]'}                                        | ${'backup'}                   | ${'Heroku PostgreSQL: snapshot every day, kept for 28 days.'}
  ${'credentialLocations[admin-accounts]'}                   | ${'credential location'}      | ${'User names and passwords of the admin accounts: 1Password; noipm-core-team can read it. Values are never stored here.'}
  ${'domains[heroku-1]'}                                     | ${'domain name'}              | ${'Name not stated (name given by the provider).'}
  ${'environments[production]'}                              | ${'environment'}              | ${'Production: runs on Heroku dynos, hobby plan; deploys: a person starts it.'}
  ${'environments[production].processes[web]'}               | ${'process'}                  | ${'1 web, web process.'}
  ${'environments[production].deploy.windows[ipm-tuesdays]'} | ${'deploy window'}            | ${'Agreed with IPM: Tuesdays 09:00–10:00, America/Chicago; agreed times; for ipm.'}
  ${'requestPath.nodes[web]'}                                | ${'step of the request path'} | ${'Web ×1, hobby: goes to Heroku PostgreSQL and Elasticsearch.'}
  ${'procedures[deploy]'}                                    | ${'procedure'}                | ${'Deploy: 4 steps, duration: very quick, downtime: small, possible.'}
  ${'policies[no-local-secrets]'}                            | ${'rule'}                     | ${'Must not: Keep secrets on local computers.'}
  ${'observability.alerts[web-errors]'}                      | ${'alert'}                    | ${'Search in the logs: app/web-1 error -"Invalid token"; told: Slack (chat room) and noipm mailbox (e-mail).'}
  ${'behaviours[sign-in]'}                                   | ${'behaviour'}                | ${'Tokens expire 8 hours after login whatever the activity.'}
  ${'risks[no-db-failover]'}                                 | ${'risk'}                     | ${'One database instance and no automatic failover.'}
  ${'deployPolicy.audiences[ipm]'}                           | ${'audience'}                 | ${'IPM staff.'}
`('$path is told in one sentence', ({ path, kind, sentence }) => {
  const found = at(path);
  expect([found.path, found.kind, found.oneSentence]).toEqual([path, kind, sentence]);
});

it.each`
  path                                       | opens
  ${'addons[db].availability.failover'}      | ${'addons[db]'}
  ${'addons[category=database]'}             | ${'addons[db]'}
  ${'backups[of=db].lastRestoreTest'}        | ${'backups[continuous]'}
  ${'environments[production].hosting.plan'} | ${'environments[production]'}
  ${'environments[PRODUCTION]'}              | ${'environments[production]'}
  ${'environments[].processes[worker]'}      | ${'environments[production].processes[worker]'}
  ${'deployPolicy.timeZone'}                 | ${'deployPolicy'}
  ${'addons[nothing]'}                       | ${undefined}
  ${'backups[]'}                             | ${undefined}
  ${'environments[staging]'}                 | ${undefined}
  ${'not a path ['}                          | ${undefined}
  ${'__proto__[x]'}                          | ${undefined}
`('$path opens $opens', ({ path, opens }) => {
  expect(elementAt(production, path, NOW)?.path).toBe(opens);
});

it('knows everything about the database', () => {
  const db = at('addons[db]');
  expect(db.usedBy).toEqual([
    { path: 'environments[production].processes[web]', title: 'web ×1', text: 'calls it' },
    { path: 'environments[production].processes[worker]', title: 'worker ×1', text: 'calls it' },
  ]);
  expect(db.backups.map(({ path, text }) => [path, text])).toEqual([
    ['backups[continuous]', 'continuous, back to any moment of the last 4 days'],
    ['backups[daily]', 'snapshot every day, kept for 28 days'],
  ]);
  expect(db.credentials).toEqual([
    {
      path: 'credentialLocations[admin-accounts]',
      title: 'User names and passwords of the admin accounts',
      text: '1Password; noipm-core-team can read it',
    },
  ]);
  expect(titles(db.risks)).toEqual(['One database instance and no automatic failover']);
  expect(db.freshness.words).toBe('stated in a document of 19 Jul 2019, never confirmed');
  expect(db.origin?.entityRef).toBe('component:default/noipm-complaint-manager');
});

it('a box of the request path and the process behind it are one thing', () => {
  const [box, process] = [
    at('requestPath.nodes[web]'),
    at('environments[production].processes[web]'),
  ];
  expect(titles(box.uses)).toEqual(['Heroku PostgreSQL', 'Elasticsearch']);
  expect(process.uses).toEqual(box.uses);
  expect(titles(process.usedBy)).toEqual(['Router']);
  expect(titles(process.risks)).toEqual(['The server does not repeat all validations']);
  // The search text of the alert names the process.
  expect(titles(box.alerts)).toEqual(['Web errors']);
});

it.each`
  path                                                       | list              | expected
  ${'procedures[deploy]'}                                    | ${'usedBy'}       | ${['production']}
  ${'addons[papertrail]'}                                    | ${'usedBy'}       | ${['Production']}
  ${'addons[papertrail]'}                                    | ${'alerts'}       | ${['Web errors']}
  ${'addons[auth]'}                                          | ${'credentials'}  | ${['Auth0 secret key']}
  ${'credentialLocations[auth0-client]'}                     | ${'usedBy'}       | ${['Auth0']}
  ${'deployPolicy.audiences[ipm]'}                           | ${'usedBy'}       | ${['Agreed with IPM']}
  ${'environments[production]'}                              | ${'uses'}         | ${['Deploy']}
  ${'environments[production]'}                              | ${'alerts'}       | ${['Web errors']}
  ${'environments[production].deploy.windows[ipm-tuesdays]'} | ${'questions'}    | ${['No end, no time zone and no lead time is stated']}
  ${'environments[production].deploy.windows[ipm-tuesdays]'} | ${'credentials'}  | ${[]}
  ${'backups[daily]'}                                        | ${'questions'}    | ${['No restore procedure and no restore test is stated']}
  ${'observability.logs[production]'}                        | ${'improvements'} | ${['Settle log storage and alerting']}
`('$path, $list: $expected', ({ path, list, expected }) => {
  expect(titles(at(path)[list as 'usedBy'])).toEqual(expected);
});

it('what lies in another store is kept with that store', () => {
  const jobs = at('addons[jobs]', other);
  expect(jobs.oneSentence).toBe(
    'delayed_job (queue): purpose not stated; keeps its data in PostgreSQL.',
  );
  expect(jobs.uses).toEqual([
    { path: 'addons[db]', title: 'PostgreSQL', text: 'keeps its data there' },
  ]);
  expect(titles(at('addons[db]', other).usedBy)).toEqual(['web ×many', 'worker', 'delayed_job']);
  expect(titles(at('addons[hirefire]', other).usedBy)).toEqual(['web']);
});

it.each`
  path                           | expected
  ${'requestPath.nodes[router]'} | ${['possible', 'Add a load balancer']}
  ${'environments[production]'}  | ${['planned', 'Upgrade the Heroku stack']}
`('planned and possible improvements stay apart at $path', ({ path, expected }) => {
  expect(at(path, other).improvements.map(({ text, title }) => [text, title])).toEqual([expected]);
});

it('a section that is no list can be opened as well', () => {
  expect(at('deployPolicy')).toMatchObject({ title: 'Deploy policy', kind: 'Deploy policy' });
});

it('every item of the document can be opened', () => {
  for (const list of [
    'addons',
    'backups',
    'procedures',
    'policies',
    'risks',
    'improvements',
    'questions',
    'behaviours',
    'domains',
  ] as const) {
    const items: unknown = production.document[list];
    for (const { id } of Array.isArray(items) ? items : [])
      expect(at(`${list}[${id}]`).oneSentence).toMatch(/\S+\.$/);
  }
});
