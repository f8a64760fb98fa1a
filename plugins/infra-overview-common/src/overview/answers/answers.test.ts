import { viewOf } from '../../effective';
import { parseInstant } from '../../time';
import { listminut } from '../__fixtures__/listminut';
import { noipm } from '../__fixtures__/noipm';
import { anEntity, anOverview, effectiveOf, link, NOW } from '../__fixtures__/readFixture';
import { inheriting, standard } from '../__fixtures__/standards';
import type { AnswerLine } from './answer';
import { fourAnswers } from './fourAnswers';
import { standardAnswers } from './standardAnswers';

const lines = (
  answers: readonly { readonly id: string; readonly lines: readonly AnswerLine[] }[],
  id: string,
) =>
  answers
    .filter(answer => answer.id === id)
    .flatMap(answer => answer.lines.map(({ tone, text }) => `${tone}: ${text}`));

it.each`
  project       | environment     | id            | expected
  ${noipm}      | ${'production'} | ${'runs-on'}  | ${['neutral: Heroku dynos, hobby plan', 'neutral: 1 web, 1 worker', 'warning: one instance each; somebody has to bring up a new one', 'neutral: shared Amazon instance; dynos isolated from each other']}
  ${noipm}      | ${'production'} | ${'database'} | ${['neutral: Heroku PostgreSQL, one instance', 'bad: no failover', 'good: continuous, back to any moment of the last 4 days', 'good: snapshot every day, kept for 28 days', 'unknown: last restore test not stated', 'unknown: restore procedure not stated']}
  ${noipm}      | ${'production'} | ${'deploys'}  | ${['neutral: A person starts it', 'neutral: Tuesdays 09:00–10:00, America/Chicago: Agreed with IPM; any other time: tell IPM staff first', 'unknown: read between the lines: end and zone are assumed', 'neutral: users notice a short interruption', 'neutral: maintenance mode during deploys', 'neutral: schema changes run by themselves', 'neutral: Deploy: 4 steps']}
  ${noipm}      | ${'ci'}         | ${'deploys'}  | ${['neutral: Every push to master', 'unknown: deploy windows not stated', 'neutral: maintenance mode during deploys']}
  ${noipm}      | ${'production'} | ${'alerts'}   | ${['neutral: Slack (chat room) and noipm mailbox (e-mail)', 'warning: no person is named: rooms and mailboxes only', 'neutral: search in the logs: app/web-1 error -"Invalid token"; found by Papertrail']}
  ${noipm}      | ${'ci'}         | ${'alerts'}   | ${['unknown: not stated']}
  ${listminut}  | ${'production'} | ${'runs-on'}  | ${['neutral: Heroku', 'neutral: many web, worker', 'neutral: started for a task: scheduler']}
  ${listminut}  | ${'production'} | ${'database'} | ${['neutral: PostgreSQL, 1 replica', 'unknown: PostgreSQL: failover not stated', 'unknown: PostgreSQL: backup not stated', 'bad: AWS S3: no backup']}
  ${listminut}  | ${'production'} | ${'deploys'}  | ${['unknown: not stated', 'unknown: deploy windows not stated']}
  ${listminut}  | ${'production'} | ${'alerts'}   | ${['unknown: not stated']}
  ${inheriting} | ${'live'}       | ${'runs-on'}  | ${['neutral: Engine Yard', 'warning: Engine Yard is a legacy platform by the standard', 'unknown: processes: not stated']}
  ${inheriting} | ${'live'}       | ${'database'} | ${['neutral: no database is listed']}
  ${inheriting} | ${'live'}       | ${'alerts'}   | ${['neutral: The maintainer by text message', 'good: reaches a person or a group', 'neutral: it does not answer; found by Alertra']}
`('$project.entity.title, $environment: $id', ({ project, environment, id, expected }) => {
  expect(lines(fourAnswers(viewOf(effectiveOf(project), environment), NOW), id)).toEqual(expected);
});

const saying = (infra: object) =>
  effectiveOf(
    anOverview(anEntity('system:default/x', 'X'), [
      link('system', 'system:default/x', { schema: 'infra-overview.io/v1alpha1', ...infra }),
    ]),
  );
const production = { name: 'production' };

it.each`
  case                            | infra                                                            | id            | expected
  ${'alerts known to be none'}    | ${{ observability: { alerts: [] } }}                             | ${'alerts'}   | ${'bad: nobody is told'}
  ${'alerts not needed'}          | ${{ observability: { alerts: { notNeeded: 'a static page' } } }} | ${'alerts'}   | ${'neutral: not needed: a static page'}
  ${'an alert without targets'}   | ${{ observability: { alerts: [{ id: 'a' }] } }}                  | ${'alerts'}   | ${'unknown: who is told: not stated'}
  ${'an alert that tells nobody'} | ${{ observability: { alerts: [{ id: 'a', targets: [] }] } }}     | ${'alerts'}   | ${'bad: nobody is told'}
  ${'never deployed to'}          | ${{ environments: [{ ...production, deploy: 'none' }] }}         | ${'deploys'}  | ${'neutral: never deployed to'}
  ${'environments not needed'}    | ${{ environments: { notNeeded: 'a library' } }}                  | ${'runs-on'}  | ${'neutral: not needed: a library'}
  ${'no add-ons at all'}          | ${{ addons: [] }}                                                | ${'database'} | ${'neutral: none'}
  ${'nothing about add-ons'}      | ${{}}                                                            | ${'database'} | ${'unknown: not stated'}
`('$case: $expected', ({ infra, id, expected }) => {
  expect(lines(fourAnswers(viewOf(saying(infra), 'production'), NOW), id)[0]).toBe(expected);
});

