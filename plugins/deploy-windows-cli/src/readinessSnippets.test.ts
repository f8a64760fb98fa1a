import { execFileSync, spawnSync } from 'node:child_process';
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'yaml';

jest.setTimeout(120_000);

const root = join(__dirname, '..');
// The snippets of docs/ci.md, run step by step as their CI systems would, in a repository with a change of its catalog.
const snippet = (name: string) => parse(readFileSync(join(root, 'snippets', name), 'utf8'));

const PEOPLE = `
apiVersion: backstage.io/v1alpha1
kind: Group
metadata: { name: team }
spec: { type: team, children: [], members: [ada] }
---
apiVersion: backstage.io/v1alpha1
kind: User
metadata: { name: ada }
spec: {}
`;
const service = (copies: string) => `
apiVersion: backstage.io/v1alpha1
kind: Component
metadata: { name: web, title: Web }
spec:
  type: service
  lifecycle: production
  owner: team
  infra:
    schema: infra-overview.io/v1alpha1
    checklists: [{ id: production, pack: tts-good-production-practices@1 }]
    environments: [{ name: production, stage: production }]
    addons: [{ id: db, category: database, product: postgresql }]
    backups: [{ id: daily, of: db, method: snapshot, frequency: P1D${copies} }]
`;
const KEPT = service(', retention: P28D');
const LOST = service('');

let tools: string;
beforeAll(() => {
  tools = mkdtempSync(join(tmpdir(), 'deploy-windows-bundle-'));
  execFileSync(process.execPath, ['scripts/bundle.mjs', tools], { cwd: root });
});
afterAll(() => rmSync(tools, { recursive: true, force: true }));

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'deploy-windows-checkout-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const git = (...args: readonly string[]) =>
  execFileSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@example.org', ...args], {
    cwd: folder,
    encoding: 'utf8',
    env: { PATH: process.env.PATH, HOME: folder, GIT_CONFIG_NOSYSTEM: '1' },
  }).trim();

/** A repository whose main has one state, and whose checked-out change has another. */
function aChange(before: string, after: string): { readonly base: string } {
  git('init', '--quiet', '--initial-branch', 'main');
  copyFileSync(join(tools, 'deploy-windows.mjs'), join(folder, 'deploy-windows.mjs'));
  mkdirSync(join(folder, 'catalog'));
  writeFileSync(join(folder, 'catalog/people.yaml'), PEOPLE);
  const commit = (text: string, message: string) => {
    writeFileSync(join(folder, 'catalog/web.yaml'), text);
    git('add', '.');
    git('commit', '--quiet', '--message', message);
  };
  commit(before, 'before');
  const base = git('rev-parse', 'HEAD');
  git('update-ref', 'refs/remotes/origin/main', base);
  commit(`${after}# changed\n`, 'after');
  return { base };
}

/** As the CI systems start it: a failed command ends the step. */
function bash(script: string, env: Readonly<Record<string, string>> = {}) {
  const { status, stdout, stderr } = spawnSync(
    'bash',
    ['--noprofile', '--norc', '-eo', 'pipefail', '-c', script],
    {
      cwd: folder,
      encoding: 'utf8',
      env: {
        // Where commands of ours stand for those of the CI system.
        PATH: `${join(folder, 'bin')}:${join(process.execPath, '..')}:${process.env.PATH}`,
        HOME: folder,
        NODE_NO_WARNINGS: '1',
        ...env,
      },
    },
  );
  return { code: status ?? 1, output: `${stdout}${stderr}` };
}

const comment = () => readFileSync(join(folder, 'readiness.md'), 'utf8');
const CASES: [string, string, string, 'success' | 'failure', RegExp][] = [
  ['nothing changes', KEPT, KEPT, 'success', /This change makes nothing better or worse\./],
  ['something gets better', LOST, KEPT, 'success', /\| Better \| \| Why \|/],
  [
    'something gets worse',
    KEPT,
    LOST,
    'failure',
    /\| Worse \| \| Why \|\n\|---\|---\|---\|\n\| Data that cannot be rebuilt is copied regularly \(`backups\.snapshots`\) \| Met → Not known \|/,
  ],
];

describe('readiness-github-actions.yml', () => {
  interface Step {
    readonly name?: string;
    readonly if?: string;
    readonly run?: string;
  }
  const { on, jobs } = snippet('readiness-github-actions.yml');
  const steps: readonly Step[] = jobs.readiness.steps;

  function job(fork: 'fork' | 'own') {
    mkdirSync(join(folder, 'bin'), { recursive: true });
    writeFileSync(join(folder, 'bin/gh'), '#!/bin/bash\necho "gh $*" >> did.log\n');
    chmodSync(join(folder, 'bin/gh'), 0o755);
    let status = 'success';
    for (const { run, if: condition } of steps) {
      if (run === undefined) continue;
      if (condition === undefined && status !== 'success') continue;
      if (condition?.includes('fork == false') && fork === 'fork') continue;
      const command = run.replaceAll('${{ github.event.pull_request.number }}', '7');
      if (bash(command, { GITHUB_STEP_SUMMARY: join(folder, 'summary.md') }).code !== 0)
        status = 'failure';
    }
    return status;
  }

  it('runs for a change of the catalog, with conditions this test knows', () => {
    expect(on).toEqual({ pull_request: { paths: ['catalog/**'] } });
    expect(steps.map(step => step.if).filter(Boolean)).toEqual([
      'always()',
      'always() && github.event.pull_request.head.repo.fork == false',
    ]);
  });

  it.each(CASES)('%s', (_, before, after, expected, words) => {
    aChange(before, after);
    expect(job('own')).toBe(expected);
    expect(comment()).toMatch(words);
    expect(readFileSync(join(folder, 'summary.md'), 'utf8')).toBe(comment());
    expect(readFileSync(join(folder, 'did.log'), 'utf8')).toBe(
      'gh pr comment 7 --edit-last --create-if-none --body-file readiness.md\n',
    );
  });

  it('a fork reads it in the summary', () => {
    aChange(KEPT, LOST);
    expect(job('fork')).toBe('failure');
    expect(existsSync(join(folder, 'did.log'))).toBe(false);
    expect(readFileSync(join(folder, 'summary.md'), 'utf8')).toBe(comment());
  });
});

it.each(CASES)('readiness-gitlab-ci.yml: %s', (_, before, after, expected, words) => {
  const { script, after_script: last } = snippet('readiness-gitlab-ci.yml').readiness;
  const { base } = aChange(before, after);
  const { code } = bash(script.join('\n'), { CI_MERGE_REQUEST_DIFF_BASE_SHA: base });
  expect(code === 0 ? 'success' : 'failure').toBe(expected);
  expect(bash(last.join('\n')).output).toMatch(words);
});

it.each(CASES)('readiness-circleci.yml: %s', (_, before, after, expected, words) => {
  const { steps } = snippet('readiness-circleci.yml').jobs.readiness;
  aChange(before, after);
  let status = 'success';
  let output = '';
  for (const step of steps) {
    if (step.run === undefined || (status !== 'success' && step.run.when !== 'always')) continue;
    const ran = bash(step.run.command);
    output += ran.output;
    if (ran.code !== 0) status = 'failure';
  }
  expect(status).toBe(expected);
  expect(output).toMatch(words);
});
