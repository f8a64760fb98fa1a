import type { SubjectReport } from '../../ObservationSource';
import { CircleCiSource } from './CircleCiSource';
import type { PipelineFile } from './config';

const NOW = Date.UTC(2026, 10, 24);
const FILE: PipelineFile = {
  id: 'web',
  at: { kind: 'path', text: '.circleci/config.yml' },
  entityRef: 'system:default/shop',
  environments: { 'shop-live': 'production' },
};

async function look(
  text: string,
  scripts: Readonly<Record<string, string>> = {},
): Promise<readonly SubjectReport[]> {
  const source = new CircleCiSource({
    files: [FILE],
    reader: { config: async () => text, script: async (_, path) => scripts[path] },
    now: () => NOW,
  });
  const found: SubjectReport[] = [];
  for await (const report of source.observe([], new AbortController().signal)) found.push(report);
  return found;
}

const fieldsOf = (report: SubjectReport | undefined) =>
  report && report.outcome !== 'failed' ? report.parts[0]?.fields : undefined;

const WORKFLOW = `
version: 2.1
jobs:
  test: { docker: [{ image: cimg/node }], steps: [checkout, { run: npm test }] }
  deploy:
    parameters: { app: { type: string }, migrate: { type: boolean, default: true } }
    docker: [{ image: cimg/base }]
    steps:
      - checkout
      - run: heroku maintenance:on -a << parameters.app >>
      - run:
          name: release
          command: |
            git push https://git.heroku.com/<< parameters.app >>.git HEAD:main
      - when:
          condition: << parameters.migrate >>
          steps: [{ run: heroku run -a << parameters.app >> rake db:migrate }]
      - run: heroku maintenance:off -a << parameters.app >>
      - run: curl -f https://shop.example.org/health
workflows:
  ship:
    jobs:
      - test
      - deploy: { name: to-staging, app: shop-staging, migrate: false, requires: [test], filters: { branches: { only: main } } }
      - hold: { type: approval, requires: [to-staging] }
      - deploy: { name: to-live, app: shop-live, requires: [hold], context: [live], filters: { branches: { only: main } } }
`;

it('tells each target apart, with steps in order', async () => {
  const [staging, live] = await look(WORKFLOW);
  expect(staging).toMatchObject({
    subject: 'shop-staging',
    environment: 'staging',
    group: 'circleci:web',
    entityRef: 'system:default/shop',
  });
  expect(live).toMatchObject({ subject: 'shop-live', environment: 'production' });
  expect(fieldsOf(staging)).toMatchObject({
    'deploy.trigger': 'push',
    'deploy.branch': 'main',
    'deploy.migrations': 'none',
    'maintenance.duringDeploy': true,
  });
  expect(fieldsOf(live)).toMatchObject({
    'deploy.trigger': 'manual',
    'deploy.migrations': 'automatic',
    'deploy.snapshotBefore': false,
    'deploy.healthCheck': '/health',
    'deploy.artifact.kind': 'slug',
    'observed.approvals': ['job hold'],
    'observed.deployStepsComplete': true,
    'observed.deploySteps': [
      'maintenance on (job to-live, line 10)',
      'release (job to-live, line 11)',
      'migrate (job to-live, line 17)',
      'maintenance off (job to-live, line 18)',
      'check /health (job to-live, line 19)',
    ],
  });
});

it('suggests contexts as places of credentials, and hosts', async () => {
  const live = (await look(WORKFLOW))[1];
  const items = live && live.outcome !== 'failed' ? live.parts[0]?.items : [];
  expect(items).toEqual([
    {
      list: 'domains',
      name: 'shop.example.org',
      fields: { host: 'shop.example.org' },
      sees: [],
      suggestion: true,
    },
    {
      list: 'credentialLocations',
      name: 'live',
      fields: { store: 'ci', what: 'variables of the context live' },
      sees: [],
      suggestion: true,
    },
  ]);
});

const deploying = (steps: string, rest = '') => `
version: 2.1
${rest}
jobs: { build: { steps: [${steps}] } }
`;