const db = {
  id: 'db',
  category: 'database',
  product: 'mysql',
  availability: { failover: 'automatic' },
};

it.each`
  case                           | backups                                                                                                | expected
  ${'none'}                      | ${[]}                                                                                                  | ${'bad: no backup'}
  ${'not needed'}                | ${{ notNeeded: 'can be rebuilt' }}                                                                     | ${'neutral: backup not needed: can be rebuilt'}
  ${'a test that passed lately'} | ${[{ id: 'b', of: 'db', method: 'logical', lastRestoreTest: { status: 'passed', at: '2026-10-12' } }]} | ${'good: last restore test: passed on 12 Oct 2026'}
  ${'a test long ago'}           | ${[{ id: 'b', of: 'db', method: 'logical', lastRestoreTest: { status: 'passed', at: '2020-10-12' } }]} | ${'warning: last restore test: passed on 12 Oct 2020, more than a year ago'}
  ${'a test that failed'}        | ${[{ id: 'b', of: 'db', method: 'logical', lastRestoreTest: { status: 'failed', at: '2026-10-12' } }]} | ${'bad: last restore test: failed on 12 Oct 2026'}
`('backups: $case', ({ backups, expected }) => {
  expect(
    lines(fourAnswers(viewOf(saying({ addons: [db], backups }), 'production'), NOW), 'database'),
  ).toContain(expected);
});

const freeze = {
  id: 'f',
  kind: 'freeze',
  timeZone: 'Europe/Brussels',
  schedule: { type: 'once', start: '2026-12-20T00:00', end: '2027-01-02T00:00' },
};

it.each`
  now                       | shown
  ${'2026-11-24T08:00:00Z'} | ${true}
  ${'2027-01-02T23:00:00Z'} | ${true}
  ${'2027-01-05T00:00:00Z'} | ${false}
`('a freeze that is over is not shown on $now: $shown', ({ now, shown }) => {
  const effective = saying({
    environments: [{ ...production, deploy: { trigger: 'manual', freezes: [freeze] } }],
  });
  const found = lines(
    fourAnswers(viewOf(effective, 'production'), parseInstant(now) ?? 0),
    'deploys',
  );
  expect(found.some(line => line.includes('no deploys'))).toBe(shown);
});

it('a window that could not be read is bad news', () => {
  const windows = [
    {
      id: 'w',
      kind: 'allow',
      schedule: { days: ['tue'], from: '09:00' },
      timeZone: 'Europe/Brussels',
    },
  ];
  const effective = saying({
    environments: [{ ...production, deploy: { trigger: 'manual', windows } }],
  });
  expect(lines(fourAnswers(viewOf(effective, 'production'), NOW), 'deploys').join('\n')).toMatch(
    /bad: cannot be read/,
  );
});

it('every answer has a headline, whatever is missing', () => {
  for (const answer of fourAnswers(viewOf(saying({}), 'anything'), NOW))
    expect(answer.lines[0]?.text).toMatch(/\S/);
});

it.each`
  id             | expected
  ${'platforms'} | ${['good: Heroku: preferred', 'warning: Engine Yard: legacy', 'bad: Every other platform: prohibited']}
  ${'included'}  | ${['good: Alertra', 'neutral: alert, it does not answer: the maintainer by text message', 'neutral: on offer: Mailgun', 'neutral: 1 default for what a project leaves out']}
  ${'rules'}     | ${['neutral: 1 rule, 1 binding']}
  ${'contact'}   | ${['unknown: not stated']}
`('a standard answers: $id', ({ id, expected }) => {
  expect(lines(standardAnswers(effectiveOf(standard)), id)).toEqual(expected);
});

const always = (amount: number) =>
  Array.from({ length: amount }, (_, index) => ({
    id: `a${index}`,
    product: `Tool ${index}`,
    purpose: 'long words',
    selection: 'always',
  }));
const channel = (name: string, use?: string) => ({
  id: name,
  name,
  ...(use !== undefined && { for: use }),
});

it.each`
  case                                     | infra                                                                                                                    | id            | expected
  ${'three things are named'}              | ${{ addons: always(3) }}                                                                                                 | ${'included'} | ${['good: Tool 0, Tool 1 and Tool 2']}
  ${'of nine things, two'}                 | ${{ addons: always(9) }}                                                                                                 | ${'included'} | ${['good: Tool 0, Tool 1 and 7 more']}
  ${'one to ask'}                          | ${{ support: { channels: [channel('#ops', 'outages')] } }}                                                               | ${'contact'}  | ${['neutral: #ops: outages']}
  ${'several to ask: whom, then for what'} | ${{ support: { channels: [channel('#ops', 'outages'), channel('#aws')] } }}                                              | ${'contact'}  | ${['neutral: #ops and #aws', 'neutral: #ops: outages', 'neutral: #aws']}
  ${'one for two things is named once'}    | ${{ support: { contacts: [{ id: 'a', who: 'role:owner', for: 'data' }, { id: 'b', who: 'role:owner', for: 'keys' }] } }} | ${'contact'}  | ${['neutral: The owner', 'neutral: The owner: data', 'neutral: The owner: keys']}
`('a standard in short: $case', ({ infra, id, expected }) => {
  expect(lines(standardAnswers(saying(infra)), id)).toEqual(expected);
});
