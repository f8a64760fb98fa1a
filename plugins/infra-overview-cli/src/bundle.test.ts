import { execFileSync, spawnSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { builtinModules } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'yaml';
import { PLANTED } from './__testUtils__/planted';
import { component } from './__testUtils__/ran';

jest.setTimeout(120_000);

const root = join(__dirname, '..');
const EXAMPLES = join(root, '../../catalog');
const LEAKY = component('web', `  key: ${PLANTED}`);

// Nothing of this process reaches the command: no loader, no variable.
const run = (command: string, args: readonly string[], cwd: string) =>
  spawnSync(command, args, {
    cwd,
    encoding: 'utf8',
    env: { PATH: process.env.PATH ?? '', HOME: cwd },
  });

let tools: string;
beforeAll(() => {
  tools = mkdtempSync(join(tmpdir(), 'infra-bundle-'));
  execFileSync(process.execPath, ['scripts/bundle.mjs', tools], { cwd: root });
});
afterAll(() => rmSync(tools, { recursive: true, force: true }));

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'infra-checkout-'));
  cpSync(join(tools, 'infra.mjs'), join(folder, 'infra.mjs'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('released as one file', () => {
  it('lies alone, with the licences of what is in it', () => {
    expect(readdirSync(tools).sort()).toEqual(['infra.licences.txt', 'infra.mjs']);
    const licences = readFileSync(join(tools, 'infra.licences.txt'), 'utf8');
    for (const name of ['yaml', 'zod', '@secretlint/secretlint-rule-preset-recommend'])
      expect(licences).toMatch(new RegExp(`^${name} \\d+\\.\\d+\\.\\d+ \\(`, 'm'));
  });

  it('asks for nothing but what Node.js brings', () => {
    const text = readFileSync(join(tools, 'infra.mjs'), 'utf8');
    const names = [
      ...text.matchAll(
        /(?:^|[;}\s])import[^"'()]*?from\s*["']([^"']+)["']|__require\("([^"]+)"\)/g,
      ),
    ].map(([, one, other]) => one ?? other ?? '');
    expect(names).toContain('node:fs');
    expect(
      names.filter(name => !name.startsWith('node:') && !builtinModules.includes(name)),
    ).toEqual([]);
  });

  it.each<[string, readonly string[], number, RegExp, RegExp]>([
    ['help', ['check', '--help'], 0, /^Finds secrets in catalog files/, /^$/],
    [
      'the examples of this repository',
      ['check', EXAMPLES],
      0,
      /^$/,
      /^\d+ files read: nothing to mend\./,
    ],
    ['a page', ['show', EXAMPLES, '--entity', 'system:default/noipm'], 0, /^# /, /^$/],
    ['a secret', ['check', 'web.yaml'], 1, /^web\.yaml:9: secret /, /^1 file read: /],
    ['wrong use', ['check'], 2, /^$/, /^PATH is missing\./],
  ])('runs in an empty folder: %s', (_, args, code, out, err) => {
    writeFileSync(join(folder, 'web.yaml'), LEAKY);
    const ran = run(process.execPath, ['infra.mjs', ...args], folder);
    expect(ran.stderr).toMatch(err);
    expect(ran.stdout).toMatch(out);
    expect(ran.status).toBe(code);
    expect(`${ran.stdout}${ran.stderr}`).not.toContain(PLANTED);
  });

  it('keeps its exit code when the reader has seen enough', () => {
    writeFileSync(join(folder, 'web.yaml'), `${LEAKY}\n${`# ${PLANTED}\n`.repeat(5_000)}`);
    const { status, stderr } = run(
      'bash',
      ['--norc', '-c', 'node infra.mjs check . | head -n 1 > /dev/null; exit "${PIPESTATUS[0]}"'],
      folder,
    );
    expect([status, stderr]).toEqual([1, expect.not.stringContaining('EPIPE')]);
  });
});

it('runs from source in this repository', () => {
  writeFileSync(join(folder, 'web.yaml'), LEAKY);
  const { status, stdout } = run(
    process.execPath,
    [join(root, 'bin/infra.js'), 'check', '.'],
    folder,
  );
  expect([status, stdout]).toEqual([1, expect.stringMatching(/^web\.yaml:9: secret /)]);
});

describe('the snippets of docs/secret-gate.md', () => {
  const snippet = (name: string) => readFileSync(join(root, 'snippets', name), 'utf8');
  const git = (...args: readonly string[]) =>
    run('git', ['-c', 'user.name=Test', '-c', 'user.email=test@example.org', ...args], folder);

  it.each(readdirSync(join(root, 'snippets')))('stand there as they are run: %s', name => {
    const text = readFileSync(join(root, '../../docs/secret-gate.md'), 'utf8');
    expect(text).toContain(`\n${snippet(name)}`);
  });

  it('hold a commit back before it is made', () => {
    git('init', '-q');
    mkdirSync(join(folder, 'a folder'));
    const hook = join(folder, '.git', 'hooks', 'pre-commit');
    mkdirSync(join(folder, '.git', 'hooks'), { recursive: true });
    writeFileSync(hook, snippet('pre-commit.sh'));
    chmodSync(hook, 0o755);
    const file = join(folder, 'a folder', 'web.yaml');
    const commit = (text: string) => {
      writeFileSync(file, text);
      git('add', 'a folder');
      return git('commit', '-m', 'x');
    };
    const held = commit(LEAKY);
    expect(held.status).toBe(1);
    expect(`${held.stdout}${held.stderr}`).toMatch(/^a folder\/web\.yaml:9: secret /m);
    expect(commit(component('web')).status).toBe(0);
    git('rm', '-q', 'a folder/web.yaml');
    expect(git('commit', '-m', 'nothing is left to read').status).toBe(0);
  });

  it.each<[string, (text: string) => string]>([
    ['github-actions.yml', text => parse(text).jobs.infra.steps.at(-1).run],
    ['gitlab-ci.yml', text => parse(text).infra.script.join('\n')],
    ['circleci.yml', text => parse(text).jobs.infra.steps.at(-1).run.command],
  ])('fail a pipeline: %s', (name, scriptOf) => {
    const script = scriptOf(snippet(name));
    const bash = () => run('bash', ['--norc', '-ec', script], folder);
    writeFileSync(join(folder, 'web.yaml'), component('web'));
    expect(bash().status).toBe(0);
    writeFileSync(join(folder, 'web.yaml'), LEAKY);
    const { status, stdout } = bash();
    expect([status, stdout]).toEqual([1, expect.stringContaining('looks like a secret')]);
    expect(stdout).not.toContain(PLANTED);
  });
});