it.each`
  case                                  | text                                                                                                                                                                                  | expected
  ${'an orb with maintenance'}          | ${deploying('{ heroku/deploy-via-git: { app-name: shop-live, maintenance-mode: true } }')}                                                                                            | ${{ 'maintenance.duringDeploy': true, 'observed.deployStepsComplete': true }}
  ${'an unknown orb proves no absence'} | ${deploying('{ heroku/deploy-via-git: { app-name: a-b } }, { secret-sauce/do: {} }')}                                                                                                 | ${{ 'observed.deployStepsComplete': false }}
  ${'a reusable command'}               | ${deploying('{ ship: { app: a-b } }', 'commands: { ship: { parameters: { app: { type: string } }, steps: [{ run: "git push https://git.heroku.com/<< parameters.app >>.git" }] } }')} | ${{ 'deploy.artifact.kind': 'slug' }}
  ${'an anchor'}                        | ${'version: 2\nx: &ship { run: git push https://git.heroku.com/a-b.git main }\njobs: { build: { steps: [*ship] } }\n'}                                                                | ${{ 'deploy.trigger': 'push' }}
  ${'a merge key'}                      | ${'version: 2\nx: &base { docker: [], steps: [{ run: git push https://git.heroku.com/a-b.git }] }\njobs: { build: { <<: *base } }\n'}                                                 | ${{ 'deploy.trigger': 'push' }}
  ${'a condition that is not known'}    | ${deploying('{ run: git push https://git.heroku.com/a-b.git }, { when: { condition: << pipeline.parameters.x >>, steps: [{ run: heroku run rake db:migrate }] } }')}                  | ${{ 'observed.deployStepsComplete': false }}
  ${'version 1'}                        | ${'deployment:\n  production:\n    branch: main\n    commands: [heroku maintenance:on -a a-b, git push https://git.heroku.com/a-b.git]\n'}                                            | ${{ 'deploy.branch': 'main', 'maintenance.duringDeploy': true }}
`('$case', async ({ text, expected }) => {
  const [report] = await look(text);
  expect(fieldsOf(report)).toMatchObject(expected);
});

it('a step that was not read leaves open what else is done', async () => {
  const [report] = await look(
    deploying('{ heroku/deploy-via-git: { app-name: a-b } }, { secret-sauce/do: {} }'),
  );
  expect(fieldsOf(report)).not.toHaveProperty(['deploy.migrations']);
  expect(fieldsOf(report)).not.toHaveProperty(['maintenance.duringDeploy']);
});

it('reads a script of the repository one level deep', async () => {
  const text = deploying('{ run: ./deploy.sh shop-live }');
  const [report] = await look(text, {
    './deploy.sh': 'git push https://git.heroku.com/$1.git main\n./other.sh\n',
  });
  expect(report).toMatchObject({ subject: 'shop-live', environment: 'production' });
  expect(fieldsOf(report)).toMatchObject({ 'observed.deployStepsComplete': false });
});

it.each`
  case                    | text                             | reason
  ${'generated'}          | ${'version: 2.1\nsetup: true\n'} | ${/generated elsewhere/}
  ${'no YAML'}            | ${'jobs: [\n  broken'}           | ${/^web: no YAML at line \d+, column \d+/}
  ${'no mapping'}         | ${'- a\n- b\n'}                  | ${/no mapping at the top/}
  ${'an unknown alias'}   | ${'a: *nowhere\n'}               | ${/^web: (?:its aliases|no YAML)/}
  ${'aliases that bloat'} | ${bloat()}                       | ${/aliases/}
  ${'too large'}          | ${'a'.repeat(1_000_001)}         | ${/larger than 1 MB/}
`('$case: a failure in our words', async ({ text, reason }) => {
  const [report] = await look(text);
  expect(report).toMatchObject({ outcome: 'failed', reason: expect.stringMatching(reason) });
});

it('text of commands reaches no report, good or failed', async () => {
  const planted = ['hun', 'ter', '2-secret'].join('');
  const texts = [
    deploying(
      `{ run: "curl -u me:${planted} https://x.example.org && git push https://u:${planted}@git.heroku.com/a-b.git" }`,
    ),
    deploying(
      `{ run: "heroku run -a a-b TOKEN=${planted} rake db:migrate --token ${planted} && git push https://git.heroku.com/a-b.git" }`,
    ),
    `jobs: [\n  ${planted}`,
    `a: *${planted}`,
  ];
  for (const text of texts) {
    const reports = await look(text);
    expect(reports.length).toBeGreaterThan(0);
    expect(JSON.stringify(reports)).not.toContain(planted);
  }
});

function bloat(): string {
  const levels = ['a: &a0 [x, x]'];
  for (let level = 1; level < 24; level += 1)
    levels.push(`b${level}: &a${level} [*a${level - 1}, *a${level - 1}]`);
  return levels.join('\n');
}

it('a circle of jobs ends', async () => {
  const text = `
version: 2.1
jobs: { d: { steps: [{ run: git push https://git.heroku.com/a-b.git }] } }
workflows: { w: { jobs: [{ d: { name: one, requires: [two] } }, { d: { name: two, requires: [one] } }] } }
`;
  expect((await look(text)).map(report => report.subject)).toEqual(['a-b']);
});

it('scheduled work that deploys nothing is a job', async () => {
  const text = `
version: 2.1
jobs: { nightly: { steps: [{ run: npm run report }] } }
workflows: { night: { triggers: [{ schedule: { cron: "0 3 * * *", filters: { branches: { only: main } } } }], jobs: [nightly] } }
`;
  expect(await look(text)).toMatchObject([
    { subject: 'web#scheduled', parts: [{ items: [{ list: 'jobs', name: 'night' }] }] },
  ]);
});
